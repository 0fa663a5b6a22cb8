-- What was seen in a stretch of time, of all points.
create index visits_finished on visits (tenant_id, started_at desc) where finished_at is not null;
create index cases_found on cases (tenant_id, found_at);
create index cases_rechecked on cases (tenant_id, rechecked_at) where rechecked_at is not null;
