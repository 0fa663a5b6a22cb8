-- What was filed as evidence stays as it was filed; only the unit that holds it may change, when it is handed over.
create function refuse_change_of_evidence() returns trigger language plpgsql as $$ begin
  if tg_op = 'UPDATE' and (to_jsonb(new) - 'unit_id' - 'unit_path') = (to_jsonb(old) - 'unit_id' - 'unit_path') then return new; end if;
  raise exception 'evidence is append-only';
end $$;
create trigger evidence_is_append_only before update or delete on evidence for each row execute function refuse_change_of_evidence();
create trigger evidence_serves_is_append_only before update or delete on evidence_serves for each row execute function refuse_change_of_evidence();
revoke delete on evidence from luoshi_app;
revoke update, delete on evidence_serves from luoshi_app;
