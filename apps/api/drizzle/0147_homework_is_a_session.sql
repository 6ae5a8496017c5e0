ALTER TABLE "group_reports" DROP CONSTRAINT "group_reports_held";--> statement-breakpoint
ALTER TABLE "group_reports" ADD COLUMN "session_id" uuid;--> statement-breakpoint
ALTER TABLE "group_reports" ADD CONSTRAINT "group_reports_place_id_session_id_group_sessions_place_id_id_fk" FOREIGN KEY ("place_id","session_id") REFERENCES "public"."group_sessions"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "group_reports_of_session" ON "group_reports" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "group_reports_to_ask" ON "group_reports" USING btree ("group_id") WHERE held_at is not null and ladder_asked_at is null;--> statement-breakpoint
ALTER TABLE "group_reports" ADD CONSTRAINT "group_reports_held" CHECK (held_at is null or session_id is not null);--> statement-breakpoint
-- Meetings that were only a day and a place become sessions: to come, or over with what was said of them.
ALTER TABLE group_sessions DISABLE TRIGGER USER;
--> statement-breakpoint
ALTER TABLE group_reports DISABLE TRIGGER USER;
--> statement-breakpoint
WITH meant AS (SELECT gen_random_uuid() AS id, r.* FROM group_reports r WHERE r.starts_at IS NOT NULL),
  met AS (INSERT INTO group_sessions (id, place_id, group_id, starts_at, ends_at, venue, getting_there, step_free, state,
      promised_start, held_at)
    SELECT id, place_id, group_id, starts_at, starts_at + interval '2 hours', venue, '', false,
      CASE WHEN held_at IS NULL THEN 'announced' ELSE 'closed' END, starts_at, held_at FROM meant)
UPDATE group_reports r SET session_id = meant.id FROM meant WHERE meant.group_id = r.group_id;
--> statement-breakpoint
ALTER TABLE group_reports ENABLE TRIGGER USER;
--> statement-breakpoint
ALTER TABLE group_sessions ENABLE TRIGGER USER;
--> statement-breakpoint
-- The meeting at which homework is marked is a session of the group (CD6, J-21): it stands until it is called off, and it
-- was held once that is said of the session.
CREATE OR REPLACE FUNCTION group_reports_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  s group_sessions%ROWTYPE;
BEGIN
  IF TG_OP = 'INSERT' AND pg_trigger_depth() >= 2 THEN
    RETURN NEW;
  END IF;
  IF TG_OP <> 'UPDATE' THEN
    RAISE EXCEPTION 'a report begins with its step and stays' USING ERRCODE = 'HW227';
  END IF;
  IF (NEW.group_id, NEW.place_id, NEW.since, NEW.due_at) IS DISTINCT FROM (OLD.group_id, OLD.place_id, OLD.since, OLD.due_at)
    OR OLD.held_at IS NOT NULL AND (NEW.held_at, NEW.session_id) IS DISTINCT FROM (OLD.held_at, OLD.session_id)
    OR OLD.ladder_asked_at IS NOT NULL AND NEW.ladder_asked_at IS DISTINCT FROM OLD.ladder_asked_at
    OR OLD.marked_at IS NOT NULL AND NEW.marked_at IS DISTINCT FROM OLD.marked_at
    OR OLD.closed_at IS NOT NULL AND NEW.closed_at IS DISTINCT FROM OLD.closed_at THEN
    RAISE EXCEPTION 'a day of the homework stays as it was' USING ERRCODE = 'HW227';
  END IF;
  IF (NEW.held_at, NEW.marked_at, NEW.closed_at) IS DISTINCT FROM (OLD.held_at, OLD.marked_at, OLD.closed_at)
    AND pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'it is held with its session, and marked when its group takes the step' USING ERRCODE = 'HW227';
  END IF;
  IF NEW.session_id IS DISTINCT FROM OLD.session_id THEN
    SELECT * INTO s FROM group_sessions WHERE id = OLD.session_id FOR SHARE;
    IF s.id IS NOT NULL AND s.state <> 'cancelled' THEN
      RAISE EXCEPTION 'one meeting, moved or called off as any session is' USING ERRCODE = 'HW248';
    END IF;
    SELECT * INTO s FROM group_sessions WHERE id = NEW.session_id FOR SHARE;
    IF s.group_id IS DISTINCT FROM NEW.group_id OR s.state NOT IN ('announced', 'access-check', 'confirmed') THEN
      RAISE EXCEPTION 'a meeting to come, of the same group' USING ERRCODE = 'HW227';
    END IF;
  END IF;
  IF NEW.ladder_asked_at IS NOT NULL AND OLD.ladder_asked_at IS NULL THEN
    NEW.ladder_asked_at := clock_timestamp();
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION group_reports_held() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE group_reports SET held_at = clock_timestamp() WHERE session_id = NEW.id AND held_at IS NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER group_reports_held AFTER UPDATE OF state ON group_sessions
  FOR EACH ROW WHEN (NEW.state IN ('held', 'notes-shared', 'paid', 'closed') AND OLD.state IS DISTINCT FROM NEW.state)
  EXECUTE FUNCTION group_reports_held();
