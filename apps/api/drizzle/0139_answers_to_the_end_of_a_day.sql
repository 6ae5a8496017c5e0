-- The end of a day is the first moment of the next.
CREATE OR REPLACE FUNCTION in_twenty_working_days(of_place uuid, from_day date, until timestamptz) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT ((until - interval '1 millisecond') AT TIME ZONE p.time_zone)::date <= working_day_after(of_place, from_day, 20)
    FROM places p WHERE p.id = of_place
$$;
