-- The bureaus' desks: which application lies at which gate, who has taken it, and by when it is to be decided.
create schema review;

create table review.gate_case (
  application_id uuid not null,
  bureau text not null check (bureau in ('MARKET_SUPERVISION', 'PUBLIC_SECURITY', 'DATA_ADMINISTRATION')),
  round integer not null check (round > 0),
  state text not null check (state in ('OPEN', 'APPROVED', 'RETURNED', 'REFUSED', 'SENT_BACK', 'ENDED')),
  reference text not null,
  applicant_id uuid not null,
  uscc text not null,
  enterprise_name_zh text not null,
  enterprise_name_en text,
  -- null: nobody has taken it
  assignee uuid,
  opened_at timestamptz not null,
  due_on date not null,
  closed_at timestamptz check ((closed_at is null) = (state = 'OPEN')),
  primary key (application_id, bureau),
  unique (reference, bureau)
);
create index gate_case_work_list on review.gate_case (bureau, state, due_on);
create index gate_case_assignee on review.gate_case (assignee) where state = 'OPEN';

-- Who took, handed over or released which case.
create table review.assignment (
  id uuid primary key,
  application_id uuid not null,
  bureau text not null,
  round integer not null,
  officer_id uuid not null,
  assignee uuid,
  at timestamptz not null,
  foreign key (application_id, bureau) references review.gate_case
);
create index on review.assignment (application_id, bureau);
create trigger guard before update or delete or truncate on review.assignment
  execute function shared.append_only();
