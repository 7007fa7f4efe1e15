create schema account;

create table account.person (
    id uuid primary key,
    role text not null check (role in ('CITIZEN', 'OFFICER', 'ADMINISTRATOR', 'CLERK')),
    bureau text check (bureau in ('MARKET_SUPERVISION', 'PUBLIC_SECURITY', 'DATA_ADMINISTRATION')),
    name text not null check (name <> ''),
    sign_in_name text not null unique,
    -- HMAC-SHA-256 of the national id number; the number itself is nowhere
    national_id_digest bytea unique check (octet_length(national_id_digest) = 32),
    password_hash text not null check (password_hash like '$argon2id$%'),
    -- null once the person has chosen a password of their own
    one_time_password_until timestamptz,
    status text not null check (status in ('ACTIVE', 'SUSPENDED')),
    language text,
    created_at timestamptz not null,
    version integer not null,
    check ((bureau is not null) = (role in ('OFFICER', 'ADMINISTRATOR'))),
    check ((national_id_digest is not null) = (role = 'CITIZEN'))
);

create index person_by_bureau on account.person (bureau, name) where bureau is not null;
