-- "Within twenty working days" on the place's own calendar (CH9 [G], CD6 [G]); before, a login that may write rows could
-- promise a later day. A day sooner is always allowed.
CREATE FUNCTION in_twenty_working_days(of_place uuid, from_day date, until timestamptz) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT (until AT TIME ZONE p.time_zone)::date <= working_day_after(of_place, from_day, 20) FROM places p WHERE p.id = of_place
$$;
--> statement-breakpoint
CREATE FUNCTION proposals_in_time() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.state = 'answering' AND OLD.state <> 'answering' AND in_twenty_working_days(NEW.place_id,
      (SELECT (clock_timestamp() AT TIME ZONE p.time_zone)::date FROM places p WHERE p.id = NEW.place_id), NEW.answer_by)
      IS NOT TRUE THEN
    RAISE EXCEPTION 'answered within twenty working days' USING ERRCODE = 'HW182';
  END IF;
  RETURN NEW;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER proposals_in_time BEFORE UPDATE OF state ON proposals
  FOR EACH ROW EXECUTE FUNCTION proposals_in_time();
--> statement-breakpoint
CREATE FUNCTION suggestions_in_time() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.state = 'acknowledged' AND OLD.state <> 'acknowledged'
      AND in_twenty_working_days(NEW.place_id, NEW.decided_on, NEW.answer_by) IS NOT TRUE THEN
    RAISE EXCEPTION 'answered within twenty working days of being decided' USING ERRCODE = 'HW224';
  END IF;
  RETURN NEW;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER suggestions_in_time BEFORE UPDATE OF state ON suggestions
  FOR EACH ROW EXECUTE FUNCTION suggestions_in_time();
