-- §4.2, residents-only veto: what residents decide alone has no last word of a body over it, and is not relabelled so that
-- others answer too. A member's or a body's voice never weighs in it, whoever writes the row.
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_residents_alone" CHECK (kind = 'ordinary' or not body_decides);--> statement-breakpoint
CREATE FUNCTION decisions_stay_residents() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD.kind <> 'ordinary' AND NEW.kind = 'ordinary' THEN
    RAISE EXCEPTION 'what residents decide alone stays with them' USING ERRCODE = 'HW204', CONSTRAINT = 'decisions_residents_alone';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER decisions_a_stay_residents BEFORE UPDATE OF kind ON decisions
  FOR EACH ROW EXECUTE FUNCTION decisions_stay_residents();
