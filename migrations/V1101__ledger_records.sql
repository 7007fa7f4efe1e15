-- Looking through the records by transaction, block and seal.
create index receipts_by_transaction on ledger.receipt (transaction_hash);
create index receipts_by_block on ledger.receipt (block_number);
create index entries_by_seal on ledger.entry (seal) where seal is not null;
