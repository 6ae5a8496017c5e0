-- A telephone number is compared whole: 01482 123456 and 07482 123456 have their last nine digits in common.

-- The country a number without one belongs to in a place; the same as `callingCodeOf`.
CREATE FUNCTION calling_code_of(place uuid) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE time_zone WHEN 'Europe/Amsterdam' THEN '31' ELSE '44' END FROM places WHERE id = place
$$;
--> statement-breakpoint
-- A number as people write it, as E.164, NULL for what can be none; the same as `readPhone`.
CREATE FUNCTION e164_of(written text, calling_code text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE WHEN whole ~ '^[+][1-9][0-9]{7,14}$' THEN whole END
  FROM (SELECT regexp_replace(regexp_replace(written, '[^0-9+]', '', 'g'), '^00', '+') AS digits) typed,
    LATERAL (SELECT CASE WHEN digits LIKE '+%' THEN regexp_replace(digits, '^[+](44|31)0', '+\1')
      ELSE regexp_replace(digits, '^0', '+' || calling_code) END AS whole) read
$$;
--> statement-breakpoint
-- A place taken under an address, or a number however it is written, that this person has proven theirs.
CREATE OR REPLACE FUNCTION place_is_of(m group_members, p people) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT m.state <> 'left' AND p.erased_at IS NULL AND (
    m.contact_by = 'email' AND m.contact = p.email
    OR m.contact_by = 'phone' AND p.phone_verified_at IS NOT NULL
      AND p.phone = e164_of(m.contact, calling_code_of(m.place_id)))
$$;
--> statement-breakpoint
-- One voice a pair in a group: whoever takes part for somebody has no place beside them, whoever of the two comes second.
CREATE OR REPLACE FUNCTION group_members_one_voice() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  who uuid[];
  number text;
BEGIN
  IF NEW.state = 'left' OR TG_OP = 'UPDATE' AND OLD.state <> 'left'
    AND (NEW.contact, NEW.contact_by) IS NOT DISTINCT FROM (OLD.contact, OLD.contact_by) THEN
    RETURN NEW;
  END IF;
  IF NEW.contact_by = 'phone' THEN
    number := e164_of(NEW.contact, calling_code_of(NEW.place_id));
  END IF;
  SELECT array_agg(id) INTO who FROM (SELECT p.id FROM people p
    WHERE NEW.contact_by = 'email' AND p.email = NEW.contact
      OR p.phone = number AND p.phone_verified_at IS NOT NULL
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
-- Whoever chose formats before we kept when, chose them for the places they had when they agreed to be seen.
UPDATE people p SET formats_at = (SELECT max(c.given_at) FROM consents c
  WHERE c.purpose = 'formats' AND c.subject_id = p.id AND c.withdrawn_at IS NULL)
WHERE cardinality(p.formats) > 0;
