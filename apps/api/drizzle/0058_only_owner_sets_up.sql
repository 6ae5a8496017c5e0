-- Whether this is whoever owns the tables: sets places up, runs migrations and settles alarms. The application's own login is not.
CREATE FUNCTION sets_up() RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = 'public.role_grants'::regclass), 'MEMBER')
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION role_grants_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moving text[] := ARRAY['state', 'ended_at', 'suspended_at', 'reason', 'words', 'version'];
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'who held which role stays known' USING ERRCODE = 'HW073';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state NOT IN ('requested', 'granted') OR NEW.ended_at IS NOT NULL OR NEW.suspended_at IS NOT NULL
      OR (NEW.state = 'requested' AND (NEW.requested_by IS NULL OR NEW.granted_by IS NOT NULL)) THEN
      RAISE EXCEPTION 'a role is asked for or granted' USING ERRCODE = 'HW073';
    END IF;
    IF NEW.state = 'granted' AND NEW.granted_by IS NULL AND NOT sets_up() THEN
      RAISE EXCEPTION 'only whoever sets a place up grants without a steward' USING ERRCODE = 'HW074';
    END IF;
    IF NEW.state = 'requested' AND NEW.role = 'steward' AND holds_role(NEW.place_id, NEW.requested_by, 'steward', '{}') IS NOT TRUE THEN
      RAISE EXCEPTION 'a steward is proposed by a steward' USING ERRCODE = 'HW074';
    END IF;
    IF NEW.granted_by IS NOT NULL AND role_granter_fits(NEW) IS NOT TRUE THEN
      RAISE EXCEPTION 'a role is granted by a steward, and a steward by a second one' USING ERRCODE = 'HW074';
    END IF;
    IF role_scope_exists(NEW) IS NOT TRUE THEN
      RAISE EXCEPTION 'a role is held over something of its place' USING ERRCODE = 'HW074';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.ended_at IS NOT NULL AND OLD.ended_at IS NULL THEN
    NEW.state := 'ended';
  ELSIF NEW.state = 'ended' AND OLD.state <> 'ended' THEN
    NEW.ended_at := clock_timestamp();
  END IF;
  IF (OLD.state = 'ended'
      AND (to_jsonb(OLD) - ARRAY['words', 'reason']) IS DISTINCT FROM (to_jsonb(NEW) - ARRAY['words', 'reason']))
    OR NOT (OLD.state = NEW.state
      OR (OLD.state = 'requested' AND NEW.state IN ('granted', 'ended'))
      OR (OLD.state = 'granted' AND NEW.state IN ('suspended', 'ended'))
      OR (OLD.state = 'suspended' AND NEW.state IN ('granted', 'ended'))) THEN
    RAISE EXCEPTION 'a role cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'HW073';
  END IF;
  IF OLD.state = 'requested' AND NEW.state = 'granted' THEN
    moving := moving || ARRAY['granted_by', 'granted_at', 'until'];
    NEW.granted_at := clock_timestamp();
    IF role_granter_fits(NEW) IS NOT TRUE THEN
      RAISE EXCEPTION 'a role is granted by a steward, and a steward by a second one' USING ERRCODE = 'HW074';
    END IF;
  END IF;
  IF (to_jsonb(OLD) - moving) IS DISTINCT FROM (to_jsonb(NEW) - moving) THEN
    RAISE EXCEPTION 'who holds which role over what, since when and by whom stands' USING ERRCODE = 'HW073';
  END IF;
  IF NEW.state <> OLD.state THEN
    NEW.suspended_at := CASE WHEN NEW.state = 'suspended' THEN clock_timestamp() END;
  END IF;
  IF role_is_live(OLD) AND NEW.state <> 'granted' AND OLD.role IN ('steward', 'broker') AND OLD.scope_kind = 'place' THEN
    PERFORM 1 FROM places p WHERE p.id = OLD.place_id AND p.state = 'active' FOR NO KEY UPDATE;
    IF FOUND AND NOT EXISTS (SELECT 1 FROM role_grants g JOIN people o ON o.id = g.person_id
      WHERE g.place_id = OLD.place_id AND g.role = OLD.role AND g.scope_kind = 'place' AND g.id <> OLD.id
        AND role_is_live(g) AND o.erased_at IS NULL
        AND (g.role <> 'broker' OR btrim(coalesce(o.display_name, '')) <> '')) THEN
      RAISE EXCEPTION 'a place that is active keeps a steward and a broker' USING ERRCODE = 'HW075';
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION trail_alarms_guard() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.raised_at := clock_timestamp();
    NEW.settled_at := NULL;
    RETURN NEW;
  END IF;
  IF NOT sets_up() THEN
    RAISE EXCEPTION 'whoever runs the service settles an alarm, not the service' USING ERRCODE = 'HW089';
  END IF;
  IF OLD.settled_at IS NOT NULL OR NEW.settled_at IS NULL
    OR to_jsonb(NEW) - 'settled_at' <> to_jsonb(OLD) - 'settled_at' THEN
    RAISE EXCEPTION 'an alarm is settled once and stays as it was' USING ERRCODE = 'HW089';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM audit_events WHERE subject_id = OLD.id AND action = 'trail.accepted') THEN
    RAISE EXCEPTION 'an alarm is settled by an event of the record' USING ERRCODE = 'HW089';
  END IF;
  NEW.settled_at := clock_timestamp();
  RETURN NEW;
END $$;
--> statement-breakpoint
-- A session that began before proofs were kept was last proven when it began.
UPDATE sessions SET proven_at = created_at WHERE factor_at IS NULL AND proven_at > created_at;
