-- FR-10, M7: an answer is whole or is not given. What is said on the criteria and the next step are written before the
-- decision, after the deadline, and stay as they were.
CREATE FUNCTION interest_feedback_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    RAISE EXCEPTION 'an answer once given stays as it was' USING ERRCODE = 'HW051';
  END IF;
  PERFORM 1 FROM challenges WHERE id = NEW.challenge_id FOR SHARE;
  IF NOT EXISTS (
    SELECT 1 FROM interests i JOIN challenges c ON c.id = i.challenge_id
      WHERE i.id = NEW.interest_id AND i.challenge_id = NEW.challenge_id AND i.state = 'submitted'
        AND c.state IN ('open', 'choosing') AND c.closes_at <= clock_timestamp()) THEN
    RAISE EXCEPTION 'an interest is answered once, after the deadline' USING ERRCODE = 'HW051';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER interest_feedback_guard BEFORE INSERT OR UPDATE OR DELETE ON interest_feedback
  FOR EACH ROW EXECUTE FUNCTION interest_feedback_guard();
--> statement-breakpoint
CREATE TRIGGER interest_next_steps_guard BEFORE INSERT OR UPDATE OR DELETE ON interest_next_steps
  FOR EACH ROW EXECUTE FUNCTION interest_feedback_guard();
--> statement-breakpoint
CREATE FUNCTION answered_in_full(of_interest uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT (SELECT count(*) FROM interest_feedback WHERE interest_id = of_interest) >= 2
    AND EXISTS (SELECT 1 FROM interest_next_steps WHERE interest_id = of_interest)
$$;
--> statement-breakpoint
CREATE FUNCTION interests_feedback_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT answered_in_full(NEW.id) THEN
    RAISE EXCEPTION 'a decision comes with two criteria and a next step' USING ERRCODE = 'HW050';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER interests_feedback_guard AFTER INSERT OR UPDATE OF state ON interests
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.state IN ('chosen', 'not-this-time')) EXECUTE FUNCTION interests_feedback_guard();
--> statement-breakpoint
CREATE FUNCTION challenges_conclude_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM interests WHERE challenge_id = NEW.id
      AND (state = 'submitted' OR state IN ('chosen', 'not-this-time') AND NOT answered_in_full(id))) THEN
    RAISE EXCEPTION 'somebody who answered has no answer yet' USING ERRCODE = 'HW050';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER challenges_conclude_guard AFTER INSERT OR UPDATE OF state ON challenges
  DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.state IN ('formed', 'none-chosen')) EXECUTE FUNCTION challenges_conclude_guard();
--> statement-breakpoint

-- The clock of answers is public, so nobody moves or stops it: only that somebody was reminded is noted, once.
CREATE FUNCTION answer_clocks_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  noted text[] := ARRAY['soon_told', 'day_told', 'late_told'];
BEGIN
  IF TG_OP = 'DELETE' OR (to_jsonb(OLD) - noted) IS DISTINCT FROM (to_jsonb(NEW) - noted) THEN
    RAISE EXCEPTION 'the clock of answers is not moved' USING ERRCODE = 'HW052';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER answer_clocks_guard BEFORE UPDATE OR DELETE ON answer_clocks
  FOR EACH ROW EXECUTE FUNCTION answer_clocks_guard();
--> statement-breakpoint

-- M8: usefulness is said about an answer that was given, by an organisation once; the number may change for thirty days.
CREATE FUNCTION feedback_ratings_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  said text[] := ARRAY['rating', 'rated_by', 'rated_at'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT 1 FROM interests WHERE id = NEW.interest_id AND state IN ('chosen', 'not-this-time')) THEN
      RAISE EXCEPTION 'only an answer that was given is rated' USING ERRCODE = 'HW051';
    END IF;
    IF NEW.changeable_until > clock_timestamp() + interval '31 days' THEN
      RAISE EXCEPTION 'a rating changes for thirty days' USING ERRCODE = 'HW052';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR (to_jsonb(OLD) - said) IS DISTINCT FROM (to_jsonb(NEW) - said) THEN
    RAISE EXCEPTION 'a rating stays with its answer' USING ERRCODE = 'HW051';
  END IF;
  IF NEW.rating <> OLD.rating AND OLD.changeable_until <= clock_timestamp() THEN
    RAISE EXCEPTION 'a rating changes for thirty days' USING ERRCODE = 'HW052';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER feedback_ratings_guard BEFORE INSERT OR UPDATE OR DELETE ON feedback_ratings
  FOR EACH ROW EXECUTE FUNCTION feedback_ratings_guard();
--> statement-breakpoint

-- §2.7, queried → answered: one question about an answer that was given, answered once; nobody rewrites either.
CREATE FUNCTION questions_back_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  answering text[] := ARRAY['answer', 'answered_by', 'answered_at', 'day_told', 'late_told'];
  noted text[] := ARRAY['day_told', 'late_told'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT 1 FROM interests WHERE id = NEW.interest_id AND state IN ('chosen', 'not-this-time')) THEN
      RAISE EXCEPTION 'a question back is about an answer that was given' USING ERRCODE = 'HW051';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR (to_jsonb(OLD) - answering) IS DISTINCT FROM (to_jsonb(NEW) - answering)
    OR OLD.answered_at IS NOT NULL AND (to_jsonb(OLD) - noted) IS DISTINCT FROM (to_jsonb(NEW) - noted) THEN
    RAISE EXCEPTION 'a question back and its answer stay as they were' USING ERRCODE = 'HW051';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER questions_back_guard BEFORE INSERT OR UPDATE OR DELETE ON questions_back
  FOR EACH ROW EXECUTE FUNCTION questions_back_guard();
