-- The outbox: what goes to the chain, in which transaction it went, and where it stands there.
create schema ledger;

-- The contract. Its address follows from the deploying account and its nonce, so it is known before it stands.
create table ledger.deployment (
  id         bigint generated always as identity primary key,
  chain_id   bigint      not null,
  contract   bytea       not null check (length(contract) = 20),
  created_at timestamptz not null
);
create unique index one_deployment on ledger.deployment ((true));
create trigger guard before update or delete or truncate on ledger.deployment
  execute function shared.append_only();

-- Signed transactions, written down before they are sent: whatever happens then, the same bytes go out again.
create table ledger.transaction (
  id            bigint generated always as identity primary key,
  deployment_id bigint      not null references ledger.deployment,
  deploys       boolean     not null default false,
  party         text        not null,
  account       bytea       not null check (length(account) = 20),
  nonce         bigint      not null,
  hash          bytea       not null check (length(hash) = 32),
  raw           bytea       not null,
  status        text        not null check (status in ('SIGNED', 'MINED', 'SUPERSEDED')),
  created_at    timestamptz not null,
  sent_at       timestamptz,
  mined_at      timestamptz,
  block_number  bigint,
  block_index   int,
  block_hash    bytea       check (length(block_hash) = 32),
  check (status <> 'MINED' or (mined_at is not null and block_number is not null))
);
comment on column ledger.transaction.block_number is
  'Kept when the chain loses the block: lost transactions are sent again in the order in which they stood.';
create unique index one_transaction_a_nonce on ledger.transaction (account, nonce) where status <> 'SUPERSEDED';
create index transactions_under_way on ledger.transaction (account, nonce) where status = 'SIGNED';
create index transactions_mined on ledger.transaction (account, nonce) where status = 'MINED';

create table ledger.entry (
  seq            bigint generated always as identity primary key,
  id             uuid        not null unique,
  thread         uuid        not null,
  kind           text        not null check (kind in ('DECISION', 'SEAL_ISSUE', 'SEAL_TRANSITION', 'USE')),
  party          text        not null,
  seal           bytea       check (length(seal) = 32),
  payload        jsonb       not null,
  created_at     timestamptz not null,
  status         text        not null default 'WAITING' check (status in ('WAITING', 'SENT', 'RECORDED', 'REFUSED')),
  transaction_id bigint      references ledger.transaction,
  refusal        text,
  settled_at     timestamptz,
  announced      boolean     not null default false
);
create index entries_waiting on ledger.entry (party, seq) where status = 'WAITING';
create index entries_unsettled on ledger.entry (thread, seq) where status in ('WAITING', 'SENT');
create index lives_unsettled on ledger.entry (thread, seq) where status in ('WAITING', 'SENT') and kind <> 'USE';
create index entries_of_transaction on ledger.entry (transaction_id);
create index issue_of_seal on ledger.entry (seal) where kind = 'SEAL_ISSUE';

create function ledger.keep_what_was_said() returns trigger language plpgsql as $$
begin
  if (new.seq, new.id, new.thread, new.kind, new.party, new.seal, new.payload, new.created_at)
      is distinct from (old.seq, old.id, old.thread, old.kind, old.party, old.seal, old.payload, old.created_at) then
    raise exception 'What a ledger entry says is never changed' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger keep_what_was_said before update on ledger.entry
  for each row execute function ledger.keep_what_was_said();
create trigger guard before delete or truncate on ledger.entry execute function shared.append_only();
create trigger guard before delete or truncate on ledger.transaction execute function shared.append_only();

-- The newest receipt of an entry counts: a chain that lost its last second records the entry again.
create table ledger.receipt (
  id               bigint generated always as identity primary key,
  entry_id         uuid        not null references ledger.entry (id),
  chain_id         bigint      not null,
  contract         bytea       not null check (length(contract) = 20),
  party            text        not null,
  account          bytea       not null check (length(account) = 20),
  transaction_hash bytea       not null check (length(transaction_hash) = 32),
  block_hash       bytea       not null check (length(block_hash) = 32),
  block_number     bigint      not null,
  block_time       timestamptz not null,
  log_index        int         not null,
  gas_used         bigint      not null,
  event            text        not null,
  fields           json        not null,
  stored_at        timestamptz not null
);
create index receipts_of_entry on ledger.receipt (entry_id, id);
create trigger guard before update or delete or truncate on ledger.receipt
  execute function shared.append_only();

-- What went wrong with the chain and was mended, for those who oversee it.
create table ledger.incident (
  id       bigint generated always as identity primary key,
  at       timestamptz not null,
  kind     text        not null,
  detail   text        not null
);
create trigger guard before update or delete or truncate on ledger.incident
  execute function shared.append_only();
