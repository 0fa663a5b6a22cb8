-- How points stand, answered by indexes alone: what is open at each, and which have been looked at whole.
create index cases_open_at_point on cases (tenant_id, point_id, due_at) include (visit_id)
  where state in ('found', 'assigned', 'accepted', 'refused', 'in-hand', 'submitted', 'rechecked') and point_id is not null;
create index visits_whole_at_point on visits (tenant_id, point_id) include (round_id, person_id)
  where finished_at is not null and lacking = 0;
