-- Applications for an e-seal, and everything that was ever submitted or decided.
create schema application;

-- Files that applicants hand in. Small (10 MB at most), so they live beside the rows that need them.
create table application.supporting_file (
  id uuid primary key,
  application_id uuid not null,
  name text not null,
  media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
  size integer not null check (size between 1 and 10485760),
  pages integer not null check (pages > 0),
  sha256 bytea not null check (octet_length(sha256) = 32),
  content bytea not null,
  stored_at timestamptz not null
);
create index on application.supporting_file (application_id);
-- A file may be dropped from a draft; once stored it never changes.
create trigger guard before update or truncate on application.supporting_file
  execute function shared.append_only();

create table application.seal_application (
  id uuid primary key,
  version bigint not null,
  reference text not null unique,
  on_chain_id bytea not null unique check (octet_length(on_chain_id) = 32),
  content_salt bytea not null check (octet_length(content_salt) = 16),
  applicant_id uuid not null,
  status text not null check (status in
    ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'RETURNED', 'RESUBMITTED', 'ISSUED', 'REFUSED', 'WITHDRAWN')),
  round integer not null check (round >= 0),
  kind text not null,
  imprint_source text not null,
  validity_months integer not null check (validity_months > 0),
  -- null until the applicant has been to the page in question
  uscc text,
  enterprise_name_zh text,
  enterprise_name_en text,
  seal_code text,
  file_id uuid references application.supporting_file,
  declaration text,
  started_at timestamptz not null,
  changed_at timestamptz not null,
  ended_at timestamptz,
  check (status = 'DRAFT' or (uscc is not null and enterprise_name_zh is not null and seal_code is not null
    and file_id is not null and declaration is not null)
    or status in ('RETURNED', 'WITHDRAWN'))
);
create index on application.seal_application (applicant_id, changed_at desc);

-- One statutory-name seal per enterprise and one e-seal per physical seal start with one open application each.
create unique index seal_application_one_open_per_enterprise
  on application.seal_application (uscc, kind)
  where status in ('SUBMITTED', 'IN_REVIEW', 'RETURNED', 'RESUBMITTED');
create unique index seal_application_one_open_per_physical_seal
  on application.seal_application (seal_code)
  where status in ('SUBMITTED', 'IN_REVIEW', 'RETURNED', 'RESUBMITTED');

-- What was submitted, round by round, exactly as the bureaus saw it.
create table application.submission (
  id uuid primary key,
  application_id uuid not null references application.seal_application,
  round integer not null check (round > 0),
  submitted_by uuid not null,
  submitted_at timestamptz not null,
  uscc text not null,
  enterprise_name_zh text not null,
  enterprise_name_en text,
  enterprise_kind text not null,
  legal_representative text not null,
  address text not null,
  seal_code text not null,
  seal_kind text not null,
  imprint_source text not null,
  validity_months integer not null,
  file_id uuid not null references application.supporting_file,
  file_sha256 bytea not null check (octet_length(file_sha256) = 32),
  declaration text not null,
  content bytea not null,
  content_digest bytea not null check (octet_length(content_digest) = 32),
  enterprise_commitment bytea not null check (octet_length(enterprise_commitment) = 32),
  physical_seal_commitment bytea not null check (octet_length(physical_seal_commitment) = 32),
  unique (application_id, round)
);
create trigger guard before update or delete or truncate on application.submission
  execute function shared.append_only();

-- What the bureaus decided. The identifier is also that of the ledger entry which puts the decision on the chain.
create table application.decision (
  id uuid primary key,
  application_id uuid not null references application.seal_application,
  bureau text not null check (bureau in ('MARKET_SUPERVISION', 'PUBLIC_SECURITY', 'DATA_ADMINISTRATION')),
  round integer not null check (round > 0),
  outcome text not null check (outcome in ('APPROVED', 'RETURNED', 'REFUSED')),
  parts text not null,
  reason text not null,
  reason_salt bytea not null check (octet_length(reason_salt) = 16),
  content_digest bytea not null check (octet_length(content_digest) = 32),
  officer_id uuid not null,
  decided_at timestamptz not null,
  check (outcome = 'APPROVED' or reason <> ''),
  check (outcome = 'RETURNED' or parts = ''),
  check (outcome <> 'RETURNED' or parts <> ''),
  unique (application_id, bureau, round)
);
create index on application.decision (officer_id);
create trigger guard before update or delete or truncate on application.decision
  execute function shared.append_only();

-- Salts that stay the same for an enterprise or a physical seal, so that the contract can tell a second seal.
create table application.commitment_salt (
  subject text primary key,
  salt bytea not null check (octet_length(salt) = 16),
  created_at timestamptz not null
);
create trigger guard before update or delete or truncate on application.commitment_salt
  execute function shared.append_only();
