-- §2.7 once more, with what the first guard left open. First the lock, then the clock: who waited for the lock is
-- judged by the moment they got it. An interest stays with its challenge and organisation, comes back only while the
-- challenge is open, and an answer once given is not taken back.
CREATE OR REPLACE FUNCTION interests_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_challenge uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.challenge_id ELSE NEW.challenge_id END;
  deciding text[] := ARRAY['state', 'decision_reason', 'decided_by', 'decided_at', 'version'];
  outcomes text[] := ARRAY['chosen', 'not-this-time'];
  is_open boolean;
BEGIN
  PERFORM 1 FROM challenges WHERE id = of_challenge FOR SHARE;
  SELECT state = 'open' AND closes_at > clock_timestamp() INTO is_open FROM challenges WHERE id = of_challenge;
  is_open := coalesce(is_open, false);
  IF TG_OP = 'UPDATE' THEN
    IF (OLD.id, OLD.place_id, OLD.challenge_id, OLD.organisation_id)
      IS DISTINCT FROM (NEW.id, NEW.place_id, NEW.challenge_id, NEW.organisation_id) THEN
      RAISE EXCEPTION 'an interest stays where it was sent' USING ERRCODE = 'HW007';
    END IF;
    IF OLD.state = ANY (outcomes) OR NEW.state = ANY (outcomes) AND (OLD.state <> 'submitted' OR is_open) THEN
      RAISE EXCEPTION 'an interest is decided once, after the deadline' USING ERRCODE = 'HW006';
    END IF;
    IF NEW.state = ANY (outcomes)
      AND (to_jsonb(OLD) - deciding) IS NOT DISTINCT FROM (to_jsonb(NEW) - deciding) THEN
      RETURN NEW;
    END IF;
  END IF;
  IF NOT is_open THEN
    RAISE EXCEPTION 'the challenge has closed' USING ERRCODE = 'HW007';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint

-- CO1, FR-10: what is announced is formed once, after the deadline, and whole: nobody without an answer, four to six
-- organisations of two sectors at least, or none at all.
CREATE FUNCTION cohorts_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    RAISE EXCEPTION 'what was announced stays as it was' USING ERRCODE = 'HW006';
  END IF;
  PERFORM 1 FROM challenges WHERE id = NEW.challenge_id FOR SHARE;
  IF EXISTS (SELECT 1 FROM challenges WHERE id = NEW.challenge_id AND closes_at > clock_timestamp()) THEN
    RAISE EXCEPTION 'nobody is chosen before the deadline' USING ERRCODE = 'HW005';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER cohorts_guard BEFORE INSERT OR UPDATE OR DELETE ON cohorts
  FOR EACH ROW EXECUTE FUNCTION cohorts_guard();
--> statement-breakpoint
CREATE FUNCTION cohort_organisations_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    RAISE EXCEPTION 'what was announced stays as it was' USING ERRCODE = 'HW006';
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM cohorts c JOIN interests i ON i.challenge_id = c.challenge_id
      WHERE c.id = NEW.cohort_id AND i.organisation_id = NEW.organisation_id AND i.state = 'chosen') THEN
    RAISE EXCEPTION 'only who answered and was chosen is in a cohort' USING ERRCODE = 'HW006';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER cohort_organisations_guard BEFORE INSERT OR UPDATE OR DELETE ON cohort_organisations
  FOR EACH ROW EXECUTE FUNCTION cohort_organisations_guard();
--> statement-breakpoint
CREATE FUNCTION cohorts_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  outcome text := (SELECT state FROM challenges WHERE id = NEW.challenge_id);
  chosen integer;
  waiting integer;
  members integer;
  sectors integer;
BEGIN
  SELECT count(*) FILTER (WHERE state = 'chosen'), count(*) FILTER (WHERE state = 'submitted')
    INTO chosen, waiting FROM interests WHERE challenge_id = NEW.challenge_id;
  SELECT count(*), count(DISTINCT o.sector) INTO members, sectors
    FROM cohort_organisations m JOIN organisations o ON o.id = m.organisation_id WHERE m.cohort_id = NEW.id;
  IF waiting > 0 OR members <> chosen
    OR NOT (outcome = 'none-chosen' AND members = 0
      OR outcome = 'formed' AND members BETWEEN 4 AND 6 AND sectors >= 2) THEN
    RAISE EXCEPTION 'a cohort is whole or is not: % members, % sectors, % waiting', members, sectors, waiting
      USING ERRCODE = 'HW009';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER cohorts_whole AFTER INSERT ON cohorts DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION cohorts_whole();
