-- Null: something else happened, or the seal was revoked before officers were asked for the ground.
alter table seal.event add column revocation_ground text
  check (revocation_ground in ('KEY_COMPROMISE', 'AFFILIATION_CHANGED', 'CESSATION_OF_OPERATION', 'PRIVILEGE_WITHDRAWN'));
alter table seal.event add constraint revocation_and_no_other_step_has_a_ground
  check ((step = 'REVOKE') = (revocation_ground is not null)) not valid;
