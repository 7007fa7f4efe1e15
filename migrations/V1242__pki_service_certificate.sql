-- What the platform states is signed under a certificate of its own.
alter table pki.certificate drop constraint certificate_role_check;
alter table pki.certificate add constraint certificate_role_check
  check (role in ('ROOT', 'ISSUING', 'MAKER', 'OCSP', 'TSA', 'SERVICE', 'SEAL', 'EXTERNAL'));
