-- §4.4: an alarm about the record itself. It is never deleted and never rewritten; it is settled once, and not before an
-- event of the record says that somebody answers for it.
CREATE TRIGGER trail_alarms_stay BEFORE DELETE ON trail_alarms
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER trail_alarms_are_never_emptied BEFORE TRUNCATE ON trail_alarms
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION trail_alarms_guard() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.raised_at := clock_timestamp();
    NEW.settled_at := NULL;
    RETURN NEW;
  END IF;
  IF OLD.settled_at IS NOT NULL OR NEW.settled_at IS NULL
    OR to_jsonb(NEW) - 'settled_at' <> to_jsonb(OLD) - 'settled_at' THEN
    RAISE EXCEPTION 'an alarm is settled once and stays as it was' USING ERRCODE = 'HW089';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM audit_events WHERE subject_id = OLD.id AND action = 'trail.accepted') THEN
    RAISE EXCEPTION 'an alarm is settled by an event of the record' USING ERRCODE = 'HW089';
  END IF;
  NEW.settled_at := clock_timestamp();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER trail_alarms_guard BEFORE INSERT OR UPDATE ON trail_alarms
  FOR EACH ROW EXECUTE FUNCTION trail_alarms_guard();
