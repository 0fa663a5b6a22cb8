-- What was filed wrongly, or is nobody's business, is taken off everything it served. The row and its file stay as they were sealed.
alter table evidence
  add column withdrawn_at timestamptz,
  add column withdrawn_by uuid,
  add column withdrawn_why text,
  add constraint evidence_withdrawn_check check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_why is null)),
  add foreign key (tenant_id, withdrawn_by) references people (tenant_id, id);

create or replace function refuse_change_of_evidence() returns trigger language plpgsql as $$ begin
  if tg_op = 'UPDATE' and (to_jsonb(new) - '{unit_id,unit_path,withdrawn_at,withdrawn_by,withdrawn_why}'::text[])
    = (to_jsonb(old) - '{unit_id,unit_path,withdrawn_at,withdrawn_by,withdrawn_why}'::text[]) then return new; end if;
  raise exception 'evidence is append-only';
end $$;
