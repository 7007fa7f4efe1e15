-- Persons bound to enterprises as their legal representatives.
create schema enterprise;

create table enterprise.binding (
  id uuid primary key,
  person_id uuid not null,
  uscc text not null,
  -- the person's digest when bound: holds only while the market register names the same one
  national_id_digest bytea not null check (octet_length(national_id_digest) = 32),
  bound_at timestamptz not null,
  -- null: not given up by the person
  ended_at timestamptz check (ended_at >= bound_at),
  version bigint not null
);
create unique index binding_in_force on enterprise.binding (person_id, uscc) where ended_at is null;
create index binding_by_enterprise on enterprise.binding (uscc) where ended_at is null;

create table enterprise.binding_attempt (
  id bigint generated always as identity primary key,
  person_id uuid not null,
  uscc text not null,
  outcome text not null check (outcome in ('BOUND', 'UNBOUND', 'ALREADY_BOUND', 'NOT_IN_REGISTER', 'NOT_ACTIVE',
    'NOT_LEGAL_REPRESENTATIVE')),
  at timestamptz not null
);
create index binding_attempt_by_person on enterprise.binding_attempt (person_id, at desc);
create trigger guard before update or delete or truncate on enterprise.binding_attempt
  execute function shared.append_only();
