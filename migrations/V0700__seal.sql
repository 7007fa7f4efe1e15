-- E-seals, what happened to them, and the files made at their issue.
create schema seal;

create table seal.seal (
  id uuid primary key,
  row_version bigint not null,
  number text not null check (number ~ '^[0-9]{14}$'),
  version integer not null check (version > 0),
  on_chain_id bytea not null unique check (octet_length(on_chain_id) = 32),
  -- also the ledger's thread
  application_id uuid not null unique,
  uscc text not null,
  enterprise_name text not null,
  enterprise_name_en text,
  physical_seal text not null check (physical_seal ~ '^[0-9]{13}$'),
  kind text not null,
  status text not null check (status in ('ISSUED', 'ACTIVE', 'SUSPENDED', 'REVOKED', 'REPLACED', 'EXPIRED')),
  -- null: the chain has caught up with everything that happened to the seal
  pending_entry_id uuid,
  -- null: not suspended
  suspended_by text check (suspended_by in ('MARKET_SUPERVISION', 'PUBLIC_SECURITY', 'DATA_ADMINISTRATION')),
  issued_at timestamptz not null,
  -- null: not yet taken into use, or the chain has not confirmed it yet
  activated_at timestamptz,
  valid_from timestamptz not null,
  valid_to timestamptz not null check (valid_to > valid_from),
  width_mm double precision not null check (width_mm > 0),
  height_mm double precision not null check (height_mm > 0),
  sm2_certificate_id uuid not null unique references pki.certificate,
  p256_certificate_id uuid not null unique references pki.certificate,
  seal_digest bytea not null check (octet_length(seal_digest) = 32),
  unique (number, version)
);
create unique index one_statutory_name_seal_per_enterprise on seal.seal (uscc)
  where kind = 'STATUTORY_NAME' and status in ('ISSUED', 'ACTIVE', 'SUSPENDED');
create unique index one_seal_per_physical_seal on seal.seal (physical_seal)
  where status in ('ISSUED', 'ACTIVE', 'SUSPENDED');
create index seal_by_enterprise on seal.seal (uscc, issued_at desc);
create index seal_by_name on seal.seal (enterprise_name text_pattern_ops);
create index seal_by_status on seal.seal (status, issued_at desc);
create index seal_in_force_until on seal.seal (valid_to) where status in ('ISSUED', 'ACTIVE', 'SUSPENDED');

create function seal.keep_identity() returns trigger language plpgsql as $$
begin
  if (new.id, new.number, new.version, new.on_chain_id, new.application_id, new.uscc, new.enterprise_name,
      new.physical_seal, new.kind, new.issued_at, new.valid_from, new.valid_to, new.sm2_certificate_id,
      new.p256_certificate_id, new.seal_digest)
      is distinct from (old.id, old.number, old.version, old.on_chain_id, old.application_id, old.uscc,
      old.enterprise_name, old.physical_seal, old.kind, old.issued_at, old.valid_from, old.valid_to,
      old.sm2_certificate_id, old.p256_certificate_id, old.seal_digest) then
    raise exception 'What a seal is never changes: only its state does' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger keep_identity before update on seal.seal for each row execute function seal.keep_identity();
create trigger guard before delete or truncate on seal.seal execute function shared.append_only();

create table seal.event (
  seq bigint generated always as identity primary key,
  seal_id uuid not null references seal.seal,
  at timestamptz not null,
  step text not null check (step in ('ISSUE', 'ACTIVATE', 'SUSPEND', 'RESUME', 'REVOKE', 'REPLACE', 'EXPIRE',
    'REFUSE_ISSUE', 'REFUSE_ACTIVATION', 'REFUSE_RESUMPTION')),
  -- null: the seal came into being
  from_status text,
  to_status text not null,
  actor text not null check (actor in ('OWNER', 'BUREAU', 'PLATFORM')),
  bureau text,
  -- null: nobody, the platform acted
  person_id uuid,
  reason text,
  -- opens the reason's commitment on the chain
  reason_salt bytea check (octet_length(reason_salt) = 16),
  -- null: not for the chain
  entry_id uuid,
  check ((actor = 'BUREAU') = (bureau is not null)),
  check (actor = 'PLATFORM' or person_id is not null or step = 'ISSUE')
);
create index event_by_seal on seal.event (seal_id, seq);
create unique index event_by_entry on seal.event (entry_id) where entry_id is not null;
create trigger guard before update or delete or truncate on seal.event execute function shared.append_only();

create table seal.artefact (
  seal_id uuid primary key references seal.seal,
  imprint_svg text not null,
  imprint_png bytea not null,
  -- SESeal, DER (GB/T 38540-2020)
  seal_file bytea not null
);
create trigger guard before update or delete or truncate on seal.artefact execute function shared.append_only();

-- The last serial number given out in an administrative division.
create table seal.serial (
  division text primary key check (division ~ '^[0-9]{6}$'),
  last bigint not null check (last between 1 and 99999999)
);
