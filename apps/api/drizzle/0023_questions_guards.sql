-- FR-11, §2.4: a question is asked while there is time for it, by the database's clock; its words stay as they were
-- asked; it is closed once, and for good. First the lock, then the clock: who waited for the lock is judged by the
-- moment they got it.
CREATE FUNCTION questions_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  noting text[] := ARRAY['told_at', 'reminded_at', 'late_told_at'];
  closing text[] := ARRAY['state', 'reply', 'merged_into', 'closed_by', 'closed_as', 'closed_at'];
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a question is never deleted' USING ERRCODE = 'HW061';
  END IF;
  IF TG_OP = 'INSERT' THEN
    PERFORM 1 FROM challenges WHERE id = NEW.challenge_id FOR SHARE;
    IF NOT EXISTS (SELECT 1 FROM challenges WHERE id = NEW.challenge_id AND state = 'open'
      AND coalesce(questions_until, closes_at) > clock_timestamp()) THEN
      RAISE EXCEPTION 'the time for questions is over' USING ERRCODE = 'HW060';
    END IF;
    IF NEW.state <> 'asked' THEN
      RAISE EXCEPTION 'a question is asked before it is closed' USING ERRCODE = 'HW061';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.state <> 'asked' THEN
    RAISE EXCEPTION 'a closed question stays as it is' USING ERRCODE = 'HW061';
  END IF;
  IF (to_jsonb(OLD) - noting - closing - 'words'::text) IS DISTINCT FROM (to_jsonb(NEW) - noting - closing - 'words'::text) THEN
    RAISE EXCEPTION 'a question stays as it was asked' USING ERRCODE = 'HW061';
  END IF;
  IF NEW.words <> OLD.words AND NOT (NEW.words = '' AND NEW.state = 'declined' AND NEW.closed_as = 'broker') THEN
    RAISE EXCEPTION 'a question stays as it was asked' USING ERRCODE = 'HW061';
  END IF;
  IF NEW.state = 'merged' THEN
    PERFORM 1 FROM questions WHERE id = NEW.merged_into AND id <> NEW.id AND state IN ('asked', 'answered') FOR SHARE;
    IF NOT FOUND OR EXISTS (SELECT 1 FROM questions WHERE merged_into = NEW.id) THEN
      RAISE EXCEPTION 'these two cannot be put together' USING ERRCODE = 'HW062';
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER questions_guard BEFORE INSERT OR UPDATE OR DELETE ON questions
  FOR EACH ROW EXECUTE FUNCTION questions_guard();
--> statement-breakpoint
CREATE FUNCTION questions_never_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a question is never deleted' USING ERRCODE = 'HW061';
END $$;
--> statement-breakpoint
CREATE TRIGGER questions_never_emptied BEFORE TRUNCATE ON questions
  FOR EACH STATEMENT EXECUTE FUNCTION questions_never_emptied();
