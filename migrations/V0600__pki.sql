-- Keys under the master key, the certificates of the built-in authority and what it revoked.
create schema pki;

create table pki.key (
  id uuid primary key,
  algorithm text not null check (algorithm in ('SM2', 'P256')),
  -- SubjectPublicKeyInfo, DER
  public_key bytea not null,
  -- 12 bytes nonce, then the PKCS #8 private key under AES-256-GCM
  wrapped bytea not null,
  -- tells which master key opens it; says nothing of that key
  master_key text not null,
  created_at timestamptz not null
);
create trigger guard before delete or truncate on pki.key execute function shared.append_only();

create table pki.certificate (
  id uuid primary key,
  role text not null check (role in ('ROOT', 'ISSUING', 'MAKER', 'SEAL')),
  algorithm text not null check (algorithm in ('SM2', 'P256')),
  serial bytea not null unique,
  key_id uuid not null unique references pki.key,
  -- null: self-signed
  issuer_id uuid references pki.certificate,
  not_before timestamptz not null,
  not_after timestamptz not null check (not_after > not_before),
  encoded bytea not null,
  issued_at timestamptz not null,
  check ((issuer_id is null) = (role = 'ROOT'))
);
-- Two instances that start for the first time at once end with one authority.
create unique index one_authority on pki.certificate (role, algorithm) where role <> 'SEAL';
create trigger guard before update or delete or truncate on pki.certificate execute function shared.append_only();

create table pki.revocation (
  certificate_id uuid primary key references pki.certificate,
  reason text not null,
  revoked_at timestamptz not null
);
create trigger guard before update or delete or truncate on pki.revocation execute function shared.append_only();

create table pki.crl (
  issuer_id uuid not null references pki.certificate,
  number bigint not null check (number > 0),
  this_update timestamptz not null,
  next_update timestamptz not null check (next_update > this_update),
  encoded bytea not null,
  primary key (issuer_id, number)
);
create trigger guard before update or delete or truncate on pki.crl execute function shared.append_only();
