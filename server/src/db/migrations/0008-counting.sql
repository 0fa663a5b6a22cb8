-- What is counted is counted from an index alone: without these a county of a million rows reads its whole table for a figure.

create index assignments_state on assignments (tenant_id, state, due_at);
create index assignments_programme_state on assignments (tenant_id, programme_id, state, due_at);
create index assignments_task_state on assignments (tenant_id, task_id, state, due_at);
create index assignments_unit_state on assignments (tenant_id, unit_id, state, due_at);

drop index occurrences_open;
create index occurrences_state on occurrences (tenant_id, state, due_at);
create index occurrences_programme_state on occurrences (tenant_id, programme_id, state, due_at);
create index occurrences_unit_state on occurrences (tenant_id, unit_id, state, due_at);
