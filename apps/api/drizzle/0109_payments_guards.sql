-- CD4, §2.11, §4.5: what a place pays is dated data; what somebody is owed is counted here, once, and never twice; nobody
-- approves what goes to themselves; and a batch is the sum of its items.

-- Rates, settings and advice of a place are set by its stewards, and nothing of them is rewritten.
CREATE FUNCTION pay_of_place_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF holds_role(NEW.place_id, NEW.set_by, 'steward', '{}') IS NOT TRUE THEN
    RAISE EXCEPTION 'a steward of the place says what it pays' USING ERRCODE = 'HW210';
  END IF;
  IF TG_TABLE_NAME = 'pay_rates' AND NEW.currency <> (SELECT currency FROM places WHERE id = NEW.place_id) THEN
    RAISE EXCEPTION 'a place pays in its own money' USING ERRCODE = 'HW210';
  END IF;
  NEW.created_at := clock_timestamp();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER pay_rates_guard BEFORE INSERT ON pay_rates FOR EACH ROW EXECUTE FUNCTION pay_of_place_guard();
--> statement-breakpoint
CREATE TRIGGER pay_settings_guard BEFORE INSERT ON pay_settings FOR EACH ROW EXECUTE FUNCTION pay_of_place_guard();
--> statement-breakpoint
CREATE TRIGGER pay_advice_guard BEFORE INSERT ON pay_advice FOR EACH ROW EXECUTE FUNCTION pay_of_place_guard();
--> statement-breakpoint
CREATE TRIGGER pay_rates_stand BEFORE UPDATE OR DELETE ON pay_rates FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER pay_settings_stand BEFORE UPDATE OR DELETE ON pay_settings FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER pay_advice_stand BEFORE UPDATE OR DELETE ON pay_advice FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- TR3: what was promised when the question was published, or anything better since, up to the day itself; never less.
CREATE FUNCTION pay_rate_on(of_place uuid, of_what text, since date, until_day date) RETURNS integer
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  WITH days AS (
    SELECT DISTINCT ON (from_day) from_day, pence FROM pay_rates
    WHERE place_id = of_place AND what = of_what AND from_day <= until_day ORDER BY from_day, created_at DESC, id DESC)
  SELECT max(pence) FROM days
  WHERE from_day > since OR from_day = (SELECT max(from_day) FROM days d WHERE d.from_day <= since)
$$;
--> statement-breakpoint
-- The newest settings of a place that count on a day.
CREATE FUNCTION pay_settings_on(of_place uuid, on_day date) RETURNS pay_settings
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s FROM pay_settings s WHERE s.place_id = of_place AND s.from_day <= on_day
  ORDER BY s.from_day DESC, s.created_at DESC, s.id DESC LIMIT 1
$$;
--> statement-breakpoint
-- The day a session is paid for, and the day its group's question was published, both in the place's own zone.
CREATE FUNCTION pay_days(s group_sessions, OUT since date, OUT on_day date)
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT (least(coalesce(c.opened_at, s.starts_at), s.starts_at) AT TIME ZONE p.time_zone)::date,
    (s.starts_at AT TIME ZONE p.time_zone)::date
  FROM groups g JOIN challenges c ON c.id = g.challenge_id JOIN places p ON p.id = g.place_id WHERE g.id = s.group_id
$$;
--> statement-breakpoint
-- What taking part is worth; null where the place has no rate for it.
CREATE FUNCTION pay_worth(s group_sessions, present integer, preparing integer, counted text) RETURNS integer
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE counted
    WHEN 'minutes' THEN round((present * h + preparing * coalesce(p, h)) / 60.0)::integer
    ELSE pay_rate_on(s.place_id, counted, d.since, d.on_day) END
  FROM pay_days(s) d, pay_rate_on(s.place_id, 'hour', d.since, d.on_day) h,
    pay_rate_on(s.place_id, 'preparation-hour', d.since, d.on_day) p
