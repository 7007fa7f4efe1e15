-- The keys that are or were the root of all authority over a seal: the version's number names them all, for a renewed
-- version keeps the root. Seals made before keys have none until theirs is "replaced".
create table seal.root (
  -- the random identifier of the mandate on the chain
  mandate bytea primary key check (octet_length(mandate) = 32),
  number text not null check (number ~ '^[0-9]{14}$'),
  key_id uuid not null,
  key_method text not null check (key_method in ('PASSKEY', 'BROWSER')),
  key_kind text not null check (key_kind in ('ES256', 'PASSKEY')),
  key_x bytea not null check (octet_length(key_x) = 32),
  key_y bytea not null check (octet_length(key_y) = 32),
  key_enrolled_at timestamptz not null,
  person_id uuid not null,
  -- the application whose approval made it the root
  application_id uuid not null unique,
  entry_id uuid not null unique,
  state text not null check (state in ('PENDING', 'IN_FORCE', 'REFUSED', 'REPLACED')),
  planted_at timestamptz not null
);
create unique index one_root_in_force on seal.root (number) where state = 'IN_FORCE';
create unique index one_root_on_its_way on seal.root (number) where state = 'PENDING';
create index root_by_key on seal.root (key_id);

create function seal.keep_root() returns trigger language plpgsql as $$
begin
  if to_jsonb(new) - 'state' is distinct from to_jsonb(old) - 'state' then
    raise exception 'What a root is never changes: only its state does' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger keep_root before update on seal.root for each row execute function seal.keep_root();
create trigger guard before delete or truncate on seal.root execute function shared.append_only();

alter table seal.event drop constraint event_step_check;
alter table seal.event add constraint event_step_check check (step in ('ISSUE', 'ACTIVATE', 'SUSPEND', 'RESUME',
  'REVOKE', 'RENEW', 'REPLACE', 'REPLACE_KEY', 'EXPIRE', 'REFUSE_ISSUE', 'REFUSE_ACTIVATION', 'REFUSE_RESUMPTION',
  'REFUSE_RENEWAL', 'REFUSE_KEY'));
alter table seal.event drop constraint event_check1;
alter table seal.event add constraint somebody_acted_whom_the_books_name
  check (actor = 'PLATFORM' or person_id is not null or step in ('ISSUE', 'REPLACE_KEY'));
