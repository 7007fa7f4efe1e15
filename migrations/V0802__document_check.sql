-- Documents that the public handed in to be checked, for as long as their result can be looked at.
create schema verification;

create table verification.checked_document (
  -- random and unguessable: whoever has the address sees the result
  id uuid primary key,
  file bytea not null,
  handed_in_at timestamptz not null,
  expires_at timestamptz not null
);
create index on verification.checked_document (expires_at);
