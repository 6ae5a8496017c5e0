CREATE TABLE "pay_late_moves" (
	"place_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"from_start" timestamp with time zone NOT NULL,
	"to_start" timestamp with time zone NOT NULL,
	"minutes" integer NOT NULL,
	"preparation_minutes" integer NOT NULL,
	"expected" uuid[] NOT NULL,
	"moved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pay_late_moves_session_id_from_start_pk" PRIMARY KEY("session_id","from_start")
);
--> statement-breakpoint
ALTER TABLE "pay_items" ADD COLUMN "lost_start" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "pay_late_moves" ADD CONSTRAINT "pay_late_moves_place_id_session_id_group_sessions_place_id_id_fk" FOREIGN KEY ("place_id","session_id") REFERENCES "public"."group_sessions"("place_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
UPDATE pay_items i SET lost_start = s.starts_at FROM group_sessions s WHERE s.id = i.session_id AND i.why = 'cancelled-late';
--> statement-breakpoint
ALTER TABLE "pay_items" ADD CONSTRAINT "pay_items_lost" CHECK ((why = 'cancelled-late') = (lost_start is not null));
--> statement-breakpoint
DROP INDEX "pay_items_once";
--> statement-breakpoint
CREATE UNIQUE INDEX "pay_items_once" ON "pay_items" USING btree ("member_id","session_id") WHERE why = 'held';
--> statement-breakpoint
CREATE UNIQUE INDEX "pay_items_lost_once" ON "pay_items" USING btree ("member_id","session_id","lost_start") WHERE why = 'cancelled-late';
--> statement-breakpoint
-- §2.11, "cancelled late is paid": the start people keep free. It is the one first announced; a move in good time moves it,
-- a late move that is paid for does too, a late move by an hour or two does not. Called off late is measured by it.
ALTER TABLE "group_sessions" ADD COLUMN "promised_start" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE group_sessions DISABLE TRIGGER USER;
--> statement-breakpoint
UPDATE group_sessions SET promised_start = starts_at;
--> statement-breakpoint
ALTER TABLE group_sessions ENABLE TRIGGER USER;
--> statement-breakpoint
ALTER TABLE "group_sessions" DROP COLUMN "cancelled_late";
--> statement-breakpoint
ALTER TABLE "group_sessions" ADD COLUMN "cancelled_late" boolean GENERATED ALWAYS AS (coalesce(least(starts_at, promised_start) - cancelled_at < interval '48 hours', false)) STORED;
--> statement-breakpoint
-- Whether a start that was promised is lost by a move: another day of the place, or more than three hours.
CREATE FUNCTION pay_start_is_lost(s group_sessions, promised timestamptz) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT abs(extract(epoch FROM s.starts_at - promised)) > 3 * 3600
    OR (s.starts_at AT TIME ZONE p.time_zone)::date <> (promised AT TIME ZONE p.time_zone)::date
  FROM places p WHERE p.id = s.place_id
$$;
--> statement-breakpoint
CREATE FUNCTION group_sessions_promise() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  late boolean;
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.promised_start := NEW.starts_at;
    RETURN NEW;
  END IF;
  NEW.promised_start := coalesce(OLD.promised_start, OLD.starts_at);
  IF NEW.starts_at = OLD.starts_at THEN
    RETURN NEW;
  END IF;
  late := least(NEW.promised_start, OLD.starts_at) - clock_timestamp() < interval '48 hours';
  IF NOT late THEN
    NEW.promised_start := NEW.starts_at;
  ELSIF NEW.state IN ('announced', 'access-check', 'confirmed') AND NEW.starts_at > clock_timestamp()
    AND pay_start_is_lost(NEW, NEW.promised_start) THEN
    INSERT INTO pay_late_moves (place_id, session_id, from_start, to_start, minutes, preparation_minutes, expected)
      VALUES (NEW.place_id, NEW.id, NEW.promised_start, NEW.starts_at,
        least(OLD.paid_minutes, extract(epoch FROM OLD.ends_at - OLD.starts_at)::integer / 60),
        greatest(0, OLD.paid_minutes - extract(epoch FROM OLD.ends_at - OLD.starts_at)::integer / 60),
        ARRAY(SELECT m.id FROM group_members m WHERE m.group_id = NEW.group_id AND m.state IN ('joined', 'contacted')
          AND m.bloc <> 'public-bodies' AND NOT EXISTS (SELECT FROM session_replies r
            WHERE r.session_id = NEW.id AND r.member_id = m.id AND r.answer = 'no')))
      ON CONFLICT DO NOTHING;
    NEW.promised_start := NEW.starts_at;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER group_sessions_promise BEFORE INSERT OR UPDATE ON group_sessions
  FOR EACH ROW EXECUTE FUNCTION group_sessions_promise();
--> statement-breakpoint
CREATE TRIGGER pay_late_moves_stand BEFORE UPDATE OR DELETE ON pay_late_moves FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION pay_items_begin() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  s group_sessions%ROWTYPE;
  m group_members%ROWTYPE;
  a pay_attendance%ROWTYPE;
  r pay_settings%ROWTYPE;
  v pay_late_moves%ROWTYPE;
BEGIN
  SELECT * INTO s FROM group_sessions WHERE id = NEW.session_id FOR SHARE;
  SELECT * INTO m FROM group_members WHERE id = NEW.member_id FOR SHARE;
  r := pay_settings_on(NEW.place_id, (SELECT on_day FROM pay_days(s)));
  IF s.group_id IS DISTINCT FROM NEW.group_id OR m.group_id IS DISTINCT FROM NEW.group_id THEN
    RAISE EXCEPTION 'an item is of one group' USING ERRCODE = 'HW212';
  END IF;
  IF NOT (m.bloc = 'residents' OR m.bloc = 'organisations' AND coalesce(r.pays_organisations, false)) THEN
    RAISE EXCEPTION 'this place does not pay people who sit here for their employer' USING ERRCODE = 'HW212';
  END IF;
  IF NEW.approved_by IS NOT NULL OR NEW.paid_at IS NOT NULL OR NEW.confirmed_at IS NOT NULL AND NEW.kind = 'expense'
    OR NEW.kind = 'involvement' AND NEW.state <> 'due' OR NEW.kind = 'expense' AND NEW.state <> 'chosen' THEN
    RAISE EXCEPTION 'an item begins at its beginning' USING ERRCODE = 'HW215';
  END IF;
  NEW.currency := (SELECT currency FROM places WHERE id = NEW.place_id);
  NEW.created_at := clock_timestamp();
  IF NEW.kind = 'involvement' THEN
    IF NEW.lost_start IS NOT NULL THEN
      SELECT * INTO v FROM pay_late_moves WHERE session_id = s.id AND from_start = NEW.lost_start AND m.id = ANY (expected);
      IF v.session_id IS NULL THEN
        RAISE EXCEPTION 'a start is lost by a late move, for whoever kept it free' USING ERRCODE = 'HW212';
      END IF;
      NEW.why := 'cancelled-late';
      NEW.due_at := v.moved_at;
      NEW.minutes := v.minutes;
      NEW.preparation_minutes := v.preparation_minutes;
      NEW.amount_pence := pay_worth(s, v.minutes, v.preparation_minutes, 'minutes');
    ELSIF s.state = 'cancelled' AND s.cancelled_late THEN
      NEW.why := 'cancelled-late';
      NEW.lost_start := s.promised_start;
      NEW.due_at := s.cancelled_at;
      NEW.minutes := least(s.paid_minutes, extract(epoch FROM s.ends_at - s.starts_at)::integer / 60);
      NEW.preparation_minutes := s.paid_minutes - NEW.minutes;
      NEW.amount_pence := pay_worth(s, NEW.minutes, NEW.preparation_minutes, 'minutes');
    ELSE
      SELECT * INTO a FROM pay_attendance WHERE session_id = s.id AND member_id = m.id;
      IF a.member_id IS NULL THEN
        RAISE EXCEPTION 'taking part is paid after a session, or when it was cancelled late' USING ERRCODE = 'HW212';
      END IF;
      NEW.why := 'held';
      NEW.lost_start := NULL;
      NEW.due_at := s.ends_at;
      NEW.minutes := a.minutes;
      NEW.preparation_minutes := a.preparation_minutes;
      NEW.amount_pence := pay_worth(s, a.minutes, a.preparation_minutes, a.pay_as);
      NEW.confirmed_by := a.confirmed_by;
      NEW.confirmed_at := a.confirmed_at;
    END IF;
    IF NEW.amount_pence IS NULL THEN
      RAISE EXCEPTION 'this place has not said what it pays' USING ERRCODE = 'HW211';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.advance AND s.starts_at <= clock_timestamp() OR s.state = 'cancelled' AND NEW.advance THEN
    RAISE EXCEPTION 'money beforehand is asked for before the session' USING ERRCODE = 'HW213';
  END IF;
  IF NOT NEW.advance AND s.state <> 'cancelled' AND s.starts_at > clock_timestamp() THEN
    RAISE EXCEPTION 'what was spent is claimed once the session has begun' USING ERRCODE = 'HW213';
  END IF;
  IF NOT NEW.advance AND NOT NEW.receipt AND NEW.amount_pence > coalesce(r.receipt_limit_pence, 0) THEN
    RAISE EXCEPTION 'this needs a receipt' USING ERRCODE = 'HW214';
  END IF;
  NEW.due_at := clock_timestamp();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION pay_items_course() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  stands CONSTANT text[] := ARRAY['id', 'place_id', 'group_id', 'member_id', 'session_id', 'kind', 'why', 'minutes',
    'preparation_minutes', 'amount_pence', 'currency', 'receipt', 'advance', 'lost_start', 'due_at', 'created_at'];
  chosen CONSTANT text[] := ARRAY['choice', 'chosen_pence', 'entered_by', 'said_by', 'chosen_at'];
  moved boolean := NEW.state <> OLD.state;
BEGIN
  IF (SELECT jsonb_object_agg(k, to_jsonb(OLD) -> k) FROM unnest(stands) k)
    IS DISTINCT FROM (SELECT jsonb_object_agg(k, to_jsonb(NEW) -> k) FROM unnest(stands) k) THEN
    RAISE EXCEPTION 'what somebody is owed stands' USING ERRCODE = 'HW215';
  END IF;
  IF moved AND (OLD.state, NEW.state) NOT IN (
    ('due', 'chosen'), ('due', 'declined'), ('chosen', 'declined'), ('declined', 'chosen'), ('chosen', 'approved'),
    ('chosen', 'refused'), ('approved', 'paid'), ('approved', 'failed'), ('paid', 'failed'), ('failed', 'chosen'),
    ('failed', 'declined'), ('paid', 'settled')) THEN
    RAISE EXCEPTION 'pay does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'HW215';
  END IF;
  IF OLD.state NOT IN ('due', 'chosen', 'declined', 'failed')
    AND (SELECT jsonb_object_agg(k, to_jsonb(OLD) -> k) FROM unnest(chosen) k)
      IS DISTINCT FROM (SELECT jsonb_object_agg(k, to_jsonb(NEW) -> k) FROM unnest(chosen) k) THEN
    RAISE EXCEPTION 'a choice stands once it is approved' USING ERRCODE = 'HW215';
  END IF;
  IF OLD.confirmed_at IS NOT NULL AND (NEW.confirmed_at, NEW.confirmed_by) IS DISTINCT FROM (OLD.confirmed_at, OLD.confirmed_by)
    OR NEW.confirmed_at IS NOT NULL AND OLD.confirmed_at IS NULL
      AND NEW.confirmed_by IS DISTINCT FROM (SELECT facilitator_id FROM groups WHERE id = NEW.group_id) THEN
    RAISE EXCEPTION 'whoever runs the group confirms, once' USING ERRCODE = 'HW217';
  END IF;
  IF moved AND NEW.state = 'approved' THEN
    PERFORM pay_may_approve(NEW);
    NEW.approved_at := clock_timestamp();
  ELSIF NEW.state NOT IN ('failed', 'chosen', 'declined')
    AND (NEW.approved_by, NEW.approved_at) IS DISTINCT FROM (OLD.approved_by, OLD.approved_at) THEN
    RAISE EXCEPTION 'a yes stands' USING ERRCODE = 'HW217';
  END IF;
  IF moved AND NEW.state = 'paid' THEN
    NEW.paid_at := clock_timestamp();
  END IF;
  IF moved AND NEW.state = 'settled' AND NOT OLD.advance THEN
    RAISE EXCEPTION 'only money paid beforehand is settled' USING ERRCODE = 'HW215';
  END IF;
  RETURN NEW;
END $$;
