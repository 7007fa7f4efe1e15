-- Mandates: who may use which seal, within what limits, proved by which key.
create schema mandate;

create table mandate.mandate (
  id uuid primary key,
  row_version bigint not null,
  on_chain_id bytea not null unique check (octet_length(on_chain_id) = 32),
  seal_number text not null check (seal_number ~ '^[0-9]{14}$'),
  -- null: the root, which three bureaus approved with the seal
  above_id uuid references mandate.mandate,
  depth integer not null check (depth between 1 and 4),
  role text not null check (role in ('LEGAL_REPRESENTATIVE', 'KEEPER', 'HANDLER', 'MACHINE')),
  status text not null check (status in ('OFFERED', 'ACCEPTED', 'GIVEN', 'IN_FORCE', 'WITHDRAWING', 'STOPPED',
    'WITHDRAWN', 'ENDED', 'FALLEN', 'REFUSED', 'DECLINED', 'CANCELLED', 'LAPSED')),
  -- what the giver calls the holder
  name text not null check (name <> ''),
  given_by uuid not null,
  -- null until somebody has accepted; for a machine, who answers for it
  person_id uuid,
  key_id uuid,
  key_kind text check (key_kind in ('ES256', 'PASSKEY')),
  key_x bytea check (octet_length(key_x) = 32),
  key_y bytea check (octet_length(key_y) = 32),
  valid_from timestamptz not null,
  valid_to timestamptz not null check (valid_to > valid_from),
  -- 0: any number of uses
  use_limit integer not null check (use_limit >= 0),
  delegable boolean not null,
  -- null: not offered to a number, or to nobody
  invited_phone text,
  -- SHA-256 of the invitation code; null when none is out
  code_digest bytea unique check (octet_length(code_digest) = 32),
  -- until when an offer waits for an answer, and an accepted one for the signature
  waits_until timestamptz not null,
  -- the ledger entries of giving and of withdrawing; the first is drawn before it is signed, as the signature covers it
  given_entry_id uuid unique,
  withdrawal_entry_id uuid unique,
  refusal text,
  created_at timestamptz not null,
  recorded_at timestamptz,
  ended_at timestamptz,
  check ((above_id is null) = (depth = 1) and (above_id is null) = (role = 'LEGAL_REPRESENTATIVE')),
  check (use_limit = 0 or not delegable),
  check (num_nulls(person_id, key_id, key_kind, key_x, key_y) in (0, 5)),
  check (status in ('OFFERED', 'DECLINED', 'CANCELLED', 'LAPSED', 'FALLEN') or key_id is not null),
  check (status not in ('GIVEN', 'IN_FORCE', 'WITHDRAWN') or above_id is null or given_entry_id is not null)
);
create unique index one_root_in_force_per_seal on mandate.mandate (seal_number)
  where above_id is null and status = 'IN_FORCE';
create index mandates_of_seal on mandate.mandate (seal_number, created_at);
create index mandates_of_person on mandate.mandate (person_id, created_at desc);
create index mandates_of_key on mandate.mandate (key_id);
create index offers_to_phone on mandate.mandate (invited_phone) where status = 'OFFERED';
create index mandates_that_wait on mandate.mandate (waits_until) where status in ('OFFERED', 'ACCEPTED');
create index mandates_that_end on mandate.mandate (valid_to) where status in ('IN_FORCE', 'STOPPED');

create function mandate.keep_terms() returns trigger language plpgsql as $$
begin
  if (new.id, new.on_chain_id, new.seal_number, new.above_id, new.depth, new.role, new.name, new.given_by,
      new.valid_from, new.valid_to, new.use_limit, new.delegable, new.invited_phone, new.created_at)
      is distinct from (old.id, old.on_chain_id, old.seal_number, old.above_id, old.depth, old.role, old.name,
      old.given_by, old.valid_from, old.valid_to, old.use_limit, old.delegable, old.invited_phone, old.created_at)
      or old.key_id is not null and (new.person_id, new.key_id, new.key_kind, new.key_x, new.key_y)
      is distinct from (old.person_id, old.key_id, old.key_kind, old.key_x, old.key_y) then
    raise exception 'The terms of a mandate never change: a new one is given instead'
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger keep_terms before update on mandate.mandate for each row execute function mandate.keep_terms();
create trigger guard before delete or truncate on mandate.mandate execute function shared.append_only();

-- The kinds of documents that a mandate allows; none for every kind. The salts open the leaves on the chain.
create table mandate.kind_leaf (
  mandate_id uuid not null references mandate.mandate,
  place integer not null,
  document_class text not null,
  salt bytea not null check (octet_length(salt) = 16),
  primary key (mandate_id, place),
  unique (mandate_id, document_class)
);
create trigger guard before update or delete or truncate on mandate.kind_leaf execute function shared.append_only();

create table mandate.event (
  seq bigint generated always as identity primary key,
  mandate_id uuid not null references mandate.mandate,
  at timestamptz not null,
  step text not null check (step in ('ROOT', 'OFFER', 'ACCEPT', 'DECLINE', 'CANCEL', 'LAPSE', 'SIGN', 'RECORD', 'REFUSE',
    'WITHDRAW', 'GIVE_UP', 'RECORD_WITHDRAWAL', 'REFUSE_WITHDRAWAL', 'FALL', 'END')),
  to_status text not null,
  actor text not null check (actor in ('GIVER', 'HOLDER', 'LEDGER', 'PLATFORM')),
  -- null: nobody, the chain or the platform acted
  person_id uuid,
  reason text,
  -- opens the reason's commitment on the chain
  reason_salt bytea check (octet_length(reason_salt) = 16),
  -- null: not for the chain
  entry_id uuid,
  check ((actor in ('GIVER', 'HOLDER')) = (person_id is not null))
);
create index event_by_mandate on mandate.event (mandate_id, seq);
create trigger guard before update or delete or truncate on mandate.event execute function shared.append_only();

-- The uses that the chain recorded under each mandate, by the entry that carried them: told twice, counted once.
create table mandate.recorded_use (
  entry_id uuid primary key,
  mandate bytea not null check (octet_length(mandate) = 32),
  at timestamptz not null
);
create index uses_of_mandate on mandate.recorded_use (mandate);
create trigger guard before update or delete or truncate on mandate.recorded_use
  execute function shared.append_only();
