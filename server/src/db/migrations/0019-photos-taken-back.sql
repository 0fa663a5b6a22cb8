-- A photo that was taken back shows a thing no longer; what it shows is taken off, and put on, but never turned into another.
drop trigger evidence_serves_is_append_only on evidence_serves;
create trigger evidence_serves_never_change before update on evidence_serves for each row execute function refuse_change_of_evidence();
grant delete on evidence_serves to luoshi_app;
