-- Imprints made from scans of the physical seal, in place of drawn ones. Small, so they live beside the rows that need them.
create table application.filed_imprint (
  application_id uuid not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  png bytea not null,
  -- the picture that it was made from, as it came
  original bytea not null check (octet_length(original) between 1 and 10485760),
  stored_at timestamptz not null,
  primary key (application_id, sha256)
);
-- One may be dropped from a draft; once stored it never changes.
create trigger guard before update or truncate on application.filed_imprint
  execute function shared.append_only();

alter table application.seal_application add imprint_sha256 bytea;
alter table application.seal_application add constraint picture_of_filed_imprint
  foreign key (id, imprint_sha256) references application.filed_imprint;
alter table application.seal_application add constraint drawn_imprint_has_no_picture
  check ((imprint_source = 'DRAWN_FROM_FILING') = (imprint_sha256 is null));

alter table application.submission add imprint_sha256 bytea;
alter table application.submission add constraint picture_of_filed_imprint
  foreign key (application_id, imprint_sha256) references application.filed_imprint;
alter table application.submission add constraint drawn_imprint_has_no_picture
  check ((imprint_source = 'DRAWN_FROM_FILING') = (imprint_sha256 is null));
