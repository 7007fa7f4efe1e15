-- OCSP responders and time-stamp authorities have certificates of their own, and authorities follow one another.
alter table pki.certificate drop constraint certificate_role_check;
alter table pki.certificate add constraint certificate_role_check
  check (role in ('ROOT', 'ISSUING', 'MAKER', 'OCSP', 'TSA', 'SEAL', 'EXTERNAL'));

-- 1, 2, … for one role and algorithm; the first ones keep the addresses that stand in certificates
alter table pki.certificate add column generation integer not null default 1 check (generation > 0);
drop index pki.one_authority;
create unique index one_authority on pki.certificate (role, algorithm, generation) where role not in ('SEAL', 'EXTERNAL');
create index certificate_issuer on pki.certificate (issuer_id);

-- The keys of an authority above ours are not ours.
alter table pki.certificate alter column key_id drop not null;
alter table pki.certificate add constraint only_others_keys_are_missing check ((key_id is null) = (role = 'EXTERNAL'));
do $$
declare
  name text;
begin
  select conname into strict name from pg_constraint
    where conrelid = 'pki.certificate'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%issuer_id%';
  execute format('alter table pki.certificate drop constraint %I', name);
end
$$;
alter table pki.certificate add constraint only_trust_anchors_stand_alone
  check (role = 'EXTERNAL' or (issuer_id is null) = (role = 'ROOT'));