$$;
--> statement-breakpoint
CREATE FUNCTION pay_attendance_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  s group_sessions%ROWTYPE;
BEGIN
  SELECT * INTO s FROM group_sessions WHERE id = NEW.session_id FOR SHARE;
  IF s.state NOT IN ('held', 'notes-shared', 'paid', 'closed')
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
CREATE TRIGGER pay_attendance_guard BEFORE INSERT ON pay_attendance FOR EACH ROW EXECUTE FUNCTION pay_attendance_guard();
--> statement-breakpoint
CREATE TRIGGER pay_attendance_stands BEFORE UPDATE OR DELETE ON pay_attendance FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION pay_items_begin() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  s group_sessions%ROWTYPE;
  m group_members%ROWTYPE;
  a pay_attendance%ROWTYPE;
  r pay_settings%ROWTYPE;
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
    IF s.state = 'cancelled' AND s.cancelled_late THEN
      NEW.why := 'cancelled-late';
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
CREATE TRIGGER pay_items_begin BEFORE INSERT ON pay_items FOR EACH ROW EXECUTE FUNCTION pay_items_begin();
--> statement-breakpoint
CREATE FUNCTION pay_items_course() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  stands CONSTANT text[] := ARRAY['id', 'place_id', 'group_id', 'member_id', 'session_id', 'kind', 'why', 'minutes',
    'preparation_minutes', 'amount_pence', 'currency', 'receipt', 'advance', 'due_at', 'created_at'];
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
--> statement-breakpoint
-- Two people: whoever runs the group confirms, a finance clerk of the place approves, and neither is who is paid.
CREATE FUNCTION pay_may_approve(item pay_items) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF item.approved_by IS NULL OR holds_role(item.place_id, item.approved_by, 'finance-clerk', '{}') IS NOT TRUE THEN
    RAISE EXCEPTION 'a finance clerk of the place approves' USING ERRCODE = 'HW216';
  END IF;
  IF item.approved_by = (SELECT facilitator_id FROM groups WHERE id = item.group_id)
    OR item.approved_by = item.confirmed_by OR item.approved_by = item.entered_by
    OR EXISTS (SELECT FROM group_members m JOIN people p ON p.id = item.approved_by
      WHERE m.id = item.member_id AND (m.person_id = p.id OR place_is_of(m, p))) THEN
    RAISE EXCEPTION 'pay takes two people, and neither is who is paid' USING ERRCODE = 'HW217';
  END IF;
  IF item.kind = 'expense' AND item.confirmed_at IS NULL THEN
    RAISE EXCEPTION 'whoever runs the group has not confirmed this yet' USING ERRCODE = 'HW217';
  END IF;
