-- BR3, J-11: whoever is introduced said yes first, both of them. The second is asked only after the first has said yes,
-- so a no of the first reaches nobody; answers stand; and what is over stays as it was.
CREATE FUNCTION introductions_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moving text[] := ARRAY['state', 'both_yes_at', 'ask_what_came_at', 'what_came_asked_at', 'outcome', 'ended_at'];
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state NOT IN ('drafted', 'done', 'ended') THEN
      RAISE EXCEPTION 'an introduction that goes on is not deleted' USING ERRCODE = 'HW115';
    END IF;
    RETURN OLD;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'drafted' THEN
      RAISE EXCEPTION 'an introduction begins with a draft' USING ERRCODE = 'HW115';
    END IF;
    NEW.created_at := clock_timestamp();
    RETURN NEW;
  END IF;
  IF (to_jsonb(OLD) - moving) IS DISTINCT FROM (to_jsonb(NEW) - moving)
    OR NOT (NEW.state = OLD.state AND OLD.state NOT IN ('done', 'ended')
      OR (OLD.state, NEW.state) IN (('drafted', 'asked-first'), ('asked-first', 'asked-second'), ('asked-first', 'ended'),
        ('asked-second', 'both-yes'), ('asked-second', 'ended'), ('both-yes', 'met'), ('both-yes', 'done'), ('met', 'done')))
    OR (OLD.both_yes_at IS NOT NULL AND (OLD.both_yes_at, OLD.ask_what_came_at) IS DISTINCT FROM (NEW.both_yes_at, NEW.ask_what_came_at)) THEN
    RAISE EXCEPTION 'an introduction cannot change like this' USING ERRCODE = 'HW115';
  END IF;
  IF NEW.state = 'both-yes' AND OLD.state <> 'both-yes' THEN
    NEW.both_yes_at := clock_timestamp();
    NEW.ask_what_came_at := NEW.both_yes_at + interval '14 days';
    PERFORM 1 FROM introduction_sides WHERE introduction_id = NEW.id ORDER BY turn FOR SHARE;
    IF (SELECT count(*) FROM introduction_sides WHERE introduction_id = NEW.id AND answer = 'yes') <> 2 THEN
      RAISE EXCEPTION 'both have to say yes first' USING ERRCODE = 'HW115';
    END IF;
  END IF;
  IF NEW.state = 'ended' AND OLD.state <> 'ended' THEN
    NEW.ended_at := clock_timestamp();
    IF EXISTS (SELECT 1 FROM introduction_sides s WHERE s.introduction_id = NEW.id
      AND (greatest(s.answer_by, s.tell_at) > NEW.ended_at OR s.tell_at IS NOT NULL AND s.told_at IS NULL)) THEN
      RAISE EXCEPTION 'it ends when its time is over, whatever the reason' USING ERRCODE = 'HW115';
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER introductions_guard BEFORE INSERT OR UPDATE OR DELETE ON introductions
  FOR EACH ROW EXECUTE FUNCTION introductions_guard();
--> statement-breakpoint
CREATE FUNCTION introduction_sides_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  i introductions%ROWTYPE;
  first introduction_sides%ROWTYPE;
  moving text[] := ARRAY['asked_at', 'answer_by', 'token_hash', 'answer', 'answered_at', 'answered_by', 'own_about', 'known',
    'share', 'tell_at', 'told_at', 'outcome'];
  said text[] := ARRAY['answered_at', 'answered_by', 'own_about', 'known', 'share', 'tell_at'];
