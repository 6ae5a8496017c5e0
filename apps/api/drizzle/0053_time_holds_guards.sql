-- What a login that may write rows could still do to time (CH7, §2.4, FR-10). Five working days are counted on the
-- place's own calendar and the clock on its wall; a challenge is open for a year at most and stands still for ninety days
-- at most; a line of the change log and the clock of answers begin when the database says so.

-- The day that lies so many working days of the place after a day; none where the place has not that many in two years.
CREATE FUNCTION working_day_after(of_place uuid, from_day date, how_many integer) RETURNS date
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT from_day + n FROM generate_series(1, 731) AS n
    WHERE extract(isodow FROM from_day + n)::integer <> ALL ((SELECT weekend FROM places WHERE id = of_place)::integer[])
      AND NOT EXISTS (SELECT 1 FROM place_holidays WHERE place_id = of_place AND day = (from_day + n)::text)
    ORDER BY n OFFSET how_many - 1 LIMIT 1
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION challenges_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moving text[] := ARRAY['commissioner_id', 'state', 'decided_at', 'withdrawn_reason', 'groups_count', 'updated_at',
    'version', 'search', 'paused_at', 'paused_reason', 'paused_until'];
  wording text[] := ARRAY['summary', 'why_now', 'who_is_affected', 'least_served', 'outcome', 'organisation_benefit',
    'not_at_risk', 'other_offer', 'pay_when'];
  facts text[] := ARRAY['participation_pence', 'backfill_pence', 'tests_pence', 'access_pence', 'pay_hourly_pence',
    'officer_hours', 'hours_per_month', 'expected_interests', 'closes_at', 'questions_until', 'results_by',
    'starts_on', 'ends_on'];
  before_opening boolean := OLD.state IN ('draft', 'read-through');
  changed text[];
  note amendments%ROWTYPE;
  total integer;
  how_many integer;
  stood interval;
  zone text;
  days integer;
