-- PE2, §2.2: somebody acts for one named person, in parts and for a time; says yes from the very address that was asked;
-- and has no voice of their own where they lend one.

-- Groups in which somebody has a place under an address or a number that they have proven theirs.
CREATE FUNCTION group_places_of(person uuid) RETURNS TABLE (group_id uuid)
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT m.group_id FROM people p JOIN group_members m ON m.state <> 'left' AND (
      m.contact_by = 'email' AND m.contact = p.email
      OR m.contact_by = 'phone' AND p.phone_verified_at IS NOT NULL
        AND right(regexp_replace(m.contact, '[^0-9]', '', 'g'), 9) = right(p.phone, 9))
    WHERE p.id = person
$$;
--> statement-breakpoint
CREATE FUNCTION share_a_group(one uuid, other uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT group_id FROM group_places_of(one) INTERSECT SELECT group_id FROM group_places_of(other))
$$;
--> statement-breakpoint
-- Whoever decides in a place, or looks after its fairness, does not also answer there for an organisation.
CREATE FUNCTION decides_where_belongs(one uuid, other uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM role_grants g JOIN memberships m ON m.place_id = g.place_id
    WHERE g.person_id = one AND m.person_id = other AND g.role IN ('commissioner', 'broker', 'steward')
      AND g.state = 'granted' AND g.ended_at IS NULL AND g.granted_at <= clock_timestamp()
      AND (g.until IS NULL OR g.until > clock_timestamp()))
$$;
--> statement-breakpoint
CREATE FUNCTION supports_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
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
  ELSE
    NEW.supporter_id := OLD.supporter_id;
    NEW.ended_at := clock_timestamp();
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER supports_guard BEFORE INSERT OR UPDATE OR DELETE ON supports
  FOR EACH ROW EXECUTE FUNCTION supports_guard();
--> statement-breakpoint
-- One voice a pair in a group: whoever takes part for somebody has no place beside them, whoever of the two comes second.
CREATE FUNCTION group_members_one_voice() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  who uuid[];
BEGIN
  IF NEW.state = 'left' OR TG_OP = 'UPDATE' AND OLD.state <> 'left'
    AND (NEW.contact, NEW.contact_by) IS NOT DISTINCT FROM (OLD.contact, OLD.contact_by) THEN
    RETURN NEW;
  END IF;
  SELECT array_agg(id) INTO who FROM (SELECT p.id FROM people p
    WHERE NEW.contact_by = 'email' AND p.email = NEW.contact
      OR NEW.contact_by = 'phone' AND p.phone_verified_at IS NOT NULL
        AND right(p.phone, 9) = right(regexp_replace(NEW.contact, '[^0-9]', '', 'g'), 9)
    ORDER BY p.id FOR SHARE) proven;
  IF who IS NULL THEN
    RETURN NEW;
  END IF;
  PERFORM 1 FROM supports s
    WHERE s.state = 'active' AND s.until > clock_timestamp() AND 'groups' = ANY (s.scopes)
      AND (s.person_id = ANY (who) OR s.supporter_id = ANY (who))
    ORDER BY s.id FOR UPDATE;
  IF EXISTS (SELECT 1 FROM supports s
    CROSS JOIN LATERAL group_places_of(CASE WHEN s.person_id = ANY (who) THEN s.supporter_id ELSE s.person_id END) g
    WHERE s.state = 'active' AND s.until > clock_timestamp() AND 'groups' = ANY (s.scopes)
      AND (s.person_id = ANY (who) OR s.supporter_id = ANY (who)) AND g.group_id = NEW.group_id) THEN
    RAISE EXCEPTION 'one of the two has a place here already' USING ERRCODE = 'HW077';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER group_members_one_voice BEFORE INSERT OR UPDATE OF state, contact, contact_by ON group_members
  FOR EACH ROW EXECUTE FUNCTION group_members_one_voice();
