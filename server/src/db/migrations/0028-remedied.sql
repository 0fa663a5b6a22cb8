-- Whether a diagnostic was settled by putting its remedy there: the plan is printed as it was corrected.
alter table plan_diagnostics add column remedied boolean not null default false;
alter table plan_diagnostics add check (not remedied or (state = 'settled' and remedy is not null));
