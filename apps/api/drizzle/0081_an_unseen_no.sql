ALTER TABLE "broker_actions" ADD COLUMN "other_organisation_id" uuid;--> statement-breakpoint
ALTER TABLE "broker_actions" ADD CONSTRAINT "broker_actions_place_id_other_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","other_organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- BR3 [G]: a yes can be taken back for a day, and the second is asked after it: a yes of the second always brings the two
-- together, so that waiting never tells the second of a yes taken back.
CREATE OR REPLACE FUNCTION introduction_sides_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
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
      IF first.answered_at + interval '1 day' > NEW.asked_at THEN
        RAISE EXCEPTION 'the second is asked when the yes of the first stands' USING ERRCODE = 'HW147';
      END IF;
      NEW.answer_by := least(NEW.asked_at + interval '21 days', first.tell_at);
    END IF;
  END IF;
  IF OLD.answer IS NULL AND NEW.answer IS NOT NULL THEN
    NEW.answered_at := clock_timestamp();
    NEW.tell_at := CASE WHEN NEW.answer = 'yes' THEN NEW.answered_at + interval '22 days' END;
    IF NEW.answer = 'taken-back' OR NEW.asked_at IS NULL OR NEW.answer_by <= NEW.answered_at
      OR i.state IS DISTINCT FROM 'asked-' || NEW.turn THEN
      RAISE EXCEPTION 'answered when it is asked, and in time' USING ERRCODE = 'HW116';
    END IF;
  ELSIF OLD.answer IS DISTINCT FROM NEW.answer THEN
    IF OLD.answer <> 'yes' OR NEW.answer IS DISTINCT FROM 'taken-back' OR i.both_yes_at IS NOT NULL OR OLD.told_at IS NOT NULL THEN
      RAISE EXCEPTION 'an answer stands; a yes is taken back within a day' USING ERRCODE = 'HW116';
    END IF;
    IF NEW.turn <> 'first' OR OLD.answered_at + interval '1 day' <= clock_timestamp()
      OR EXISTS (SELECT 1 FROM introduction_sides s WHERE s.introduction_id = NEW.introduction_id AND s.turn = 'second'
        AND s.asked_at IS NOT NULL) THEN
      RAISE EXCEPTION 'a yes stands after a day, and once the second is asked' USING ERRCODE = 'HW147';
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
-- What is over leaves no link behind.
UPDATE introduction_sides s SET token_hash = NULL FROM introductions i
  WHERE i.id = s.introduction_id AND i.ended_at IS NOT NULL AND s.token_hash IS NOT NULL;
