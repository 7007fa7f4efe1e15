-- Words on earlier uses: declared void, or disputed. Each is an entry of its own in the use book.
create table sealing.use_mark (
  -- also the ledger's entry
  id uuid primary key,
  use_id uuid not null references sealing.use,
  mark text not null check (mark in ('VOID', 'DISPUTE')),
  party text not null check (party in ('MARKET_SUPERVISION', 'PUBLIC_SECURITY', 'DATA_ADMINISTRATION', 'COURT', 'PLATFORM')),
  person_id uuid not null,
  -- of the holder who signed; null: a bureau or the court speaks for itself
  mandate bytea check (octet_length(mandate) = 32),
  reason text not null,
  -- opens the reason's commitment on the chain
  salt bytea not null check (octet_length(salt) = 16),
  status text not null default 'SENT' check (status in ('SENT', 'RECORDED', 'REFUSED')),
  -- given by the chain
  number bigint,
  refusal text,
  marked_at timestamptz not null,
  settled_at timestamptz,
  check ((party = 'PLATFORM') = (mandate is not null)),
  check ((status = 'RECORDED') = (number is not null)),
  check ((status = 'REFUSED') = (refusal is not null))
);
create index use_marks_of_use on sealing.use_mark (use_id, marked_at);
create trigger guard before delete or truncate on sealing.use_mark execute function shared.append_only();

create function sealing.keep_mark() returns trigger language plpgsql as $$
begin
  if (new.id, new.use_id, new.mark, new.party, new.person_id, new.mandate, new.reason, new.salt, new.marked_at)
      is distinct from (old.id, old.use_id, old.mark, old.party, old.person_id, old.mandate, old.reason, old.salt,
      old.marked_at) then
    raise exception 'What was said of a use never changes' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger keep_mark before update on sealing.use_mark for each row execute function sealing.keep_mark();
