CREATE TABLE "decision_sessions" (
	"place_id" uuid NOT NULL,
	"version_id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "decision_sessions_once" UNIQUE("session_id")
);
--> statement-breakpoint
ALTER TABLE "decision_sessions" ADD CONSTRAINT "decision_sessions_place_id_version_id_decision_versions_place_id_id_fk" FOREIGN KEY ("place_id","version_id") REFERENCES "public"."decision_versions"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_sessions" ADD CONSTRAINT "decision_sessions_place_id_session_id_group_sessions_place_id_id_fk" FOREIGN KEY ("place_id","session_id") REFERENCES "public"."group_sessions"("place_id","id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
-- One extra session for each time the clock is stopped: of the same group, before the clock goes on, paid in full. It is
-- called while the clock stands still, and again only where the first was called off.
CREATE FUNCTION decision_sessions_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  d decisions%ROWTYPE;
  v decision_versions%ROWTYPE;
  s group_sessions%ROWTYPE;
BEGIN
  SELECT * INTO v FROM decision_versions WHERE id = NEW.version_id;
  SELECT * INTO d FROM decisions WHERE id = v.decision_id FOR SHARE;
  SELECT * INTO s FROM group_sessions WHERE id = NEW.session_id FOR SHARE;
  IF TG_OP = 'UPDATE' AND (NEW.version_id <> OLD.version_id
    OR (SELECT state FROM group_sessions WHERE id = OLD.session_id) <> 'cancelled') THEN
    RAISE EXCEPTION 'one extra session, unless it was called off' USING ERRCODE = 'HW246';
  END IF;
  IF d.state <> 'held' OR v.held_until IS NULL OR v.closed_at IS NOT NULL OR s.group_id <> d.group_id OR s.state = 'cancelled' THEN
    RAISE EXCEPTION 'called while the clock stands still, in the same group' USING ERRCODE = 'HW204';
  END IF;
  IF s.starts_at >= v.held_until OR s.paid_minutes * interval '1 minute' < s.ends_at - s.starts_at THEN
    RAISE EXCEPTION 'the extra session comes before the clock goes on, and is paid' USING ERRCODE = 'HW247';
  END IF;
  NEW.created_at := clock_timestamp();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER decision_sessions_guard BEFORE INSERT OR UPDATE ON decision_sessions
  FOR EACH ROW EXECUTE FUNCTION decision_sessions_guard();
--> statement-breakpoint
-- Nor is it moved past that moment, or its pay taken away, afterwards.
CREATE FUNCTION decision_sessions_promise() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  until timestamptz;
BEGIN
  SELECT v.held_until INTO until FROM decision_sessions x JOIN decision_versions v ON v.id = x.version_id WHERE x.session_id = NEW.id;
  IF until IS NULL THEN
    RETURN NEW;
  END IF;
  IF NEW.paid_minutes * interval '1 minute' < NEW.ends_at - NEW.starts_at
    OR NEW.starts_at IS DISTINCT FROM OLD.starts_at AND NEW.starts_at >= until THEN
    RAISE EXCEPTION 'the extra session comes before the clock goes on, and is paid' USING ERRCODE = 'HW247';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER decision_sessions_promise BEFORE UPDATE OF starts_at, ends_at, paid_minutes ON group_sessions
  FOR EACH ROW EXECUTE FUNCTION decision_sessions_promise();
