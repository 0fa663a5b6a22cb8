-- Who sent or filed a file, found by what it holds.
create index evidence_file on evidence (tenant_id, sha256, added_by) where sha256 is not null;
create index uploads_file on uploads (tenant_id, sha256, person_id);
