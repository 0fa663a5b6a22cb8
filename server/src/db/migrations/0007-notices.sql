-- A notice goes to a person, or to a unit's group; each thing once to each.

alter table notices_due alter column person_id drop not null;
alter table notices_due add column unit_id uuid;
alter table notices_due add foreign key (tenant_id, unit_id) references units (tenant_id, id);
alter table notices_due add check (num_nonnulls(person_id, unit_id) = 1);
alter table notices_due drop constraint notices_due_tenant_id_person_id_thing_key;
alter table notices_due add unique nulls not distinct (tenant_id, person_id, unit_id, thing);