END $$;
--> statement-breakpoint
CREATE TRIGGER pay_items_course BEFORE UPDATE ON pay_items FOR EACH ROW EXECUTE FUNCTION pay_items_course();
--> statement-breakpoint
CREATE TRIGGER pay_items_stay BEFORE DELETE ON pay_items FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A line is its item, as approved; what became of it is said once.
CREATE FUNCTION pay_lines_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  i pay_items%ROWTYPE;
BEGIN
  SELECT * INTO i FROM pay_items WHERE id = NEW.item_id FOR SHARE;
  IF TG_OP = 'INSERT' THEN
    IF i.state <> 'approved' OR (NEW.pence, NEW.kind) IS DISTINCT FROM (i.chosen_pence, i.kind) OR NEW.outcome IS NOT NULL
      OR i.approved_by IS DISTINCT FROM (SELECT made_by FROM pay_batches WHERE id = NEW.batch_id)
      OR i.currency IS DISTINCT FROM (SELECT currency FROM pay_batches WHERE id = NEW.batch_id)
      OR EXISTS (SELECT FROM pay_exports e WHERE e.batch_id = NEW.batch_id) THEN
      RAISE EXCEPTION 'a line is an item as it was approved' USING ERRCODE = 'HW218';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.place_id, NEW.batch_id, NEW.item_id, NEW.kind, NEW.pence)
      IS DISTINCT FROM (OLD.place_id, OLD.batch_id, OLD.item_id, OLD.kind, OLD.pence)
    OR OLD.outcome = 'failed' AND NEW.outcome IS DISTINCT FROM 'failed'
    OR OLD.outcome = 'paid' AND NEW.outcome IS DISTINCT FROM 'failed' AND NEW.outcome IS DISTINCT FROM 'paid' THEN
    RAISE EXCEPTION 'a line stands' USING ERRCODE = 'HW218';
  END IF;
  IF NEW.outcome IS DISTINCT FROM OLD.outcome THEN
    IF NEW.outcome = 'paid' AND NOT EXISTS (SELECT FROM pay_exports e WHERE e.batch_id = NEW.batch_id) THEN
      RAISE EXCEPTION 'nothing is paid before its file was made' USING ERRCODE = 'HW219';
    END IF;
    NEW.outcome_at := clock_timestamp();
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER pay_lines_guard BEFORE INSERT OR UPDATE ON pay_lines FOR EACH ROW EXECUTE FUNCTION pay_lines_guard();
--> statement-breakpoint
CREATE TRIGGER pay_lines_stay BEFORE DELETE ON pay_lines FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER pay_batches_stand BEFORE UPDATE OR DELETE ON pay_batches FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- The two sums of a batch are those of its lines, kept apart, when the transaction ends.
CREATE FUNCTION pay_batches_add_up() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  which uuid := CASE TG_TABLE_NAME WHEN 'pay_batches' THEN (to_jsonb(NEW) ->> 'id')::uuid ELSE (to_jsonb(NEW) ->> 'batch_id')::uuid END;
BEGIN
  IF EXISTS (SELECT FROM pay_batches b WHERE b.id = which AND (b.lines, b.involvement_pence, b.expense_pence) IS DISTINCT FROM (
      SELECT count(*)::integer, coalesce(sum(l.pence) FILTER (WHERE l.kind = 'involvement'), 0)::integer,
        coalesce(sum(l.pence) FILTER (WHERE l.kind = 'expense'), 0)::integer
      FROM pay_lines l WHERE l.batch_id = which)) OR NOT EXISTS (SELECT FROM pay_lines l WHERE l.batch_id = which) THEN
    RAISE EXCEPTION 'a batch is the sum of its items' USING ERRCODE = 'HW218';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER pay_batches_add_up AFTER INSERT ON pay_batches DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION pay_batches_add_up();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER pay_lines_add_up AFTER INSERT ON pay_lines DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION pay_batches_add_up();
--> statement-breakpoint
-- A file is made once; again only with a reason; always by a clerk of the place.
CREATE FUNCTION pay_exports_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('pay_exports' || NEW.batch_id::text, 0));
  IF NEW.number <> 1 + (SELECT count(*) FROM pay_exports e WHERE e.batch_id = NEW.batch_id) THEN
    RAISE EXCEPTION 'this file has been made already' USING ERRCODE = 'HW219';
  END IF;
  IF holds_role(NEW.place_id, NEW.exported_by, 'finance-clerk', '{}') IS NOT TRUE THEN
    RAISE EXCEPTION 'a finance clerk of the place takes the file' USING ERRCODE = 'HW216';
  END IF;
  NEW.exported_at := clock_timestamp();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER pay_exports_guard BEFORE INSERT ON pay_exports FOR EACH ROW EXECUTE FUNCTION pay_exports_guard();
--> statement-breakpoint
CREATE TRIGGER pay_exports_stand BEFORE UPDATE OR DELETE ON pay_exports FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Bank details go with their row, and the row with the place in the group.
CREATE FUNCTION pay_ways_forget() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM vault_boxes WHERE subject_id = OLD.id AND field = 'payments.way';
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER pay_ways_forget AFTER DELETE ON pay_ways FOR EACH ROW EXECUTE FUNCTION pay_ways_forget();
--> statement-breakpoint
CREATE FUNCTION pay_ways_of_who_left() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM pay_ways WHERE member_id = NEW.id;
  UPDATE pay_items SET charity_name = '', words = '' WHERE member_id = NEW.id AND choice IS DISTINCT FROM 'charity'
    AND (charity_name <> '' OR words <> '');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER pay_ways_of_who_left AFTER UPDATE OF state ON group_members FOR EACH ROW
  WHEN (NEW.state = 'left' AND OLD.state <> 'left') EXECUTE FUNCTION pay_ways_of_who_left();
