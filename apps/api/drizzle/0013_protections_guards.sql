-- CH3, J-03: a decision to keep something is written, published whole, and from then on stands as it was decided.
-- Corrections and reviews are dated and stand beside it; nothing of them is changed or taken away.

-- First and last day on which something decided today may be looked at again (three to twenty-four months), in the
-- place's own calendar.
CREATE FUNCTION protections_review_fits(of_place uuid, day text) RETURNS boolean LANGUAGE sql AS $$
  SELECT day ~ '^\d{4}-\d{2}-\d{2}$' AND day >= (today + interval '3 months')::date::text
    AND day <= (today + interval '24 months')::date::text
  FROM (SELECT (clock_timestamp() AT TIME ZONE time_zone)::date AS today FROM places WHERE id = of_place) AS clock
$$;
--> statement-breakpoint
CREATE FUNCTION protections_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moving text[] := ARRAY['state', 'next_review_on', 'remind_at', 'updated_at', 'version'];
  newest protection_reviews;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'draft' THEN
      RAISE EXCEPTION 'a decision begins as a draft' USING ERRCODE = 'HW040';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'draft' THEN
      RAISE EXCEPTION 'a published decision is never deleted' USING ERRCODE = 'HW041';
    END IF;
    RETURN OLD;
  END IF;
  IF NOT (OLD.state = NEW.state
    OR (OLD.state = 'draft' AND NEW.state = 'published')
    OR (OLD.state = 'published' AND NEW.state = 'ended')) THEN
    RAISE EXCEPTION 'a decision cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'HW040';
  END IF;
  IF OLD.state <> 'draft' AND (to_jsonb(OLD) - moving) IS DISTINCT FROM (to_jsonb(NEW) - moving) THEN
    RAISE EXCEPTION 'a published decision stands as it was decided' USING ERRCODE = 'HW041';
  END IF;
  IF OLD.state = 'draft' AND NEW.state = 'published' THEN
    IF '' IN (btrim(NEW.title), btrim(NEW.why), btrim(NEW.at_risk), btrim(NEW.strengthen), btrim(NEW.alternatives), btrim(NEW.page))
      OR NEW.slug IS NULL
      OR jsonb_array_length(NEW.evidence) = 0
      OR EXISTS (SELECT 1 FROM jsonb_array_elements(NEW.evidence) e WHERE btrim(coalesce(e ->> 'statement', '')) = '') THEN
      RAISE EXCEPTION 'a decision is published whole, with what is known' USING ERRCODE = 'HW042';
    END IF;
    IF NEW.next_review_on IS DISTINCT FROM NEW.review_on
      OR protections_review_fits(NEW.place_id, NEW.review_on) IS NOT TRUE THEN
      RAISE EXCEPTION 'it is looked at again in three to twenty-four months' USING ERRCODE = 'HW042';
    END IF;
    NEW.published_at := clock_timestamp();
    RETURN NEW;
  END IF;
  IF OLD.state <> 'draft' AND (OLD.state, OLD.next_review_on) IS DISTINCT FROM (NEW.state, NEW.next_review_on) THEN
    SELECT * INTO newest FROM protection_reviews WHERE protection_id = NEW.id ORDER BY at DESC, id DESC LIMIT 1;
    IF NOT (newest.outcome IS NOT DISTINCT FROM 'kept' AND NEW.state = OLD.state AND newest.review_on = NEW.next_review_on
      OR newest.outcome IS NOT DISTINCT FROM 'ended' AND NEW.state = 'ended' AND NEW.next_review_on = OLD.next_review_on) THEN
      RAISE EXCEPTION 'only a review moves the day, or ends it' USING ERRCODE = 'HW043';
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER protections_guard BEFORE INSERT OR UPDATE OR DELETE ON protections
  FOR EACH ROW EXECUTE FUNCTION protections_guard();
--> statement-breakpoint
-- FOR SHARE: whoever changes an area waits for whoever is publishing the whole, and the other way round.
CREATE FUNCTION protection_areas_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_state text;
BEGIN
  FOR of_state IN
    SELECT state FROM protections
      WHERE id IN (
        CASE WHEN TG_OP <> 'INSERT' THEN OLD.protection_id END,
        CASE WHEN TG_OP <> 'DELETE' THEN NEW.protection_id END)
      FOR SHARE
  LOOP
    IF of_state <> 'draft' THEN
      RAISE EXCEPTION 'a published decision stands as it was decided' USING ERRCODE = 'HW041';
    END IF;
  END LOOP;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER protection_areas_frozen BEFORE INSERT OR UPDATE OR DELETE ON protection_areas
  FOR EACH ROW EXECUTE FUNCTION protection_areas_frozen();
--> statement-breakpoint
CREATE FUNCTION protection_notes_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM protections WHERE id = NEW.protection_id AND state <> 'draft' FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a draft is changed, not corrected' USING ERRCODE = 'HW040';
  END IF;
  NEW.at := clock_timestamp();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER protection_notes_guard BEFORE INSERT ON protection_notes
  FOR EACH ROW EXECUTE FUNCTION protection_notes_guard();
--> statement-breakpoint
CREATE FUNCTION protection_reviews_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM protections WHERE id = NEW.protection_id AND state = 'published' FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'only what is published and not ended is looked at again' USING ERRCODE = 'HW040';
  END IF;
  IF NEW.outcome = 'kept' AND protections_review_fits(NEW.place_id, NEW.review_on) IS NOT TRUE THEN
    RAISE EXCEPTION 'it is looked at again in three to twenty-four months' USING ERRCODE = 'HW042';
  END IF;
  NEW.at := clock_timestamp();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER protection_reviews_guard BEFORE INSERT ON protection_reviews
  FOR EACH ROW EXECUTE FUNCTION protection_reviews_guard();
--> statement-breakpoint
CREATE TRIGGER protection_notes_only_grow BEFORE UPDATE OR DELETE ON protection_notes
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER protection_reviews_only_grow BEFORE UPDATE OR DELETE ON protection_reviews
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
