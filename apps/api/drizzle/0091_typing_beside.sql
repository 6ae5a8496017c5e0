-- PE3 [G], §2.2: what an organisation has decides whom matching proposes. While a challenge is open on whose side a broker
-- stands, they type it for nobody who shares a theme with it: another broker does.
CREATE FUNCTION stands_beside(of_organisation uuid, person uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  -- Whether they stand on a side is asked of one function alone; the list before it only says where to ask.
  WITH near AS (
    SELECT c.id FROM challenges c WHERE c.commissioner_id = person
    UNION SELECT b.challenge_id FROM broker_conflicts b WHERE b.broker_id = person
    UNION SELECT c.id FROM memberships m JOIN challenges c ON c.organisation_id = m.organisation_id WHERE m.person_id = person
    UNION SELECT i.challenge_id FROM memberships m JOIN interests i ON i.organisation_id = m.organisation_id
      WHERE m.person_id = person
    UNION SELECT j.challenge_id FROM memberships m JOIN joint_interest_members j ON j.organisation_id = m.organisation_id
      WHERE m.person_id = person)
  SELECT EXISTS (SELECT 1 FROM near JOIN challenges c ON c.id = near.id
    JOIN organisations o ON o.id = of_organisation AND o.place_id = c.place_id
    WHERE c.state IN ('open', 'paused') AND c.closes_at > clock_timestamp() AND c.themes && o.themes
      AND represents_party(c.id, person))
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION typed_entries_guard() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.read_back_at := clock_timestamp();
  PERFORM require_neutral_broker(NEW.place_id, NEW.challenge_id, NEW.typed_by);
  IF EXISTS (SELECT 1 FROM memberships m WHERE m.organisation_id = NEW.organisation_id AND m.person_id = NEW.typed_by) THEN
    RAISE EXCEPTION 'whoever belongs to it types for themselves' USING ERRCODE = 'HW113';
  END IF;
  IF NEW.what = 'capacity' AND stands_beside(NEW.organisation_id, NEW.typed_by) THEN
    RAISE EXCEPTION 'whoever stands on a side does not type what others have' USING ERRCODE = 'HW155';
  END IF;
  IF NEW.what = 'interest' THEN
    -- Two at once would not see each other.
    PERFORM pg_advisory_xact_lock(hashtextextended('typed:' || NEW.challenge_id || NEW.typed_by, 0));
    IF EXISTS (SELECT 1 FROM typed_entries t
      WHERE t.challenge_id = NEW.challenge_id AND t.typed_by = NEW.typed_by AND t.what = 'interest') THEN
      RAISE EXCEPTION 'one organisation a challenge and a broker' USING ERRCODE = 'HW144';
    END IF;
    IF EXISTS (SELECT 1 FROM memberships m WHERE m.organisation_id = NEW.organisation_id)
      OR EXISTS (SELECT 1 FROM interests i WHERE i.challenge_id = NEW.challenge_id
        AND (i.organisation_id = NEW.organisation_id OR NEW.organisation_id = ANY (i.parties)))
      OR EXISTS (SELECT 1 FROM interest_drafts d
        WHERE d.challenge_id = NEW.challenge_id AND d.organisation_id = NEW.organisation_id)
      OR EXISTS (SELECT 1 FROM interest_voice_notes v
        WHERE v.challenge_id = NEW.challenge_id AND v.organisation_id = NEW.organisation_id)
      OR EXISTS (SELECT 1 FROM joint_interest_members j WHERE j.challenge_id = NEW.challenge_id
        AND j.organisation_id = NEW.organisation_id AND j.state = 'joined') THEN
      RAISE EXCEPTION 'its own people answer, or it has answers already' USING ERRCODE = 'HW145';
    END IF;
  END IF;
  RETURN NEW;
END $$;