BEGIN
  SELECT * INTO i FROM introductions WHERE id = coalesce(NEW.introduction_id, OLD.introduction_id) FOR UPDATE;
  IF TG_OP = 'DELETE' THEN
    -- With its introduction, which has gone by now, or by itself, which never happens.
    IF FOUND THEN
      RAISE EXCEPTION 'a side goes with its introduction' USING ERRCODE = 'HW116';
    END IF;
    RETURN OLD;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF i.state <> 'drafted' OR NEW.asked_at IS NOT NULL THEN
      RAISE EXCEPTION 'a side begins unasked' USING ERRCODE = 'HW116';
    END IF;
    RETURN NEW;
  END IF;
  IF (to_jsonb(OLD) - moving) IS DISTINCT FROM (to_jsonb(NEW) - moving) THEN
    RAISE EXCEPTION 'who is introduced, and what is said of them, stands' USING ERRCODE = 'HW116';
  END IF;
  IF OLD.asked_at IS NOT NULL AND (OLD.asked_at, OLD.answer_by) IS DISTINCT FROM (NEW.asked_at, NEW.answer_by) THEN
    RAISE EXCEPTION 'asked once' USING ERRCODE = 'HW116';
  END IF;
  IF OLD.asked_at IS NULL AND NEW.asked_at IS NOT NULL THEN
    NEW.asked_at := clock_timestamp();
    IF NOT EXISTS (SELECT 1 FROM organisations o WHERE o.id = NEW.organisation_id AND o.state IN ('listed', 'checked') FOR SHARE) THEN
      RAISE EXCEPTION 'whoever rests is not asked' USING ERRCODE = 'HW117';
    END IF;
    IF NEW.turn = 'first' THEN
      NEW.answer_by := NEW.asked_at + interval '21 days';
    ELSE
      SELECT * INTO first FROM introduction_sides WHERE introduction_id = NEW.introduction_id AND turn = 'first' FOR SHARE;
      IF first.answer IS DISTINCT FROM 'yes' OR first.told_at IS NOT NULL THEN
        RAISE EXCEPTION 'the second is asked when the first has said yes' USING ERRCODE = 'HW116';
      END IF;
      NEW.answer_by := first.tell_at;
    END IF;
  END IF;
  IF OLD.answer IS NULL AND NEW.answer IS NOT NULL THEN
    NEW.answered_at := clock_timestamp();
    NEW.tell_at := CASE WHEN NEW.answer = 'yes' THEN NEW.answered_at + interval '21 days' END;
    IF NEW.answer = 'taken-back' OR NEW.asked_at IS NULL OR NEW.answer_by <= NEW.answered_at
      OR i.state IS DISTINCT FROM 'asked-' || NEW.turn THEN
      RAISE EXCEPTION 'answered when it is asked, and in time' USING ERRCODE = 'HW116';
    END IF;
  ELSIF OLD.answer IS DISTINCT FROM NEW.answer THEN
    IF OLD.answer <> 'yes' OR NEW.answer IS DISTINCT FROM 'taken-back' OR i.both_yes_at IS NOT NULL OR OLD.told_at IS NOT NULL THEN
      RAISE EXCEPTION 'an answer stands; a yes is taken back until both have said it' USING ERRCODE = 'HW116';
    END IF;
  END IF;
  IF OLD.answer IS NOT NULL AND (SELECT jsonb_object_agg(k, to_jsonb(OLD) -> k) FROM unnest(said) k)
    IS DISTINCT FROM (SELECT jsonb_object_agg(k, to_jsonb(NEW) -> k) FROM unnest(said) k) THEN
    RAISE EXCEPTION 'what was said stands' USING ERRCODE = 'HW116';
  END IF;
  IF NEW.told_at IS DISTINCT FROM OLD.told_at THEN
    NEW.told_at := clock_timestamp();
    IF OLD.told_at IS NOT NULL OR NEW.tell_at IS NULL OR NEW.tell_at > NEW.told_at OR i.both_yes_at IS NOT NULL THEN
      RAISE EXCEPTION 'told at the same moment, whatever the reason' USING ERRCODE = 'HW116';
    END IF;
  END IF;
  IF NEW.outcome IS NOT NULL AND i.both_yes_at IS NULL THEN
    RAISE EXCEPTION 'nothing comes of what did not come about' USING ERRCODE = 'HW116';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER introduction_sides_guard BEFORE INSERT OR UPDATE OR DELETE ON introduction_sides
  FOR EACH ROW EXECUTE FUNCTION introduction_sides_guard();
--> statement-breakpoint
CREATE TRIGGER introduction_sides_never_emptied BEFORE TRUNCATE ON introduction_sides
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
