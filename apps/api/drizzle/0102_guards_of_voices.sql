-- A place is also of the account it was joined to (CD2).
CREATE OR REPLACE FUNCTION place_is_of(m group_members, p people) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT m.state <> 'left' AND p.erased_at IS NULL AND (
    m.person_id = p.id
    OR m.contact_by = 'email' AND m.contact = p.email
    OR m.contact_by = 'phone' AND p.phone_verified_at IS NOT NULL
      AND p.phone = e164_of(m.contact, calling_code_of(m.place_id)))
$$;
--> statement-breakpoint
-- One voice a pair, as before (HW077); and nobody has two (HW168).
CREATE OR REPLACE FUNCTION group_members_one_voice() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  who uuid[];
  number text;
BEGIN
  IF NEW.state = 'left' OR TG_OP = 'UPDATE' AND OLD.state <> 'left'
    AND (NEW.contact, NEW.contact_by, NEW.person_id) IS NOT DISTINCT FROM (OLD.contact, OLD.contact_by, OLD.person_id) THEN
    RETURN NEW;
  END IF;
  IF NEW.contact_by = 'phone' THEN
    number := e164_of(NEW.contact, calling_code_of(NEW.place_id));
  END IF;
  SELECT array_agg(id) INTO who FROM (SELECT p.id FROM people p
    WHERE NEW.contact_by = 'email' AND p.email = NEW.contact
      OR p.phone = number AND p.phone_verified_at IS NOT NULL
      OR p.id = NEW.person_id
    ORDER BY p.id FOR SHARE) proven;
  IF who IS NULL THEN
    RETURN NEW;
  END IF;
  IF NEW.person_id IS NOT NULL AND EXISTS (SELECT 1 FROM group_members m JOIN people p ON p.id = NEW.person_id
    WHERE m.group_id = NEW.group_id AND m.id <> NEW.id AND place_is_of(m, p)) THEN
    RAISE EXCEPTION 'this person has a place here already' USING ERRCODE = 'HW168';
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
DROP TRIGGER group_members_one_voice ON group_members;
--> statement-breakpoint
CREATE TRIGGER group_members_one_voice BEFORE INSERT OR UPDATE OF state, contact, contact_by, person_id ON group_members
  FOR EACH ROW EXECUTE FUNCTION group_members_one_voice();
--> statement-breakpoint
-- Blocs are settled with the charter: moving a voice afterwards would change what past and coming answers weigh.
CREATE FUNCTION group_members_keep_bloc() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.bloc <> OLD.bloc AND (SELECT state FROM groups WHERE id = NEW.group_id FOR SHARE) <> 'recruiting' THEN
    RAISE EXCEPTION 'blocs are settled with the charter' USING ERRCODE = 'HW167';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER group_members_keep_bloc BEFORE UPDATE OF bloc ON group_members
  FOR EACH ROW EXECUTE FUNCTION group_members_keep_bloc();
