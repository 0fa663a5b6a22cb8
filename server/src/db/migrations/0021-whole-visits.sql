-- A finished visit tells how a point stands only where something that counts was said of each criterion.
alter table visits
  -- Criteria of its version that nobody graded, or that conform by an exception which is not the standard's or has no note.
  add column lacking integer not null default 0,
  -- Failed criteria without the photo that the standard asks for.
  add column photos_lacking integer not null default 0;
update visits v set
  lacking = (select count(*) from criteria c where c.tenant_id = v.tenant_id and c.version_id = v.version_id and not exists (
    select from observations o where o.tenant_id = v.tenant_id and o.visit_id = v.id and o.criterion_id = c.id
      and not (o.grade = 'conforms' and o.exception is not null and (o.note = '' or o.exception <> all (c.exceptions))))),
  photos_lacking = (select count(*) from criteria c
    join observations o on o.tenant_id = c.tenant_id and o.visit_id = v.id and o.criterion_id = c.id
    where c.tenant_id = v.tenant_id and c.version_id = v.version_id and c.photo = 'required' and o.grade = 'fails'
      and o.photos <@ o.photos_dropped);
update visits set score = null where lacking > 0;
