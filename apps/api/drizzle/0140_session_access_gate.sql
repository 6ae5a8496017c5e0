-- CD3, J-18 [G]: a session is neither confirmed nor held while any need of anybody in the group is open who has not said
-- that they stay away; said or not, on the waiting list or not. Said after it began, a need is of the next one.
ALTER TABLE "group_sessions" ADD COLUMN "reopened_at" timestamp with time zone;
--> statement-breakpoint
CREATE INDEX "group_sessions_reopened" ON "group_sessions" USING btree ("group_id") WHERE reopened_at is not null;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION session_open_needs(of_session uuid) RETURNS integer LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT count(*)::integer FROM group_sessions s
    JOIN group_members m ON m.group_id = s.group_id AND m.place_id = s.place_id AND m.state <> 'left'
    JOIN access_needs n ON n.member_id = m.id AND n.created_at < s.starts_at
    LEFT JOIN session_replies r ON r.session_id = s.id AND r.member_id = m.id
    LEFT JOIN session_needs sn ON sn.session_id = s.id AND sn.need_id = n.id
    WHERE s.id = of_session AND r.answer IS DISTINCT FROM 'no'
      AND coalesce(sn.state, 'stated') IN ('stated', 'arranged')
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION group_sessions_access_gate() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.state NOT IN ('announced', 'access-check', 'confirmed') THEN
      RETURN NULL;
    END IF;
  END IF;
  IF EXISTS (SELECT FROM group_sessions WHERE id = NEW.id AND state NOT IN ('announced', 'access-check', 'cancelled'))
    AND session_open_needs(NEW.id) > 0 THEN
    RAISE EXCEPTION 'somebody needs something that is neither confirmed nor explained' USING ERRCODE = 'HW194';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
DROP TRIGGER group_sessions_access_gate ON group_sessions;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER group_sessions_access_gate AFTER INSERT OR UPDATE OF state ON group_sessions
  FOR EACH ROW WHEN (NEW.state NOT IN ('announced', 'access-check', 'cancelled')) EXECUTE FUNCTION group_sessions_access_gate();
--> statement-breakpoint
-- What was confirmed is checked again, and marked: whoever runs the group is told, whatever opened it.
CREATE OR REPLACE FUNCTION session_check_again(of_sessions uuid[]) RETURNS void LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE group_sessions SET state = 'access-check',
      reopened_at = CASE WHEN starts_at > clock_timestamp() THEN clock_timestamp() END
    WHERE id = ANY (of_sessions) AND state = 'confirmed' AND session_open_needs(id) > 0
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION access_needs_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  who uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.member_id ELSE NEW.member_id END;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.id, NEW.place_id, NEW.member_id, NEW.field) IS DISTINCT FROM (OLD.id, OLD.place_id, OLD.member_id, OLD.field) THEN
      RAISE EXCEPTION 'a need is of whoever said it' USING ERRCODE = 'HW191';
    END IF;
    NEW.created_at := least(NEW.created_at, OLD.created_at);
  ELSIF TG_OP = 'INSERT' THEN
    NEW.created_at := least(NEW.created_at, clock_timestamp());
  END IF;
  PERFORM session_touch(ARRAY(SELECT s.id FROM group_sessions s JOIN group_members m ON m.group_id = s.group_id AND m.id = who
    WHERE s.state IN ('announced', 'access-check', 'confirmed')));
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION access_needs_settle() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM session_check_again(ARRAY(SELECT s.id FROM group_sessions s JOIN group_members m ON m.group_id = s.group_id
    WHERE m.id = NEW.member_id));
  RETURN NULL;
END $$;
--> statement-breakpoint
-- People are paid for a session that is over, whatever is still to be said about what they needed there.
CREATE OR REPLACE FUNCTION pay_attendance_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  s group_sessions%ROWTYPE;
BEGIN
  SELECT * INTO s FROM group_sessions WHERE id = NEW.session_id FOR SHARE;
  IF s.state = 'cancelled' OR s.state IN ('announced', 'access-check', 'confirmed') AND s.ends_at > clock_timestamp()
    OR NOT EXISTS (SELECT FROM group_members m WHERE m.id = NEW.member_id AND m.group_id = s.group_id) THEN
    RAISE EXCEPTION 'people are there when a session of their group is held' USING ERRCODE = 'HW212';
  END IF;
  IF NEW.confirmed_by IS DISTINCT FROM (SELECT facilitator_id FROM groups WHERE id = s.group_id) THEN
    RAISE EXCEPTION 'whoever runs the group says who was there' USING ERRCODE = 'HW212';
  END IF;
  NEW.confirmed_at := clock_timestamp();
  RETURN NEW;
END $$;
--> statement-breakpoint
UPDATE group_sessions SET state = 'access-check', reopened_at = clock_timestamp()
  WHERE state = 'confirmed' AND starts_at > clock_timestamp() AND session_open_needs(id) > 0;
