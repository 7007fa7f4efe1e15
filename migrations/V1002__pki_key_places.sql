-- A private key is wrapped in its row, or lives in the HSM under its id and never was anywhere else.
alter table pki.key add column place text not null default 'WRAPPED' check (place in ('WRAPPED', 'HSM'));
alter table pki.key alter column wrapped drop not null;
alter table pki.key add constraint only_wrapped_keys_are_here check ((wrapped is null) = (place = 'HSM'));
create index key_under on pki.key (master_key);
