-- Which of the things that a criterion asks for it is: the roster, not the founding document. Empty where there is one only.
alter table evidence_serves add column part text not null default '';
alter table evidence_serves drop constraint evidence_serves_pkey;
alter table evidence_serves add primary key (tenant_id, evidence_id, subject_kind, subject_id, part);
