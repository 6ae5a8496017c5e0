-- PE3 [G], docs/decisions/0027: answers are typed for one organisation a challenge and a broker, for nobody who can
-- answer themselves, and over nothing that is there already, taken back or not.
CREATE OR REPLACE FUNCTION typed_entries_guard() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.read_back_at := clock_timestamp();
  PERFORM require_neutral_broker(NEW.place_id, NEW.challenge_id, NEW.typed_by);
  IF EXISTS (SELECT 1 FROM memberships m WHERE m.organisation_id = NEW.organisation_id AND m.person_id = NEW.typed_by) THEN
    RAISE EXCEPTION 'whoever belongs to it types for themselves' USING ERRCODE = 'HW113';
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
--> statement-breakpoint
-- An organisation that was typed in at the desk, is still there, and was never taken over: it has no past to take over.
CREATE FUNCTION came_by_desk(of_organisation uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM organisations o WHERE o.id = of_organisation AND o.state <> 'left')
    AND EXISTS (SELECT 1 FROM typed_entries t WHERE t.organisation_id = of_organisation AND t.what = 'organisation')
    AND NOT EXISTS (SELECT 1 FROM claim_slips s WHERE s.organisation_id = of_organisation AND s.used_at IS NOT NULL)
    -- Used slips are forgotten after a month; that somebody took it over is not.
    AND NOT EXISTS (SELECT 1 FROM audit_events e WHERE e.subject_id = of_organisation AND e.action = 'cases.slip-used')
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION claim_slips_guard() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moving text[] := ARRAY['used_at', 'used_by', 'replaced_at'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.printed_at := clock_timestamp();
    IF NEW.expires_at > clock_timestamp() + interval '90 days' OR NEW.used_at IS NOT NULL THEN
      RAISE EXCEPTION 'a slip works for ninety days' USING ERRCODE = 'HW114';
    END IF;
    PERFORM require_neutral_broker(NEW.place_id, NULL, NEW.printed_by);
    IF NOT came_by_desk(NEW.organisation_id)
      OR EXISTS (SELECT 1 FROM memberships m WHERE m.organisation_id = NEW.organisation_id) THEN
      RAISE EXCEPTION 'a slip is for what was typed in and belongs to nobody' USING ERRCODE = 'HW146';
    END IF;
    RETURN NEW;
  END IF;
  IF (to_jsonb(OLD) - moving) IS DISTINCT FROM (to_jsonb(NEW) - moving)
    OR OLD.used_at IS NOT NULL OR OLD.replaced_at IS NOT NULL THEN
    RAISE EXCEPTION 'a slip works once' USING ERRCODE = 'HW114';
  END IF;
  IF NEW.used_at IS NOT NULL THEN
    NEW.used_at := clock_timestamp();
    IF OLD.expires_at <= clock_timestamp() OR NEW.used_by = OLD.printed_by OR EXISTS (SELECT 1 FROM typed_entries t
      WHERE t.organisation_id = OLD.organisation_id AND t.typed_by = NEW.used_by) THEN
      RAISE EXCEPTION 'this slip is not for them, or its time is over' USING ERRCODE = 'HW114';
    END IF;
    IF NOT came_by_desk(OLD.organisation_id) OR EXISTS (SELECT 1 FROM memberships m
      WHERE m.organisation_id = OLD.organisation_id AND m.person_id <> NEW.used_by) THEN
      RAISE EXCEPTION 'a slip is for what was typed in and belongs to nobody' USING ERRCODE = 'HW146';
    END IF;
  END IF;
  RETURN NEW;
END $$;
