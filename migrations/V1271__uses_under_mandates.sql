-- A mandate's holder looks up what was stamped under it.
create index uses_under_mandate on sealing.use (mandate, requested_at desc) where mandate is not null;
