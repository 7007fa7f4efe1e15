-- The uses of one seal may be very many; the newest of them are met at once. The rest of a seal's life is short.
create index uses_of_seal on ledger.receipt ((fields ->> 'seal'), id) where event in ('UseRecorded', 'UseRefused');
create index life_of_seal on ledger.entry (seal) where kind <> 'USE';
