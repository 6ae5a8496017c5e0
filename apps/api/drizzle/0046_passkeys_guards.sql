-- Decision 9, trust.md 4.5: powers that need more than a mailbox. What the tables below promise holds for whoever may
-- write rows as well.

-- A passkey is the key it was made with; a count that falls back belongs to a copy.
CREATE FUNCTION passkeys_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moving text[] := ARRAY['counter', 'last_used_at', 'name', 'transports'];
BEGIN
  IF (to_jsonb(OLD) - moving) IS DISTINCT FROM (to_jsonb(NEW) - moving) OR NEW.counter < OLD.counter THEN
    RAISE EXCEPTION 'a passkey stays the key it was made with, and counts on' USING ERRCODE = 'HW080';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER passkeys_guard BEFORE UPDATE ON passkeys FOR EACH ROW EXECUTE FUNCTION passkeys_guard();
--> statement-breakpoint
-- A challenge, a recovery code and six digits are used once, and last no longer than they were given.
CREATE FUNCTION used_once() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  before jsonb;
  after jsonb := to_jsonb(NEW);
  moving text[] := ARRAY['used_at', 'expires_at', 'tries'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.used_at IS NOT NULL THEN
      RAISE EXCEPTION 'nothing begins as used' USING ERRCODE = 'HW081';
    END IF;
    RETURN NEW;
  END IF;
  before := to_jsonb(OLD);
  IF (before - moving) IS DISTINCT FROM (after - moving)
    OR OLD.used_at IS NOT NULL AND NEW.used_at IS DISTINCT FROM OLD.used_at
    OR (after ->> 'expires_at')::timestamptz > (before ->> 'expires_at')::timestamptz
    OR (after ->> 'tries')::integer < (before ->> 'tries')::integer THEN
    RAISE EXCEPTION 'it is used once, and lasts no longer' USING ERRCODE = 'HW081';
  END IF;
  IF OLD.used_at IS NULL AND NEW.used_at IS NOT NULL THEN
    IF (before ->> 'expires_at')::timestamptz <= clock_timestamp() THEN
      RAISE EXCEPTION 'it is over' USING ERRCODE = 'HW081';
    END IF;
    NEW.used_at := clock_timestamp();
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER passkey_challenges_once BEFORE INSERT OR UPDATE ON passkey_challenges FOR EACH ROW EXECUTE FUNCTION used_once();
--> statement-breakpoint
CREATE TRIGGER recovery_codes_once BEFORE INSERT OR UPDATE ON recovery_codes FOR EACH ROW EXECUTE FUNCTION used_once();
--> statement-breakpoint
CREATE TRIGGER confirm_codes_once BEFORE INSERT OR UPDATE ON confirm_codes FOR EACH ROW EXECUTE FUNCTION used_once();
--> statement-breakpoint
-- Powers wake in a session only after a passkey signed in it, or a recovery code of its person was used up, just now.
CREATE FUNCTION sessions_factor_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.factor_at IS NULL OR TG_OP = 'UPDATE' AND NEW.factor_at IS NOT DISTINCT FROM OLD.factor_at THEN
    RETURN NEW;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM passkey_challenges c WHERE c.session_id = NEW.id AND c.person_id = NEW.person_id
      AND c.used_at > clock_timestamp() - interval '1 minute')
    AND NOT EXISTS (SELECT 1 FROM recovery_codes r WHERE r.person_id = NEW.person_id
      AND r.used_at > clock_timestamp() - interval '1 minute') THEN
    RAISE EXCEPTION 'a session gets its second factor from a passkey or a recovery code' USING ERRCODE = 'HW082';
  END IF;
  NEW.factor_at := clock_timestamp();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER sessions_factor_guard BEFORE INSERT OR UPDATE OF factor_at ON sessions FOR EACH ROW EXECUTE FUNCTION sessions_factor_guard();
