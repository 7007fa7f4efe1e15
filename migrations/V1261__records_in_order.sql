-- What is not a use is rare among the records; looked for by its kind or its sender, it is found without going through the uses.
create index receipts_by_event on ledger.receipt (event, id) where event not in ('UseRecorded', 'UseRefused');
create index receipts_by_bureau on ledger.receipt (party, id) where party <> 'PLATFORM';
