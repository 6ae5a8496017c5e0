-- PL1 [G]: a place is active with a public body, a broker with a named contact, a pay policy and somebody to
-- complain to, and not otherwise. Until now complaints went to the contact of the place.
UPDATE places SET complaints_name = contact_name, complaints_phone = contact_phone, complaints_email = contact_email;
--> statement-breakpoint
-- What a place still lacks before it can be active.
CREATE FUNCTION place_lacks(p places) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT array_remove(ARRAY[
    CASE WHEN NOT EXISTS (
      SELECT 1 FROM organisations o WHERE o.place_id = p.id AND o.sector = 'public' AND o.state <> 'left')
      THEN 'public-body' END,
    CASE WHEN btrim(p.contact_name) = '' OR coalesce(p.contact_phone, p.contact_email) IS NULL OR NOT EXISTS (
      SELECT 1 FROM role_grants g JOIN people b ON b.id = g.person_id
        WHERE g.place_id = p.id AND g.role = 'broker' AND g.ended_at IS NULL AND b.erased_at IS NULL
          AND btrim(coalesce(b.display_name, '')) <> '')
      THEN 'broker' END,
    CASE WHEN coalesce(p.pay_hourly_pence, 0) <= 0 OR p.pay_source IS NULL OR p.pay_as_of IS NULL THEN 'pay' END,
    CASE WHEN btrim(coalesce(p.complaints_name, '')) = '' OR coalesce(p.complaints_phone, p.complaints_email) IS NULL
      THEN 'complaints' END
  ], NULL)
$$;
--> statement-breakpoint
UPDATE places p SET state = 'active' WHERE place_lacks(p) = '{}';
--> statement-breakpoint
CREATE FUNCTION places_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  lacking text[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'draft' THEN
      RAISE EXCEPTION 'a place begins as a draft' USING ERRCODE = 'HW045';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT (OLD.state = NEW.state
    OR (OLD.state = 'draft' AND NEW.state IN ('active', 'archived'))
    OR (OLD.state = 'active' AND NEW.state IN ('paused', 'archived'))
    OR (OLD.state = 'paused' AND NEW.state IN ('active', 'archived'))) THEN
    RAISE EXCEPTION 'a place cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'HW045';
  END IF;
  IF NEW.state = 'active' THEN
    lacking := place_lacks(NEW);
    IF lacking <> '{}' THEN
      RAISE EXCEPTION 'an active place needs: %', array_to_string(lacking, ', ') USING ERRCODE = 'HW046';
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER places_guard BEFORE INSERT OR UPDATE ON places
  FOR EACH ROW EXECUTE FUNCTION places_guard();
--> statement-breakpoint
-- A place that rests asks nothing new. What is open there runs on: people who answer are owed their answer.
CREATE FUNCTION places_rest() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM places WHERE id = NEW.place_id AND state IN ('paused', 'archived') FOR SHARE;
  IF FOUND THEN
    RAISE EXCEPTION 'this place takes no new questions' USING ERRCODE = 'HW047';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER places_rest BEFORE UPDATE OF state ON challenges
  FOR EACH ROW WHEN (OLD.state IN ('draft', 'read-through') AND NEW.state IN ('read-through', 'open') AND OLD.state <> NEW.state)
  EXECUTE FUNCTION places_rest();
