-- The legal representative's key is a part of an application, and a lost one is replaced by a short application.
alter table application.seal_application add purpose text not null default 'SEAL'
  check (purpose in ('SEAL', 'KEY_REPLACEMENT'));
alter table application.seal_application alter purpose drop default;
-- null until the applicant has been to the page in question
alter table application.seal_application add key_id uuid;
alter table application.seal_application add seal_number text check (seal_number ~ '^[0-9]{14}$');
alter table application.seal_application add replacement_reason text;
alter table application.seal_application add constraint only_a_replacement_names_a_seal
  check ((purpose = 'KEY_REPLACEMENT') = (seal_number is not null));

-- What was submitted before keys were asked for stays what it is; to be approved it has to come back with a key.
alter table application.seal_application drop constraint seal_application_check;
alter table application.seal_application add constraint what_bureaus_look_at_is_complete
  check (status in ('DRAFT', 'RETURNED', 'WITHDRAWN')
    or (uscc is not null and enterprise_name_zh is not null and seal_code is not null and declaration is not null
      and (purpose <> 'SEAL' or file_id is not null)
      and (purpose <> 'KEY_REPLACEMENT' or (replacement_reason is not null and key_id is not null))));
-- The declaration now speaks of the key: whoever made it before makes it anew.
update application.seal_application set declaration = null where status in ('DRAFT', 'RETURNED');

drop index application.seal_application_one_open_per_enterprise;
create unique index seal_application_one_open_per_enterprise
  on application.seal_application (uscc, kind)
  where purpose = 'SEAL' and status in ('SUBMITTED', 'IN_REVIEW', 'RETURNED', 'RESUBMITTED');
drop index application.seal_application_one_open_per_physical_seal;
create unique index seal_application_one_open_per_physical_seal
  on application.seal_application (seal_code)
  where purpose = 'SEAL' and status in ('SUBMITTED', 'IN_REVIEW', 'RETURNED', 'RESUBMITTED');
create unique index seal_application_one_open_replacement_per_seal
  on application.seal_application (seal_number)
  where purpose = 'KEY_REPLACEMENT' and status in ('SUBMITTED', 'IN_REVIEW', 'RETURNED', 'RESUBMITTED');
create index seal_application_of_seal on application.seal_application (seal_number) where seal_number is not null;

alter table application.submission alter file_id drop not null;
alter table application.submission alter file_sha256 drop not null;
alter table application.submission add seal_number text;
alter table application.submission add seal_on_chain bytea check (octet_length(seal_on_chain) = 32);
alter table application.submission add replacement_reason text;
-- null: submitted before keys were asked for
alter table application.submission add key_id uuid;
alter table application.submission add key_method text check (key_method in ('PASSKEY', 'BROWSER'));
alter table application.submission add key_kind text check (key_kind in ('ES256', 'PASSKEY'));
alter table application.submission add key_x bytea check (octet_length(key_x) = 32);
alter table application.submission add key_y bytea check (octet_length(key_y) = 32);
alter table application.submission add key_enrolled_at timestamptz;
alter table application.submission add constraint a_key_is_whole
  check (num_nulls(key_id, key_method, key_kind, key_x, key_y, key_enrolled_at) in (0, 6));
alter table application.submission add constraint a_replacement_is_whole
  check (num_nulls(seal_number, seal_on_chain, replacement_reason) in (0, 3));
alter table application.submission add constraint a_file_or_a_replacement
  check (num_nulls(file_id, file_sha256) = case when seal_number is null then 0 else 2 end);

-- A key serves one enterprise for good: the chain shows public keys, and one in two places would link them.
create table application.key_binding (
  x bytea primary key check (octet_length(x) = 32),
  uscc text not null,
  bound_at timestamptz not null
);
create trigger guard before update or delete or truncate on application.key_binding
  execute function shared.append_only();

alter table review.gate_case add purpose text not null default 'SEAL' check (purpose in ('SEAL', 'KEY_REPLACEMENT'));
alter table review.gate_case alter purpose drop default;
