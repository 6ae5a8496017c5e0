-- J-04: a challenge asks twelve small groups at most to read it before it opens, each once, and none that has a part in
-- the asking, is large, or said that it does not want to be asked. Whom it asked stands, and since when.
CREATE FUNCTION reading_asks_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  c challenges%ROWTYPE;
  o organisations%ROWTYPE;
BEGIN
  SELECT * INTO c FROM challenges WHERE id = NEW.challenge_id FOR SHARE;
  IF c.state IS DISTINCT FROM 'read-through' THEN
    RAISE EXCEPTION 'people are asked to read it before it opens' USING ERRCODE = 'HW083';
  END IF;
  NEW.asked_at := clock_timestamp();
  IF NEW.organisation_id IS NULL THEN
    IF NEW.asked_by <> c.commissioner_id THEN
      RAISE EXCEPTION 'whoever asks hands residents to the broker' USING ERRCODE = 'HW084';
    END IF;
    RETURN NEW;
  END IF;
  SELECT * INTO o FROM organisations WHERE id = NEW.organisation_id FOR SHARE;
  IF (o.state IN ('listed', 'checked') AND o.sector <> 'public' AND o.income_band IN ('none', 'micro', 'small')
      AND o.id <> c.organisation_id AND coalesce(o.contact_email, '') <> '') IS NOT TRUE
    OR EXISTS (SELECT 1 FROM memberships m
      WHERE m.organisation_id = o.id AND m.person_id IN (c.commissioner_id, NEW.asked_by)) THEN
    RAISE EXCEPTION 'this organisation is not asked to read it' USING ERRCODE = 'HW084';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('reading_asks' || NEW.challenge_id::text, 0));
  IF (SELECT count(*) FROM reading_asks r
    WHERE r.challenge_id = NEW.challenge_id AND r.organisation_id IS NOT NULL) >= 12 THEN
    RAISE EXCEPTION 'twelve groups are asked to read it at most' USING ERRCODE = 'HW083';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER reading_asks_guard BEFORE INSERT ON reading_asks
  FOR EACH ROW EXECUTE FUNCTION reading_asks_guard();
--> statement-breakpoint
CREATE TRIGGER reading_asks_stand BEFORE UPDATE OR DELETE ON reading_asks
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER reading_asks_never_emptied BEFORE TRUNCATE ON reading_asks
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
