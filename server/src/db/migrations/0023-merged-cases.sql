-- What was merged into a case, found from there.
create index cases_merged on cases (tenant_id, merged_into) where merged_into is not null;
