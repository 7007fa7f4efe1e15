create schema authority;

-- Who holds keys, under a random name that says nothing of them: authenticators keep it and may show it.
create table authority.holder (
    person_id uuid primary key,
    handle bytea not null unique check (octet_length(handle) = 64),
    since timestamptz not null
);

-- Public keys of people and their machines. The private ones were never here.
create table authority.enrolled_key (
    id uuid primary key,
    person_id uuid not null references authority.holder,
    label text not null check (label <> '' and length(label) <= 60),
    method text not null check (method in ('PASSKEY', 'BROWSER', 'MACHINE')),
    x bytea not null check (octet_length(x) = 32),
    y bytea not null check (octet_length(y) = 32),
    enrolled_at timestamptz not null,
    removed_at timestamptz
);

create unique index enrolled_key_once on authority.enrolled_key (x, y) where removed_at is null;
create index enrolled_key_by_person on authority.enrolled_key (person_id, enrolled_at);

-- What signing in with a passkey needs beyond its key; gone once the passkey is removed.
create table authority.passkey (
    key_id uuid primary key references authority.enrolled_key,
    credential_id bytea not null unique check (octet_length(credential_id) between 1 and 1023),
    cose_key bytea not null,
    attestation_object bytea not null,
    transports text not null,
    signature_count bigint not null,
    backup_eligible boolean not null,
    backed_up boolean not null,
    last_sign_in_at timestamptz
);
