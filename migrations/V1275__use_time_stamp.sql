-- Whether the seal's own signature (GB/T 38540) got its time stamp when a document was sealed; not known of older uses.
alter table sealing.use
  add column time_stamping text check (time_stamping in ('NOT_ASKED', 'STAMPED', 'UNAVAILABLE'));
