-- Entries that carry the authority of people: activations, mandates and their end, new keys for lost ones, and words on
-- earlier uses.
alter table ledger.entry drop constraint entry_kind_check;
alter table ledger.entry add constraint entry_kind_check
  check (kind in ('DECISION', 'SEAL_ISSUE', 'SEAL_ACTIVATION', 'SEAL_TRANSITION', 'SEAL_RENEWAL', 'KEY_REPLACEMENT',
                  'MANDATE_GIVEN', 'MANDATE_WITHDRAWN', 'USE', 'USE_MARK'));
