-- When it was done, by which it is in time or late; `recorded_at` is when that was told, which may be days later for want of a signal.
-- What was missed and turns out to have been done in time was not missed: `missed_at` is taken back, and the audit keeps it.
alter table occurrences add column done_at timestamptz;
update occurrences set done_at = recorded_at where recorded_at is not null;