BEGIN
  IF NOT (OLD.state = NEW.state
    OR (OLD.state = 'draft' AND NEW.state IN ('read-through', 'withdrawn'))
    OR (OLD.state = 'read-through' AND NEW.state IN ('open', 'withdrawn'))
    OR (OLD.state = 'open' AND NEW.state IN ('paused', 'choosing', 'formed', 'none-chosen', 'withdrawn'))
    OR (OLD.state = 'paused' AND NEW.state IN ('open', 'withdrawn'))
    OR (OLD.state = 'choosing' AND NEW.state IN ('formed', 'none-chosen', 'withdrawn'))) THEN
    RAISE EXCEPTION 'a challenge cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'HW002';
  END IF;
  -- How often and how long it stood still is counted here and nowhere else.
  NEW.pauses_count := OLD.pauses_count;
  NEW.paused_seconds := OLD.paused_seconds;
  SELECT time_zone INTO zone FROM places WHERE id = NEW.place_id;
  SELECT coalesce(array_agg(n.key), '{}') INTO changed
    FROM jsonb_each(to_jsonb(NEW) - moving) n JOIN jsonb_each(to_jsonb(OLD)) o ON o.key = n.key
    WHERE n.value IS DISTINCT FROM o.value;
  IF OLD.state = 'paused' AND NEW.state = 'open' THEN
    IF NOT changed <@ ARRAY['closes_at', 'questions_until', 'results_by', 'starts_on', 'ends_on'] THEN
      RAISE EXCEPTION 'an opened challenge is frozen' USING ERRCODE = 'HW003';
    END IF;
    stood := clock_timestamp() - OLD.paused_at - interval '1 minute';
    IF (NEW.closes_at >= OLD.closes_at + stood
      AND (OLD.questions_until IS NULL OR NEW.questions_until >= OLD.questions_until + stood)) IS NOT TRUE THEN
      RAISE EXCEPTION 'a pause takes nobody''s time' USING ERRCODE = 'HW012';
    END IF;
    NEW.paused_seconds := OLD.paused_seconds + ceil(extract(epoch FROM clock_timestamp() - OLD.paused_at))::integer;
  ELSIF NOT before_opening AND cardinality(changed) > 0 THEN
    SELECT * INTO note FROM amendments
      WHERE challenge_id = NEW.id AND txid = pg_current_xact_id()::text;
    IF note.id IS NULL OR OLD.state <> 'open' OR NEW.state <> 'open' OR OLD.closes_at <= clock_timestamp()
      OR NOT changed <@ (wording || facts) OR NOT changed <@ (note.columns || ARRAY['questions_until']) THEN
      RAISE EXCEPTION 'an opened challenge is frozen' USING ERRCODE = 'HW003';
    END IF;
    IF changed && facts AND note.kind <> 'substance' THEN
      RAISE EXCEPTION 'figures and dates are substance' USING ERRCODE = 'HW012';
    END IF;
    IF note.kind = 'substance' AND (NEW.closes_at AT TIME ZONE zone
      >= working_day_after(NEW.place_id, (OLD.closes_at AT TIME ZONE zone)::date, 5) + (OLD.closes_at AT TIME ZONE zone)::time) IS NOT TRUE THEN
      RAISE EXCEPTION 'substance gives everybody five working days more' USING ERRCODE = 'HW012';
    END IF;
    IF NEW.closes_at > OLD.closes_at AND NEW.closes_at > OLD.opened_at + make_interval(hours => 366 * 24, secs => OLD.paused_seconds) THEN
      RAISE EXCEPTION 'a challenge is open for twelve months at most' USING ERRCODE = 'HW087';
    END IF;
    IF coalesce(NEW.questions_until < OLD.questions_until, NEW.questions_until IS NULL AND OLD.questions_until IS NOT NULL) THEN
      RAISE EXCEPTION 'time for questions is not taken back' USING ERRCODE = 'HW012';
    END IF;
    IF NEW.participation_pence < OLD.participation_pence OR NEW.backfill_pence < OLD.backfill_pence
      OR NEW.tests_pence < OLD.tests_pence OR NEW.access_pence < OLD.access_pence
      OR coalesce(NEW.pay_hourly_pence, 0) < coalesce(OLD.pay_hourly_pence, 0)
      OR coalesce(NEW.officer_hours, 0) < coalesce(OLD.officer_hours, 0) THEN
      RAISE EXCEPTION 'what was offered is not taken back' USING ERRCODE = 'HW012';
    END IF;
  END IF;
  IF NEW.withdrawn_reason IS DISTINCT FROM OLD.withdrawn_reason
    AND NOT (OLD.state <> 'withdrawn' AND NEW.state = 'withdrawn') THEN
    RAISE EXCEPTION 'a reason is given once, when it is withdrawn' USING ERRCODE = 'HW003';
  END IF;
  IF OLD.state <> 'withdrawn' AND NEW.state = 'withdrawn' AND coalesce(length(NEW.withdrawn_reason), 0) < 20 THEN
    RAISE EXCEPTION 'withdrawing takes a public reason' USING ERRCODE = 'HW008';
  END IF;
  IF OLD.state = 'open' AND NEW.state = 'paused' THEN
    IF coalesce(length(NEW.paused_reason), 0) < 20 OR NEW.paused_until IS NULL THEN
      RAISE EXCEPTION 'a pause takes a public reason and an end' USING ERRCODE = 'HW008';
    END IF;
    IF OLD.closes_at <= clock_timestamp() THEN
      RAISE EXCEPTION 'what has closed does not stand still' USING ERRCODE = 'HW012';
    END IF;
    IF NEW.paused_until !~ '^\d{4}-\d{2}-\d{2}$' THEN
      RAISE EXCEPTION 'a pause ends on a day' USING ERRCODE = 'HW087';
    END IF;
    days := NEW.paused_until::date - (clock_timestamp() AT TIME ZONE zone)::date;
    IF days NOT BETWEEN 1 AND 60 OR OLD.pauses_count >= 3 OR OLD.paused_seconds / 86400 + days > 90 THEN
      RAISE EXCEPTION 'three pauses, of sixty days at most and ninety in all' USING ERRCODE = 'HW087';
    END IF;
    NEW.pauses_count := OLD.pauses_count + 1;
    NEW.paused_at := clock_timestamp();
  ELSIF NOT before_opening
    AND (NEW.paused_at, NEW.paused_until, NEW.paused_reason) IS DISTINCT FROM (OLD.paused_at, OLD.paused_until, OLD.paused_reason)
    AND NOT (OLD.state = 'paused' AND NEW.state = 'open') THEN
    RAISE EXCEPTION 'since when it stands still, until when and why is not moved' USING ERRCODE = 'HW012';
  END IF;
  IF OLD.state = 'draft' AND NEW.state = 'read-through'
    AND (NEW.checked_at IS NULL OR NEW.read_until IS NULL OR NEW.read_until <= clock_timestamp()) THEN
    RAISE EXCEPTION 'it is read after the check, for some days' USING ERRCODE = 'HW013';
  END IF;
  IF OLD.state = 'read-through' AND NEW.read_until IS DISTINCT FROM OLD.read_until THEN
    RAISE EXCEPTION 'readers keep the days they were given' USING ERRCODE = 'HW013';
  END IF;
  IF OLD.state = 'read-through' AND NEW.state = 'open' THEN
    IF NEW.read_until > clock_timestamp() AND coalesce(length(NEW.shortened_reason), 0) < 30 THEN
      RAISE EXCEPTION 'it is still being read' USING ERRCODE = 'HW013';
    END IF;
    SELECT coalesce(sum(weight), 0), count(*) INTO total, how_many
      FROM challenge_criteria WHERE challenge_id = NEW.id;
    IF total <> 100 OR how_many NOT BETWEEN 3 AND 5 THEN
      RAISE EXCEPTION 'weights sum to % over % criteria', total, how_many USING ERRCODE = 'HW004';
    END IF;
    IF NEW.closes_at <= clock_timestamp() THEN
      RAISE EXCEPTION 'a challenge cannot open after it closes' USING ERRCODE = 'HW004';
    END IF;
    IF NEW.closes_at > clock_timestamp() + make_interval(hours => 366 * 24) THEN
      RAISE EXCEPTION 'a challenge is open for twelve months at most' USING ERRCODE = 'HW087';
    END IF;
    NEW.opened_at := clock_timestamp();
    NEW.pauses_count := 0;
    NEW.paused_seconds := 0;
  END IF;
  IF OLD.state IN ('open', 'choosing') AND NEW.state IN ('choosing', 'formed', 'none-chosen')
    AND OLD.state <> NEW.state AND OLD.closes_at > clock_timestamp() THEN
    RAISE EXCEPTION 'nobody is chosen before the deadline' USING ERRCODE = 'HW005';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- A line of the change log is written now, in the transaction it stands for, about a challenge that is out.
