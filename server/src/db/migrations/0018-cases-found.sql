-- What a list of cases is narrowed by lies in the index that it is walked by, so that a list of few among a million reads no others.
drop index cases_state;
create index cases_state on cases (tenant_id, state, due_at, id)
  include (unit_id, category_id, programme_id, origin, level, assigned_at, submitted_at, escalated_at, listed_at, year, serial, title);
drop index cases_unit_state;
create index cases_unit_state on cases (tenant_id, unit_id, state, due_at, id)
  include (category_id, programme_id, origin, level, assigned_at, submitted_at, escalated_at, listed_at, year, serial, title);

-- Every two letters that stand together: most Chinese words are that short, and the three letters of pg_trgm find none of them.
create function pairs_of(words text) returns text[] language sql immutable strict parallel safe
  as $$ select coalesce(array_agg(distinct substr(words, n, 2)), '{}') from generate_series(1, length(words) - 1) n $$;
drop index cases_title;
create index cases_title on cases using gin (pairs_of(title));

-- Row-level security lets no index find words for the one who asks; this finds them in the tenant of the transaction and answers
-- nothing but ids, of which the one who asks reads those within reach.
create function cases_titled(words text, most integer) returns setof uuid language sql stable security definer set search_path = public
  as $$ select id from cases where tenant_id = current_tenant() and pairs_of(title) @> pairs_of(words) and position(words in title) > 0
        limit most $$;
