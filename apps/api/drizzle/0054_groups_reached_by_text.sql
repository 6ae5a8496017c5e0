-- Whether a letter about an organisation reaches somebody: at its own address, or by email or text at whoever leads it.
-- The same choice as `contactsOf` in modules/organisations.
CREATE FUNCTION organisation_is_reached(o organisations) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(o.contact_email, '') <> '' OR coalesce((
    SELECT p.email IS NOT NULL OR p.phone_verified_at IS NOT NULL
    FROM memberships m JOIN people p ON p.id = m.person_id
    WHERE m.organisation_id = o.id ORDER BY m.lead DESC, m.created_at LIMIT 1), false)
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION reading_asks_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
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
      AND o.id <> c.organisation_id AND organisation_is_reached(o)) IS NOT TRUE
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
