-- §2.4 once more, with what the first guards left open: a challenge is born a draft and an opened one is never
-- deleted; a public reason is said once; criteria cannot be carried off to another challenge, nor change while
-- somebody is opening it. `groups_count` counts what stands beside the question, so it may move.
CREATE OR REPLACE FUNCTION challenges_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moving text[] := ARRAY['state', 'decided_at', 'withdrawn_reason', 'groups_count', 'updated_at', 'version', 'search'];
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
  IF NEW.withdrawn_reason IS DISTINCT FROM OLD.withdrawn_reason
    AND NOT (OLD.state <> 'withdrawn' AND NEW.state = 'withdrawn') THEN
    RAISE EXCEPTION 'a reason is given once, when it is withdrawn' USING ERRCODE = 'HW003';
  END IF;
  IF OLD.state <> 'withdrawn' AND NEW.state = 'withdrawn' AND coalesce(length(NEW.withdrawn_reason), 0) < 20 THEN
    RAISE EXCEPTION 'withdrawing takes a public reason' USING ERRCODE = 'HW008';
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
  IF OLD.state IN ('open', 'choosing') AND NEW.state IN ('choosing', 'formed', 'none-chosen')
    AND OLD.state <> NEW.state AND OLD.closes_at > clock_timestamp() THEN
    RAISE EXCEPTION 'nobody is chosen before the deadline' USING ERRCODE = 'HW005';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION challenges_begin_and_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.state <> 'draft' THEN
    RAISE EXCEPTION 'a challenge begins as a draft' USING ERRCODE = 'HW002';
  END IF;
  IF TG_OP = 'DELETE' AND OLD.state <> 'draft' THEN
    RAISE EXCEPTION 'an opened challenge is never deleted' USING ERRCODE = 'HW003';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER challenges_begin_and_stay BEFORE INSERT OR DELETE ON challenges
  FOR EACH ROW EXECUTE FUNCTION challenges_begin_and_stay();
--> statement-breakpoint
-- FOR SHARE: whoever changes a part waits for whoever is opening the whole, and the other way round.
CREATE OR REPLACE FUNCTION challenge_parts_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_state text;
BEGIN
  FOR of_state IN
    SELECT state FROM challenges
      WHERE id IN (
        CASE WHEN TG_OP <> 'INSERT' THEN OLD.challenge_id END,
        CASE WHEN TG_OP <> 'DELETE' THEN NEW.challenge_id END)
      FOR SHARE
  LOOP
    IF of_state <> 'draft' THEN
      RAISE EXCEPTION 'an opened challenge is frozen' USING ERRCODE = 'HW003';
    END IF;
  END LOOP;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
