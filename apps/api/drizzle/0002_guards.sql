-- What must never be, whoever asks and through whatever door (house rule: the database forbids it).

-- TR2: the trail only grows.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'HW001';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_only_grows BEFORE UPDATE OR DELETE ON audit_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_is_never_emptied BEFORE TRUNCATE ON audit_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

-- The words of a challenge, folded, in the two languages people write here.
CREATE FUNCTION challenges_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search :=
    setweight(to_tsvector('english', fold(NEW.question)), 'A') ||
    setweight(to_tsvector('dutch', fold(NEW.question)), 'A') ||
    setweight(to_tsvector('english', fold(NEW.summary || ' ' || NEW.who_is_affected || ' ' || NEW.why_now)), 'B') ||
    setweight(to_tsvector('dutch', fold(NEW.summary || ' ' || NEW.who_is_affected || ' ' || NEW.why_now)), 'B');
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER challenges_search BEFORE INSERT OR UPDATE OF question, summary, who_is_affected, why_now ON challenges
  FOR EACH ROW EXECUTE FUNCTION challenges_search();
--> statement-breakpoint

-- §2.4: a challenge moves only forward, and what people answer to does not move under them (TR3).
CREATE FUNCTION challenges_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moving text[] := ARRAY['state', 'decided_at', 'withdrawn_reason', 'updated_at', 'version', 'search'];
  opening text[] := ARRAY['slug', 'opened_at'];
  total integer;
  how_many integer;
BEGIN
  IF NOT (OLD.state = NEW.state
    OR (OLD.state = 'draft' AND NEW.state IN ('open', 'withdrawn'))
    OR (OLD.state = 'open' AND NEW.state IN ('choosing', 'formed', 'none-chosen', 'withdrawn'))
    OR (OLD.state = 'choosing' AND NEW.state IN ('formed', 'none-chosen', 'withdrawn'))) THEN
    RAISE EXCEPTION 'a challenge cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'HW002';
  END IF;
  IF OLD.state <> 'draft' AND (to_jsonb(OLD) - moving) IS DISTINCT FROM (to_jsonb(NEW) - moving) THEN
    RAISE EXCEPTION 'an opened challenge is frozen' USING ERRCODE = 'HW003';
  END IF;
  IF OLD.state = 'draft' AND NEW.state = 'open' THEN
    SELECT coalesce(sum(weight), 0), count(*) INTO total, how_many
      FROM challenge_criteria WHERE challenge_id = NEW.id;
    IF total <> 100 OR how_many NOT BETWEEN 3 AND 5 THEN
      RAISE EXCEPTION 'weights sum to % over % criteria', total, how_many USING ERRCODE = 'HW004';
    END IF;
    IF NEW.closes_at <= clock_timestamp() THEN
      RAISE EXCEPTION 'a challenge cannot open after it closes' USING ERRCODE = 'HW004';
    END IF;
  END IF;
  IF OLD.state IN ('open', 'choosing') AND NEW.state IN ('formed', 'none-chosen') AND OLD.closes_at > clock_timestamp() THEN
    RAISE EXCEPTION 'nobody is chosen before the deadline' USING ERRCODE = 'HW005';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER challenges_guard BEFORE UPDATE ON challenges
  FOR EACH ROW EXECUTE FUNCTION challenges_guard();
--> statement-breakpoint
CREATE FUNCTION challenge_parts_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_challenge uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.challenge_id ELSE NEW.challenge_id END;
BEGIN
  IF EXISTS (SELECT 1 FROM challenges WHERE id = of_challenge AND state <> 'draft') THEN
    RAISE EXCEPTION 'an opened challenge is frozen' USING ERRCODE = 'HW003';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER criteria_frozen BEFORE INSERT OR UPDATE OR DELETE ON challenge_criteria
  FOR EACH ROW EXECUTE FUNCTION challenge_parts_frozen();
--> statement-breakpoint
CREATE TRIGGER challenge_areas_frozen BEFORE INSERT OR UPDATE OR DELETE ON challenge_areas
  FOR EACH ROW EXECUTE FUNCTION challenge_parts_frozen();
--> statement-breakpoint

-- Annex IV's rule on receipt, as `trust.md` §4.2 has it: whole, in the database, before the instant, by its own clock.
CREATE FUNCTION interests_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  answers_moved boolean;
  is_open boolean;
  of_challenge uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.challenge_id ELSE NEW.challenge_id END;
  deciding text[] := ARRAY['state', 'decision_reason', 'decided_by', 'decided_at', 'version'];
BEGIN
  SELECT state = 'open' AND closes_at > clock_timestamp() INTO is_open
    FROM challenges WHERE id = of_challenge FOR SHARE;
  IF TG_OP = 'UPDATE' THEN
    answers_moved := (to_jsonb(OLD) - deciding) IS DISTINCT FROM (to_jsonb(NEW) - deciding) OR NEW.state = 'withdrawn' AND OLD.state <> 'withdrawn';
    IF NEW.state IN ('chosen', 'not-this-time') THEN
      IF OLD.state <> 'submitted' OR is_open THEN
        RAISE EXCEPTION 'an interest is decided once, after the deadline' USING ERRCODE = 'HW006';
      END IF;
    END IF;
    IF answers_moved AND NOT is_open THEN
      RAISE EXCEPTION 'the challenge has closed' USING ERRCODE = 'HW007';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT is_open THEN
    RAISE EXCEPTION 'the challenge has closed' USING ERRCODE = 'HW007';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER interests_guard BEFORE INSERT OR UPDATE OR DELETE ON interests
  FOR EACH ROW EXECUTE FUNCTION interests_guard();
