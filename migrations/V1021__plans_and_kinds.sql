-- Documents of two kinds, seals in several places (ADR 0097), and files whose level is raised later (ADR 0098).
alter table sealing.draft
  add column kind text not null default 'PDF' check (kind in ('PDF', 'OFD')),
  -- what the note of an OFD names; absent from drafts older than this column
  add column file_digest bytea check (octet_length(file_digest) = 32),
  -- places and seam seal as text; null until the person has been to the page in question
  add column plan text,
  -- the empty signature fields of a PDF (page, left, top, width, height, name) and the one that is to be filled
  add column empty_fields text[] not null default '{}',
  add column field text,
  add check (kind = 'PDF' or file_digest is not null);
update sealing.draft set plan = page || ',' || position_left || ',' || position_top where page is not null;
alter table sealing.draft
  drop column page,
  drop column position_left,
  drop column position_top,
  alter column kind drop default,
  alter column empty_fields drop default;

alter table sealing.use
  add column kind text not null default 'PDF' check (kind in ('PDF', 'OFD')),
  add column file_digest bytea check (octet_length(file_digest) = 32),
  add column plan text,
  add column field text,
  -- of the file as it was sealed; null before that, and where the profile knows no levels
  add column level text check (level in ('B', 'T', 'LT', 'LTA')),
  add check (kind = 'PDF' or file_digest is not null);
update sealing.use set plan = page || ',' || position_left || ',' || position_top;
update sealing.use set level = 'B' where status in ('SEALED', 'RECORDED', 'RELEASED');
alter table sealing.use
  alter column plan set not null,
  drop column page,
  drop column position_left,
  drop column position_top,
  alter column kind drop default;

-- Sealed documents with time stamps and validation data appended; each begins with the sealed document, byte for byte.
create table sealing.extended_document (
  use_id uuid not null references sealing.use,
  level text not null check (level in ('T', 'LT', 'LTA')),
  file bytea not null,
  extended_at timestamptz not null,
  primary key (use_id, level)
);
create trigger guard before update or delete or truncate on sealing.extended_document
  execute function shared.append_only();

-- Files whose level is still to be raised. A row is taken by moving next_try on, so that one instance tries at a time.
create table sealing.extension (
  use_id uuid primary key references sealing.use,
  attempts integer not null default 0,
  next_try timestamptz not null,
  problem text
);
create index on sealing.extension (next_try);
