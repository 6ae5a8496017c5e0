-- J-04: whoever read it has an answer before it opens. Words and answers stand once given, and are given while it is read.
CREATE FUNCTION reading_comments_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_state text;
BEGIN
  IF TG_OP = 'UPDATE' AND ((to_jsonb(OLD) - ARRAY['answer', 'answered_by', 'answered_at', 'reminded_at'])
      IS DISTINCT FROM (to_jsonb(NEW) - ARRAY['answer', 'answered_by', 'answered_at', 'reminded_at'])
    OR OLD.answered_at IS NOT NULL AND (OLD.answer, OLD.answered_by, OLD.answered_at)
      IS DISTINCT FROM (NEW.answer, NEW.answered_by, NEW.answered_at)) THEN
    RAISE EXCEPTION 'what a reader said and was answered stands' USING ERRCODE = 'HW014';
  END IF;
  IF TG_OP = 'INSERT' THEN
    SELECT state INTO of_state FROM challenges WHERE id = NEW.challenge_id FOR SHARE;
    IF of_state IS DISTINCT FROM 'read-through' THEN
      RAISE EXCEPTION 'comments are for before it opens' USING ERRCODE = 'HW014';
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER reading_comments_guard BEFORE INSERT OR UPDATE ON reading_comments
  FOR EACH ROW EXECUTE FUNCTION reading_comments_guard();
--> statement-breakpoint
CREATE FUNCTION challenges_are_read() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM reading_comments WHERE challenge_id = NEW.id AND answered_at IS NULL) THEN
    RAISE EXCEPTION 'a reader still waits for an answer' USING ERRCODE = 'HW014';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER challenges_are_read BEFORE UPDATE OF state ON challenges
  FOR EACH ROW WHEN (OLD.state = 'read-through' AND NEW.state = 'open') EXECUTE FUNCTION challenges_are_read();
