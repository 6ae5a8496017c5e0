-- Whoever runs an opened challenge may change: people leave, and nobody decides on their own organisation (FR-09).
CREATE OR REPLACE FUNCTION challenges_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moving text[] := ARRAY['commissioner_id', 'state', 'decided_at', 'withdrawn_reason', 'groups_count', 'updated_at', 'version', 'search'];
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
