-- Transactions that call themselves mined are looked up by their blocks when database and chain are compared.
create index transactions_by_block on ledger.transaction (block_number) where block_number is not null;
