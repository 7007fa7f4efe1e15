-- Since when a transaction is on its way: nothing is waited for without anybody being told.
alter table ledger.transaction add column under_way_since timestamptz;
update ledger.transaction set under_way_since = created_at;
alter table ledger.transaction alter column under_way_since set not null;

-- What may go next: steps in lives and uses wait in queues of their own, however long the other is.
drop index ledger.entries_waiting;
create index uses_waiting on ledger.entry (party, seq) where status = 'WAITING' and kind = 'USE';
create index lives_waiting on ledger.entry (party, seq) where status = 'WAITING' and kind <> 'USE';
-- How many stand before an entry, and how long the first of them has waited.
create index entries_in_order on ledger.entry (seq) where status in ('WAITING', 'SENT');
create index incidents_of_kind on ledger.incident (kind, at);
