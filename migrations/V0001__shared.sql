-- Guards that every module's books share.
create schema shared;

-- Nothing is ever deleted from the books: put on append-only tables as
--   create trigger guard before update or delete or truncate on t execute function shared.append_only();
create function shared.append_only() returns trigger language plpgsql as $$
begin
  raise exception '% on %.% is not allowed: entries are only ever added', tg_op, tg_table_schema, tg_table_name
    using errcode = 'integrity_constraint_violation';
end
$$;
