-- The court's and the bureaus' own words are listed for them, the newest first.
create index use_marks_of_party on sealing.use_mark (party, marked_at desc);
