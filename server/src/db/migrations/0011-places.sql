-- Where in its source each stretch of a plan's text stands: pages, paragraphs, cells, lines.
alter table plan_versions add column places jsonb not null default '[]';
