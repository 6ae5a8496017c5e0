ALTER TABLE "typed_entries" ADD COLUMN "introduction_id" uuid;--> statement-breakpoint
ALTER TABLE "typed_entries" ADD CONSTRAINT "typed_entries_one_answer" UNIQUE("introduction_id","organisation_id");--> statement-breakpoint
ALTER TABLE "typed_entries" ADD CONSTRAINT "typed_entries_introduction" CHECK ((what = 'introduction') = (introduction_id is not null));--> statement-breakpoint
-- BR3 [G], PE3: a spoken answer is written down only where nobody of the party signs in and no letter holds a link of
-- theirs, and never by whoever belongs to one of the two or stands on a side of what it is about.
CREATE OR REPLACE FUNCTION typed_entries_guard() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about uuid;
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
  IF NEW.what = 'introduction' THEN
    SELECT i.challenge_id INTO about FROM introductions i WHERE i.id = NEW.introduction_id AND i.place_id = NEW.place_id FOR UPDATE;
    IF about IS NOT NULL THEN
      PERFORM require_neutral_broker(NEW.place_id, about, NEW.typed_by);
    END IF;
    IF EXISTS (SELECT 1 FROM introduction_sides s JOIN memberships m ON m.organisation_id = s.organisation_id
      WHERE s.introduction_id = NEW.introduction_id AND m.person_id = NEW.typed_by) THEN
      RAISE EXCEPTION 'whoever belongs to one of the two writes down for neither' USING ERRCODE = 'HW113';
    END IF;
    IF EXISTS (SELECT 1 FROM memberships m WHERE m.organisation_id = NEW.organisation_id)
      OR NOT EXISTS (SELECT 1 FROM introduction_sides s WHERE s.introduction_id = NEW.introduction_id
        AND s.organisation_id = NEW.organisation_id AND s.asked_at IS NOT NULL AND s.answer IS NULL AND s.token_hash IS NULL) THEN
      RAISE EXCEPTION 'its own people answer, or it has answered, or nobody asked it' USING ERRCODE = 'HW145';
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- An answer is that of a member, of whoever holds the link, or one that was read back and written down: nobody else's.
CREATE FUNCTION introduction_sides_heard() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.answered_by IS NULL AND OLD.token_hash IS NULL THEN
    RAISE EXCEPTION 'nobody answers without a link of theirs' USING ERRCODE = 'HW116';
  END IF;
  IF NEW.answered_by IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM memberships m
      WHERE m.organisation_id = NEW.organisation_id AND m.person_id = NEW.answered_by)
    AND (EXISTS (SELECT 1 FROM memberships m WHERE m.organisation_id = NEW.organisation_id)
      OR NOT EXISTS (SELECT 1 FROM typed_entries e WHERE e.introduction_id = NEW.introduction_id
        AND e.organisation_id = NEW.organisation_id AND e.typed_by = NEW.answered_by)) THEN
    RAISE EXCEPTION 'answered by its own people, or read back and written down' USING ERRCODE = 'HW116';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER introduction_sides_heard BEFORE UPDATE ON introduction_sides
  FOR EACH ROW WHEN (OLD.answer IS NULL AND NEW.answer IS NOT NULL) EXECUTE FUNCTION introduction_sides_heard();
