-- §2.2: nobody is erased for being away without 18 months and a letter 30 days old; who presses it themselves was here.
CREATE FUNCTION people_not_by_surprise() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL
    AND OLD.last_seen_at <= clock_timestamp() - interval '31 days'
    AND (OLD.dormant_told_at IS NULL
      OR OLD.dormant_told_at > clock_timestamp() - interval '30 days'
      OR OLD.last_seen_at > clock_timestamp() - interval '18 months') THEN
    RAISE EXCEPTION 'whoever is away is told a month before, and has 18 months' USING ERRCODE = 'HW085';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER people_not_by_surprise BEFORE UPDATE OF erased_at ON people
  FOR EACH ROW EXECUTE FUNCTION people_not_by_surprise();
