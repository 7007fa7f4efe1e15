-- Later versions of a seal live in the same thread as the first, which an application began.
alter table seal.seal drop constraint seal_application_id_key;
alter table seal.seal add constraint one_version_per_application unique (application_id, version);

alter table seal.event drop constraint event_step_check;
alter table seal.event add constraint event_step_check check (step in ('ISSUE', 'ACTIVATE', 'SUSPEND', 'RESUME',
  'REVOKE', 'RENEW', 'REPLACE', 'EXPIRE', 'REFUSE_ISSUE', 'REFUSE_ACTIVATION', 'REFUSE_RESUMPTION', 'REFUSE_RENEWAL'));

alter table ledger.entry drop constraint entry_kind_check;
alter table ledger.entry add constraint entry_kind_check
  check (kind in ('DECISION', 'SEAL_ISSUE', 'SEAL_TRANSITION', 'SEAL_RENEWAL', 'USE'));

drop index ledger.issue_of_seal;
create index issue_of_seal on ledger.entry (seal) where kind in ('SEAL_ISSUE', 'SEAL_RENEWAL');