CREATE FUNCTION amendments_begin() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.made_at := clock_timestamp();
  NEW.txid := pg_current_xact_id()::text;
  IF NOT EXISTS (SELECT 1 FROM challenges WHERE id = NEW.challenge_id AND state IN ('open', 'paused')) THEN
    RAISE EXCEPTION 'only what is open changes in public' USING ERRCODE = 'HW003';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER amendments_begin BEFORE INSERT ON amendments
  FOR EACH ROW EXECUTE FUNCTION amendments_begin();
--> statement-breakpoint
-- The clock of answers is wound when a challenge has closed: ten working days, or the day that was promised before that.
-- An hour either way is the night the clocks change.
CREATE FUNCTION answer_clocks_begin() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  c challenges%ROWTYPE;
  zone text;
  closed date;
  last date;
  due date;
  wanted timestamptz[];
  night interval := interval '1 hour';
BEGIN
  SELECT * INTO c FROM challenges WHERE id = NEW.challenge_id FOR SHARE;
  IF NOT FOUND OR c.state NOT IN ('open', 'choosing', 'formed', 'none-chosen') OR c.closes_at > clock_timestamp() THEN
    RAISE EXCEPTION 'the clock of answers begins when a challenge has closed' USING ERRCODE = 'HW088';
  END IF;
  SELECT time_zone INTO zone FROM places WHERE id = c.place_id;
  closed := (c.closes_at AT TIME ZONE zone)::date;
  last := working_day_after(c.place_id, closed, 10);
  due := CASE WHEN c.results_by > closed::text AND c.results_by < last::text THEN c.results_by::date ELSE last END;
  wanted := ARRAY[(last + 1)::timestamp AT TIME ZONE zone, (due + 1)::timestamp AT TIME ZONE zone];
  IF NEW.ten_days_at < wanted[1] - night OR NEW.ten_days_at > wanted[1] + night
    OR NEW.due_at < wanted[2] - night OR NEW.due_at > wanted[2] + night THEN
    RAISE EXCEPTION 'answers are due on the tenth working day, or on the day that was promised' USING ERRCODE = 'HW088';
  END IF;
  IF num_nonnulls(NEW.soon_told, NEW.day_told, NEW.late_told) > 0 THEN
    RAISE EXCEPTION 'nobody was reminded before the clock began' USING ERRCODE = 'HW088';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER answer_clocks_begin BEFORE INSERT ON answer_clocks
  FOR EACH ROW EXECUTE FUNCTION answer_clocks_begin();
