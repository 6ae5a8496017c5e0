-- §2.2: answers are nobody's to lend to a rival. Whoever belongs to another organisation of a place answers there for
-- that one alone, whoever else asks them to.
CREATE FUNCTION belongs_to_another_where(one uuid, other uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM memberships mine JOIN memberships theirs ON theirs.place_id = mine.place_id
    WHERE mine.person_id = one AND theirs.person_id = other
      AND NOT EXISTS (SELECT 1 FROM memberships shared
        WHERE shared.person_id = other AND shared.organisation_id = mine.organisation_id))
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION supports_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moving text[] := ARRAY['state', 'supporter_id', 'contact', 'called_name', 'answered_at', 'ended_at', 'ended_by'];
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state IN ('asked', 'active') THEN
      RAISE EXCEPTION 'what goes on is ended, not deleted' USING ERRCODE = 'HW076';
    END IF;
    RETURN OLD;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'asked' OR NEW.answered_at IS NOT NULL THEN
      RAISE EXCEPTION 'it begins with a question' USING ERRCODE = 'HW076';
    END IF;
    NEW.asked_at := clock_timestamp();
    RETURN NEW;
  END IF;
  IF (to_jsonb(OLD) - moving) IS DISTINCT FROM (to_jsonb(NEW) - moving)
    OR OLD.state NOT IN ('asked', 'active')
    OR OLD.state = NEW.state
    OR OLD.state = 'active' AND (NEW.state <> 'ended' OR NEW.supporter_id IS DISTINCT FROM OLD.supporter_id
      OR NEW.answered_at IS DISTINCT FROM OLD.answered_at) THEN
    RAISE EXCEPTION 'support cannot change like this' USING ERRCODE = 'HW076';
  END IF;
  IF NEW.state = 'active' THEN
    NEW.answered_at := clock_timestamp();
    PERFORM 1 FROM people WHERE id IN (NEW.person_id, NEW.supporter_id) ORDER BY id FOR NO KEY UPDATE;
    IF NEW.until <= clock_timestamp() OR OLD.asked_at <= clock_timestamp() - interval '30 days'
      OR NOT EXISTS (SELECT 1 FROM people p WHERE p.id = NEW.supporter_id AND p.erased_at IS NULL
        AND (p.email = OLD.contact AND p.verified_at IS NOT NULL
          OR p.phone = OLD.contact AND p.phone_verified_at IS NOT NULL)) THEN
      RAISE EXCEPTION 'only whoever was asked says yes, in time' USING ERRCODE = 'HW076';
    END IF;
    IF 'groups' = ANY (NEW.scopes) AND share_a_group(NEW.person_id, NEW.supporter_id) THEN
      RAISE EXCEPTION 'they have a place of their own in a group of this person' USING ERRCODE = 'HW077';
    END IF;
    IF 'answers' = ANY (NEW.scopes) AND decides_where_belongs(NEW.supporter_id, NEW.person_id) THEN
      RAISE EXCEPTION 'they decide where this person answers' USING ERRCODE = 'HW078';
    END IF;
    IF 'answers' = ANY (NEW.scopes) AND belongs_to_another_where(NEW.supporter_id, NEW.person_id) THEN
      RAISE EXCEPTION 'they belong to another organisation where this person answers' USING ERRCODE = 'HW090';
    END IF;
  ELSE
    NEW.supporter_id := OLD.supporter_id;
    NEW.ended_at := clock_timestamp();
  END IF;
  RETURN NEW;
END $$;
