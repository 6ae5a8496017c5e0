-- §4.2, Papers: nothing is decided on papers later than five working days. The words of a decision are its paper: from when
-- they were put clearly, and everybody who is asked was told, until five working days later nobody counts. The one
-- integrating round is exempt, and the same words asked again keep the day on which they were first put.
ALTER TABLE "decision_versions" ADD COLUMN "words_at" timestamp with time zone;--> statement-breakpoint
CREATE FUNCTION decision_words_until(v decision_versions) RETURNS timestamptz
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  first decision_versions%ROWTYPE := v;
  zone text;
BEGIN
  WHILE first.why = 'again' LOOP
    SELECT w.* INTO STRICT first FROM decision_versions w WHERE w.decision_id = v.decision_id AND w.number = first.number - 1;
  END LOOP;
  IF first.why = 'integrated' THEN
    RETURN '-infinity';
  END IF;
  SELECT p.time_zone INTO zone FROM places p WHERE p.id = v.place_id;
  RETURN working_day_after(v.place_id, (coalesce(first.words_at, first.created_at) AT TIME ZONE zone)::date, 5)::timestamp
    AT TIME ZONE zone;
END $$;
--> statement-breakpoint
CREATE FUNCTION decision_versions_words() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  now_at timestamptz := clock_timestamp();
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.words_at := now_at;
    RETURN NEW;
  END IF;
  IF OLD.opened_at IS NULL AND NEW.opened_at IS NULL AND ((OLD.text, OLD.reason, OLD.options, OLD.affects)
      IS DISTINCT FROM (NEW.text, NEW.reason, NEW.options, NEW.affects)
    OR (SELECT d.state FROM decisions d WHERE d.id = NEW.decision_id) = 'raised') THEN
    NEW.words_at := now_at;
  END IF;
  IF OLD.opened_at IS NULL AND NEW.opened_at IS NOT NULL AND NEW.closes_at < decision_words_until(NEW)
    OR OLD.closed_at IS NULL AND NEW.closed_at < decision_words_until(NEW) THEN
    RAISE EXCEPTION 'nothing is decided on words later than five working days' USING ERRCODE = 'HW206', CONSTRAINT = 'decision_words_in_time';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- After decision_versions_guard, which keeps everything else.
CREATE TRIGGER decision_versions_words BEFORE INSERT OR UPDATE ON decision_versions
  FOR EACH ROW EXECUTE FUNCTION decision_versions_words();
