-- A use is prepared before its holder is asked to sign, and says what was signed, with which key (ADR 0107).

-- What was under way when this version was put in was never signed by anybody: it comes to nothing, its document is kept.
update sealing.draft set use_id = null
  where use_id in (select id from sealing.use where status in ('REQUESTED', 'AUTHORISED'));
update sealing.use set status = 'VOID', refusal = 'interrupted', ended_at = now(), version = version + 1
  where status in ('REQUESTED', 'AUTHORISED');

update sealing.draft d set file_digest = sha256(u.file) from sealing.upload u
  where u.draft_id = d.id and d.file_digest is null;
delete from sealing.draft where file_digest is null;
alter table sealing.draft
  alter column file_digest set not null,
  -- null until the person has been to the page in question
  add column document_class text,
  -- the mandate that the person chose among several, by its identifier on the chain
  add column mandate bytea check (octet_length(mandate) = 32);

alter table sealing.use
  -- the draft that it was prepared from
  add column draft_id uuid,
  add column document_class text,
  add column mandate bytea check (octet_length(mandate) = 32),
  add column root_mandate boolean,
  add column key_kind text check (key_kind in ('ES256', 'PASSKEY')),
  add column key_x bytea check (octet_length(key_x) = 32),
  add column key_y bytea check (octet_length(key_y) = 32),
  add column key_method text,
  add column key_label text,
  -- the leaf of the document kind in the mandate's tree of kinds and its proof: digests in hex, one after the other
  add column kind_leaf bytea check (octet_length(kind_leaf) = 32),
  add column kind_proof text,
  add column chain_id bigint,
  add column contract text,
  add column expiry timestamptz,
  add column signature_r bytea check (octet_length(signature_r) = 32),
  add column signature_s bytea check (octet_length(signature_s) = 32),
  add column authenticator_data text,
  add column client_data text,
  add check (status <> 'REQUESTED' or (draft_id is not null and entry_id is not null and authorised_digest is not null)),
  add check (num_nulls(mandate, root_mandate, key_kind, key_x, key_y, key_method, key_label, kind_leaf, kind_proof,
    chain_id, contract, expiry, document_class) in (0, 13)),
  add check ((signature_r is null) = (signature_s is null)),
  add check (status not in ('REQUESTED', 'AUTHORISED') or mandate is not null),
  add check (status <> 'AUTHORISED' or signature_r is not null);
create unique index on sealing.use (draft_id) where status = 'REQUESTED';
create index on sealing.use (expiry) where status = 'REQUESTED';
