-- The market register and the police's filings of physical seals.
create schema register;

create table register.enterprise (
  uscc text primary key check (uscc ~ '^[0-9A-HJ-NP-RTUW-Y]{18}$'),
  name_zh text not null check (name_zh <> ''),
  name_key text not null,
  name_en text,
  name_en_key text,
  kind text not null check (kind in ('LIMITED_COMPANY', 'JOINT_STOCK_COMPANY', 'PARTNERSHIP', 'SOLE_PROPRIETORSHIP',
    'INDIVIDUAL_BUSINESS', 'FOREIGN_INVESTED')),
  legal_representative text not null check (legal_representative <> ''),
  legal_representative_id_digest bytea not null check (octet_length(legal_representative_id_digest) = 32),
  address text not null check (address <> ''),
  status text not null check (status in ('ACTIVE', 'ABNORMAL', 'SUSPENDED', 'LICENCE_REVOKED', 'DEREGISTERED')),
  established_on date not null,
  valid_until date check (valid_until >= established_on),
  division text not null check (division ~ '^[1-9][0-9]{5}$'),
  -- why a code whose check character fails was accepted all the same
  code_override_reason text check (code_override_reason <> ''),
  version bigint not null,
  changed_at timestamptz not null,
  -- null: the platform itself, setting up its demonstration
  changed_by uuid,
  -- null: typed into a form
  changed_in uuid
);
create index enterprise_by_name on register.enterprise (name_key text_pattern_ops);
create index enterprise_by_name_en on register.enterprise (name_en_key text_pattern_ops) where name_en_key is not null;
create index enterprise_by_legal_representative on register.enterprise (legal_representative text_pattern_ops);
create index enterprise_by_status on register.enterprise (status, uscc);

-- Images by their content: never changed, so a filing's earlier imprints stay readable.
create table register.imprint (
  digest bytea primary key check (octet_length(digest) = 32),
  png bytea not null,
  added_at timestamptz not null
);
create trigger guard before update or delete or truncate on register.imprint
  execute function shared.append_only();

create table register.seal_filing (
  code text primary key check (code ~ '^[0-9]{13}$'),
  uscc text not null references register.enterprise,
  kind text not null check (kind in ('STATUTORY_NAME', 'FINANCE', 'INVOICE', 'CONTRACT', 'LEGAL_REPRESENTATIVE',
    'BUSINESS', 'OTHER')),
  status text not null check (status in ('IN_USE', 'LOST', 'SURRENDERED', 'DESTROYED')),
  filed_on date not null,
  -- null: the image has not been handed in yet
  imprint_digest bytea references register.imprint,
  version bigint not null,
  changed_at timestamptz not null,
  changed_by uuid,
  changed_in uuid
);
create index seal_filing_by_enterprise on register.seal_filing (uscc);
create index seal_filing_by_status on register.seal_filing (status, code);

-- Who changed what and when, written by the database itself so that no way of changing an entry goes round it.
create table register.change (
  id bigint generated always as identity primary key,
  register text not null check (register in ('ENTERPRISE', 'FILING')),
  key text not null,
  at timestamptz not null,
  person_id uuid,
  import_id uuid,
  -- null: the entry was added
  before jsonb,
  after jsonb not null
);
create index change_by_entry on register.change (register, key, id);
create trigger guard before update or delete or truncate on register.change
  execute function shared.append_only();

create function register.note_change() returns trigger language plpgsql as $$
declare
  bookkeeping constant text[] := array['version', 'changed_at', 'changed_by', 'changed_in', 'name_key', 'name_en_key'];
  before jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) - bookkeeping end;
  after jsonb := to_jsonb(new) - bookkeeping;
begin
  if before is distinct from after then
    insert into register.change (register, key, at, person_id, import_id, before, after)
    values (tg_argv[0], after ->> tg_argv[1], new.changed_at, new.changed_by, new.changed_in, before, after);
  end if;
  return null;
end
$$;
create trigger note_change after insert or update on register.enterprise
  for each row execute function register.note_change('ENTERPRISE', 'uscc');
create trigger note_change after insert or update on register.seal_filing
  for each row execute function register.note_change('FILING', 'code');
create trigger guard before delete or truncate on register.enterprise
  execute function shared.append_only();
create trigger guard before delete or truncate on register.seal_filing
  execute function shared.append_only();
