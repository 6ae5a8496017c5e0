CREATE TABLE "pay_hours" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"minutes" integer NOT NULL,
	"preparation_minutes" integer NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"entered_by" uuid,
	"said_by" text,
	"state" text DEFAULT 'asked' NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"reminded_at" timestamp with time zone,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	"reason" text DEFAULT '' NOT NULL,
	"told_at" timestamp with time zone,
	CONSTRAINT "pay_hours_tenant" UNIQUE("place_id","id"),
	CONSTRAINT "pay_hours_words" CHECK (char_length(words) <= 300 and char_length(reason) <= 300),
	CONSTRAINT "pay_hours_said" CHECK ((entered_by is null) = (said_by is null)),
	CONSTRAINT "pay_hours_state" CHECK (state in ('asked', 'yes', 'no') and (state = 'asked') = (answered_at is null)
        and (answered_at is null) = (answered_by is null) and (state <> 'asked' or told_at is null))
);
--> statement-breakpoint
ALTER TABLE "pay_items" DROP CONSTRAINT "pay_items_kind";--> statement-breakpoint
ALTER TABLE "pay_items" ADD COLUMN "for_hours" uuid;--> statement-breakpoint
ALTER TABLE "pay_hours" ADD CONSTRAINT "pay_hours_entered_by_people_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_hours" ADD CONSTRAINT "pay_hours_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_hours" ADD CONSTRAINT "pay_hours_place_id_group_id_groups_place_id_id_fk" FOREIGN KEY ("place_id","group_id") REFERENCES "public"."groups"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_hours" ADD CONSTRAINT "pay_hours_place_id_member_id_group_members_place_id_id_fk" FOREIGN KEY ("place_id","member_id") REFERENCES "public"."group_members"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_hours" ADD CONSTRAINT "pay_hours_place_id_session_id_group_sessions_place_id_id_fk" FOREIGN KEY ("place_id","session_id") REFERENCES "public"."group_sessions"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "pay_hours_once" ON "pay_hours" USING btree ("member_id","session_id") WHERE state = 'asked';--> statement-breakpoint
CREATE INDEX "pay_hours_of_group" ON "pay_hours" USING btree ("group_id","state");--> statement-breakpoint
CREATE INDEX "pay_hours_due" ON "pay_hours" USING btree ("due_at") WHERE state = 'asked' and reminded_at is null;--> statement-breakpoint
ALTER TABLE "pay_items" ADD CONSTRAINT "pay_items_place_id_for_hours_pay_hours_place_id_id_fk" FOREIGN KEY ("place_id","for_hours") REFERENCES "public"."pay_hours"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "pay_items_for_hours" ON "pay_items" USING btree ("for_hours");--> statement-breakpoint
ALTER TABLE "pay_items" ADD CONSTRAINT "pay_items_more" CHECK ((why = 'more-hours') = (for_hours is not null));--> statement-breakpoint
ALTER TABLE "pay_items" ADD CONSTRAINT "pay_items_kind" CHECK ((kind = 'involvement') = (why in ('held', 'cancelled-late', 'more-hours'))
        and (kind = 'expense') = (why in ('fares', 'care', 'other'))
        and (kind = 'involvement') = (minutes is not null and preparation_minutes is not null)
        and (kind = 'expense' or not advance));
--> statement-breakpoint
-- J-19, hours incl. preparation: what was put down for somebody stands, and they can say that it was not right. What is
-- missing becomes pay of its own; nothing that was approved or paid is touched.
CREATE FUNCTION pay_put_down(who uuid, at_session uuid, OUT minutes integer, OUT preparation_minutes integer)
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(sum(x.minutes), 0)::integer, coalesce(sum(x.preparation_minutes), 0)::integer FROM (
    SELECT a.minutes, a.preparation_minutes FROM pay_attendance a WHERE a.member_id = who AND a.session_id = at_session
    UNION ALL SELECT i.minutes, i.preparation_minutes FROM pay_items i
      WHERE i.member_id = who AND i.session_id = at_session AND i.why = 'more-hours') x
