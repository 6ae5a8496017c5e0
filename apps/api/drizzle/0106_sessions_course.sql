-- The course of a session (§2.11): which state follows which, when it was cancelled by the clock of the database, and
-- SEQUENCE, which calendars follow (RFC 5545).
CREATE FUNCTION group_sessions_course() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state = 'cancelled' THEN
      NEW.cancelled_at := clock_timestamp();
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.place_id, NEW.group_id, NEW.created_at) IS DISTINCT FROM (OLD.id, OLD.place_id, OLD.group_id, OLD.created_at) THEN
    RAISE EXCEPTION 'a session stays in its group' USING ERRCODE = 'HW190';
  END IF;
  IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (
    ('announced', 'access-check'), ('announced', 'confirmed'), ('access-check', 'confirmed'), ('confirmed', 'access-check'),
    ('announced', 'held'), ('access-check', 'held'), ('confirmed', 'held'),
    ('held', 'notes-shared'), ('held', 'paid'), ('notes-shared', 'paid'), ('notes-shared', 'closed'), ('paid', 'closed'),
    ('announced', 'cancelled'), ('access-check', 'cancelled'), ('confirmed', 'cancelled')) THEN
    RAISE EXCEPTION 'a session does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'HW190';
  END IF;
  NEW.cancelled_at := OLD.cancelled_at;
  IF NEW.state = 'cancelled' AND OLD.state <> 'cancelled' THEN
    NEW.cancelled_at := clock_timestamp();
  END IF;
  IF NEW.state = 'held' AND OLD.state <> 'held' THEN
    IF NEW.starts_at > clock_timestamp() THEN
      RAISE EXCEPTION 'a session is held once it has begun' USING ERRCODE = 'HW190';
    END IF;
    NEW.held_at := clock_timestamp();
  END IF;
  IF OLD.state IN ('cancelled', 'held', 'notes-shared', 'paid', 'closed')
    AND (NEW.starts_at, NEW.ends_at, NEW.venue, NEW.address, NEW.getting_there, NEW.step_free, NEW.link)
      IS DISTINCT FROM (OLD.starts_at, OLD.ends_at, OLD.venue, OLD.address, OLD.getting_there, OLD.step_free, OLD.link) THEN
    RAISE EXCEPTION 'when and where a session was stands' USING ERRCODE = 'HW190';
  END IF;
  IF NEW.sequence <= OLD.sequence THEN
    NEW.sequence := OLD.sequence;
    IF NEW.state = 'cancelled' AND OLD.state <> 'cancelled' OR (NEW.starts_at, NEW.ends_at, NEW.venue, NEW.address, NEW.getting_there, NEW.step_free, NEW.link)
      IS DISTINCT FROM (OLD.starts_at, OLD.ends_at, OLD.venue, OLD.address, OLD.getting_there, OLD.step_free, OLD.link) THEN
      NEW.sequence := OLD.sequence + 1;
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER group_sessions_course BEFORE INSERT OR UPDATE ON group_sessions
  FOR EACH ROW EXECUTE FUNCTION group_sessions_course();
