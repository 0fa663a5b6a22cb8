-- How many cases say some words is counted over all of them where the words are frequent. Whole rows of a million are read from a disk
-- then; state and title alone fit the memory that the house gives its database.
create index cases_said on cases (tenant_id, state) include (title);

-- What waits for somebody who did not mend it is counted for the page of the day.
create index cases_to_judge on cases (tenant_id, state, due_at, id) include (unit_id, rectified_by)
  where state in ('submitted', 'rechecked');