$$;
--> statement-breakpoint
CREATE FUNCTION pay_hours_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  stands CONSTANT text[] := ARRAY['id', 'place_id', 'group_id', 'member_id', 'session_id', 'minutes', 'preparation_minutes',
    'entered_by', 'said_by', 'asked_at', 'due_at'];
  answered CONSTANT text[] := ARRAY['state', 'answered_by', 'answered_at'];
  s group_sessions%ROWTYPE;
  m group_members%ROWTYPE;
  runner uuid;
BEGIN
  SELECT facilitator_id INTO runner FROM groups WHERE id = NEW.group_id;
  IF TG_OP = 'INSERT' THEN
    SELECT * INTO s FROM group_sessions WHERE id = NEW.session_id FOR SHARE;
    SELECT * INTO m FROM group_members WHERE id = NEW.member_id FOR SHARE;
    IF s.group_id IS DISTINCT FROM NEW.group_id OR m.group_id IS DISTINCT FROM NEW.group_id OR m.state = 'left'
      OR s.state = 'cancelled' OR s.ends_at > clock_timestamp() OR s.ends_at < clock_timestamp() - interval '91 days'
      OR m.joined_at >= s.ends_at OR NEW.state <> 'asked' OR NEW.reason <> '' THEN
      RAISE EXCEPTION 'hours are said of a session of their group that is over' USING ERRCODE = 'HW270';
    END IF;
    IF NOT (m.bloc = 'residents' OR m.bloc = 'organisations'
      AND coalesce((pay_settings_on(NEW.place_id, (pay_days(s)).on_day)).pays_organisations, false)) THEN
      RAISE EXCEPTION 'this place does not pay people who sit here for their employer' USING ERRCODE = 'HW212';
    END IF;
    IF NEW.minutes < 1 OR NEW.preparation_minutes < 0 OR NEW.minutes + NEW.preparation_minutes > 960
      OR EXISTS (SELECT FROM pay_put_down(m.id, s.id) p WHERE NEW.minutes < p.minutes
        OR NEW.preparation_minutes < p.preparation_minutes
        OR NEW.minutes + NEW.preparation_minutes <= p.minutes + p.preparation_minutes) THEN
      RAISE EXCEPTION 'more than was put down, and no more than sixteen hours' USING ERRCODE = 'HW271';
    END IF;
    NEW.asked_at := clock_timestamp();
    RETURN NEW;
  END IF;
  IF (SELECT jsonb_object_agg(k, to_jsonb(OLD) -> k) FROM unnest(stands) k)
      IS DISTINCT FROM (SELECT jsonb_object_agg(k, to_jsonb(NEW) -> k) FROM unnest(stands) k)
    OR NEW.words NOT IN (OLD.words, '')
    OR OLD.state <> 'asked' AND ((SELECT jsonb_object_agg(k, to_jsonb(OLD) -> k) FROM unnest(answered) k)
      IS DISTINCT FROM (SELECT jsonb_object_agg(k, to_jsonb(NEW) -> k) FROM unnest(answered) k) OR NEW.reason NOT IN (OLD.reason, ''))
    OR OLD.told_at IS NOT NULL AND NEW.told_at IS DISTINCT FROM OLD.told_at THEN
    RAISE EXCEPTION 'what was said and what was answered stand' USING ERRCODE = 'HW273';
  END IF;
  IF OLD.state = 'asked' AND NEW.state <> 'asked' THEN
    SELECT * INTO m FROM group_members WHERE id = NEW.member_id;
    IF NEW.answered_by IS DISTINCT FROM runner
      OR EXISTS (SELECT FROM people p WHERE p.id = runner AND (m.person_id = p.id OR place_is_of(m, p))) THEN
      RAISE EXCEPTION 'whoever runs the group answers, and not for themselves' USING ERRCODE = 'HW272';
    END IF;
    IF (NEW.state = 'no') <> (btrim(NEW.reason) <> '') THEN
      RAISE EXCEPTION 'a no has its reason' USING ERRCODE = 'HW272';
    END IF;
    NEW.answered_at := clock_timestamp();
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER pay_hours_guard BEFORE INSERT OR UPDATE ON pay_hours FOR EACH ROW EXECUTE FUNCTION pay_hours_guard();
--> statement-breakpoint
CREATE TRIGGER pay_hours_stay BEFORE DELETE ON pay_hours FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION pay_items_begin() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  s group_sessions%ROWTYPE;
  m group_members%ROWTYPE;
  a pay_attendance%ROWTYPE;
  r pay_settings%ROWTYPE;
  v pay_late_moves%ROWTYPE;
  h pay_hours%ROWTYPE;
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
    IF NEW.for_hours IS NOT NULL THEN
      SELECT * INTO h FROM pay_hours WHERE id = NEW.for_hours AND session_id = s.id AND member_id = m.id AND state = 'yes';
      IF h.id IS NULL THEN
        RAISE EXCEPTION 'missing time is paid once whoever runs the group has said yes to it' USING ERRCODE = 'HW212';
      END IF;
      NEW.why := 'more-hours';
      NEW.lost_start := NULL;
      NEW.due_at := h.answered_at;
      SELECT h.minutes - p.minutes, h.preparation_minutes - p.preparation_minutes
        INTO NEW.minutes, NEW.preparation_minutes FROM pay_put_down(m.id, s.id) p;
      NEW.amount_pence := pay_worth(s, h.minutes, h.preparation_minutes, 'minutes') - (
        SELECT coalesce(sum(i.amount_pence), 0)::integer FROM pay_items i
        WHERE i.member_id = m.id AND i.session_id = s.id AND i.why IN ('held', 'more-hours'));
      NEW.confirmed_by := h.answered_by;
      NEW.confirmed_at := h.answered_at;
      IF NEW.amount_pence <= 0 THEN
        RAISE EXCEPTION 'nothing of this is missing' USING ERRCODE = 'HW271';
      END IF;
    ELSIF NEW.lost_start IS NOT NULL THEN
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
    'preparation_minutes', 'amount_pence', 'currency', 'receipt', 'advance', 'lost_start', 'for_hours', 'due_at', 'created_at'];
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
    ('failed', 'declined'), ('paid', 'settled'), ('approved', 'chosen')) THEN
    RAISE EXCEPTION 'pay does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'HW215';
  END IF;
  IF OLD.state = 'approved' AND NEW.state = 'chosen' AND (NEW.approved_by IS NOT NULL
    OR coalesce((SELECT l.outcome FROM pay_lines l JOIN pay_batches b ON b.id = l.batch_id
      WHERE l.item_id = NEW.id ORDER BY b.number DESC LIMIT 1), '') <> 'aside') THEN
    RAISE EXCEPTION 'a yes is taken back only where its line was put aside' USING ERRCODE = 'HW215';
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
--> statement-breakpoint
-- Money may still come of hours that somebody said and nobody has answered.
CREATE OR REPLACE FUNCTION pay_is_open(who uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM pay_items i WHERE i.member_id = who AND i.state IN ('due', 'chosen', 'approved', 'failed'))
    OR EXISTS (SELECT FROM pay_hours h WHERE h.member_id = who AND h.state = 'asked')
    OR EXISTS (SELECT FROM group_members m JOIN group_sessions s ON s.group_id = m.group_id
      WHERE m.id = who AND pay_may_have_come(m, s))
$$;
--> statement-breakpoint
CREATE FUNCTION pay_hours_of_who_left() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE pay_hours SET words = '', reason = '' WHERE member_id = NEW.id AND (words <> '' OR reason <> '');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER pay_hours_of_who_left AFTER UPDATE OF state ON group_members FOR EACH ROW
  WHEN (NEW.state = 'left' AND OLD.state <> 'left') EXECUTE FUNCTION pay_hours_of_who_left();
