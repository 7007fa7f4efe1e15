-- What people are told of what others did or the chain answered. Words are keys, so that each reads their own language.
create schema notice;

create table notice.notice (
  id uuid primary key,
  person_id uuid not null,
  at timestamptz not null,
  words text not null check (words <> ''),
  details text[] not null,
  -- a page of ours: one slash, and no second one that would make it somebody else's site
  address text not null check (address ~ '^/([^/\\].*)?$'),
  -- null: not read yet
  read_at timestamptz
);
create index notices_of_person on notice.notice (person_id, at desc);
create index unread_notices_of_person on notice.notice (person_id) where read_at is null;

create function notice.keep_words() returns trigger language plpgsql as $$
begin
  if (new.id, new.person_id, new.at, new.words, new.details, new.address)
      is distinct from (old.id, old.person_id, old.at, old.words, old.details, old.address) then
    raise exception 'What somebody was told never changes' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;
create trigger keep_words before update on notice.notice for each row execute function notice.keep_words();
