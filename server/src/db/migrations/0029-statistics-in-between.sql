-- A transaction that fills an empty table with visits has each of their observations looked up by a plan that was made for a table
-- without rows, and it gets slower with every row. The role of a request may not take statistics; it may ask for them of this table.
create function count_visits_anew() returns void language plpgsql security definer set search_path = public as $$
  begin
    analyze visits;
  end $$;
