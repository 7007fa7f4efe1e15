-- The application's role may work in every schema of ours and own none of them.
do $$
declare
  module text;
begin
  for module in
    select nspname from pg_namespace where nspname not like 'pg\_%' and nspname not in ('information_schema', 'public')
  loop
    execute format('grant usage on schema %I to %I', module, '${application-role}');
    execute format('grant select, insert, update, delete on all tables in schema %I to %I', module, '${application-role}');
    execute format('grant usage on all sequences in schema %I to %I', module, '${application-role}');
  end loop;
end
$$;
