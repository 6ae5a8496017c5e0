-- CH3: whoever answers for a decision may change, because people leave; only to somebody who sets challenges in the
-- place today, and not once it has ended. What was decided stands.
CREATE OR REPLACE FUNCTION protections_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
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
  IF OLD.state <> 'ended' THEN
    moving := moving || ARRAY['commissioner_id'];
  END IF;
  IF OLD.state <> 'draft' AND (to_jsonb(OLD) - moving) IS DISTINCT FROM (to_jsonb(NEW) - moving) THEN
    RAISE EXCEPTION 'a published decision stands as it was decided' USING ERRCODE = 'HW041';
  END IF;
  IF NEW.commissioner_id <> OLD.commissioner_id AND NOT EXISTS (SELECT 1 FROM role_grants
    WHERE place_id = NEW.place_id AND person_id = NEW.commissioner_id AND role = 'commissioner' AND ended_at IS NULL) THEN
    RAISE EXCEPTION 'it is handed to a commissioner of the place' USING ERRCODE = 'HW086';
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
