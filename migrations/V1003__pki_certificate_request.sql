-- Keys of issuing authorities that wait for a certificate from an authority outside.
create table pki.certificate_request (
  id uuid primary key,
  algorithm text not null check (algorithm in ('SM2', 'P256')),
  key_id uuid not null unique references pki.key,
  -- PKCS #10, DER
  encoded bytea not null,
  requested_by uuid not null,
  requested_at timestamptz not null
);
create trigger guard before update or delete or truncate on pki.certificate_request execute function shared.append_only();

-- Others number their certificates as they like.
alter table pki.certificate drop constraint certificate_serial_key;
create unique index certificate_serial on pki.certificate (issuer_id, serial);
