-- How many attempts in a row have failed, and when the next one is admitted. A subject is a sign-in name (whether or
-- not anyone has it: an unknown name behaves like a known one) or a network address.
create table account.attempt_limit (
    subject text primary key,
    failures integer not null check (failures >= 0),
    last_attempt_at timestamptz not null,
    paused_until timestamptz not null
);

create index attempt_limit_by_last_attempt on account.attempt_limit (last_attempt_at);

-- What happened to an account; the person reads it as their sign-in history.
create table account.account_event (
    id bigint generated always as identity primary key,
    person_id uuid not null references account.person,
    -- the person themself, or the officer who did it
    actor_id uuid not null references account.person,
    kind text not null,
    at timestamptz not null,
    browser text not null,
    address text not null
);

create index account_event_by_person on account.account_event (person_id, id desc);

create trigger guard before update or delete or truncate on account.account_event
    execute function shared.append_only();

-- Codes that officers hand out at a counter to people whose identity card they have seen.
create table account.counter_code (
    id uuid primary key,
    person_id uuid not null references account.person,
    issued_by uuid not null references account.person,
    code_digest bytea not null check (octet_length(code_digest) = 32),
    issued_at timestamptz not null,
    valid_until timestamptz not null,
    used_at timestamptz,
    version integer not null
);

create index counter_code_by_person on account.counter_code (person_id, issued_at desc);
