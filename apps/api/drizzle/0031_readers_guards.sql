-- J-04. Readers are people with no part in the asking, and the answer comes from whoever asks, in a sentence at least.
CREATE OR REPLACE FUNCTION reading_comments_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  c challenges%ROWTYPE;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'what a reader said and was answered stands' USING ERRCODE = 'HW014';
  END IF;
  IF TG_OP = 'UPDATE' AND ((to_jsonb(OLD) - ARRAY['answer', 'answered_by', 'answered_at', 'reminded_at'])
      IS DISTINCT FROM (to_jsonb(NEW) - ARRAY['answer', 'answered_by', 'answered_at', 'reminded_at'])
    OR OLD.answered_at IS NOT NULL AND (OLD.answer, OLD.answered_by, OLD.answered_at)
      IS DISTINCT FROM (NEW.answer, NEW.answered_by, NEW.answered_at)) THEN
    RAISE EXCEPTION 'what a reader said and was answered stands' USING ERRCODE = 'HW014';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.answer IS NOT DISTINCT FROM NEW.answer THEN
    RETURN NEW;
  END IF;
  SELECT * INTO c FROM challenges WHERE id = NEW.challenge_id FOR SHARE;
  IF c.state IS DISTINCT FROM 'read-through' THEN
    RAISE EXCEPTION 'comments and answers are for before it opens' USING ERRCODE = 'HW014';
  END IF;
  IF NEW.answer IS NOT NULL AND (NEW.answered_by <> c.commissioner_id OR char_length(trim(NEW.answer)) < 10) THEN
    RAISE EXCEPTION 'whoever asks answers a reader, in a sentence' USING ERRCODE = 'HW014';
  END IF;
  IF TG_OP = 'UPDATE' THEN
    RETURN NEW;
  END IF;
  IF NEW.person_id = c.commissioner_id
    OR NEW.organisation_id IS NOT DISTINCT FROM c.organisation_id
    OR EXISTS (SELECT 1 FROM memberships m
      WHERE m.person_id = NEW.person_id AND m.organisation_id = c.organisation_id)
    OR EXISTS (SELECT 1 FROM role_grants g WHERE g.person_id = NEW.person_id AND g.place_id = c.place_id
      AND g.role = 'broker' AND g.ended_at IS NULL) THEN
    RAISE EXCEPTION 'whoever has a part in asking is no reader of it' USING ERRCODE = 'HW015';
  END IF;
  IF NEW.organisation_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM memberships m
    WHERE m.person_id = NEW.person_id AND m.organisation_id = NEW.organisation_id) THEN
    RAISE EXCEPTION 'one reads for an organisation one belongs to' USING ERRCODE = 'HW015';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW.challenge_id::text || NEW.person_id::text, 0));
  IF (SELECT count(*) FROM reading_comments r
    WHERE r.challenge_id = NEW.challenge_id AND r.person_id = NEW.person_id) >= 20 THEN
    RAISE EXCEPTION 'one person says twenty things at most' USING ERRCODE = 'HW015';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
DROP TRIGGER reading_comments_guard ON reading_comments;
--> statement-breakpoint
CREATE TRIGGER reading_comments_guard BEFORE INSERT OR UPDATE OR DELETE ON reading_comments
  FOR EACH ROW EXECUTE FUNCTION reading_comments_guard();
