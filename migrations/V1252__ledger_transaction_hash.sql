-- Entries found on the chain under another transaction of ours are looked up by its hash.
create index transactions_by_hash on ledger.transaction (hash);
