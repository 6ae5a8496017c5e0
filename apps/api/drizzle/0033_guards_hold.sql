-- §2.4 once more, with what a login that may write rows could still do. A pause began when the database says it began,
-- before closing, and takes nobody's time, for questions neither.
CREATE OR REPLACE FUNCTION challenges_guard() RETURNS trigger LANGUAGE plpgsql AS $$
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
BEGIN
  IF NOT (OLD.state = NEW.state
    OR (OLD.state = 'draft' AND NEW.state IN ('read-through', 'withdrawn'))
    OR (OLD.state = 'read-through' AND NEW.state IN ('open', 'withdrawn'))
    OR (OLD.state = 'open' AND NEW.state IN ('paused', 'choosing', 'formed', 'none-chosen', 'withdrawn'))
    OR (OLD.state = 'paused' AND NEW.state IN ('open', 'withdrawn'))
    OR (OLD.state = 'choosing' AND NEW.state IN ('formed', 'none-chosen', 'withdrawn'))) THEN
    RAISE EXCEPTION 'a challenge cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'HW002';
  END IF;
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
    IF note.kind = 'substance' AND NEW.closes_at < OLD.closes_at + interval '5 days' THEN
      RAISE EXCEPTION 'substance gives everybody five working days more' USING ERRCODE = 'HW012';
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
    NEW.paused_at := clock_timestamp();
  ELSIF NOT before_opening AND NEW.paused_at IS DISTINCT FROM OLD.paused_at
    AND NOT (OLD.state = 'paused' AND NEW.state = 'open') THEN
    RAISE EXCEPTION 'since when it stands still is not moved' USING ERRCODE = 'HW012';
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
  END IF;
  IF OLD.state IN ('open', 'choosing') AND NEW.state IN ('choosing', 'formed', 'none-chosen')
    AND OLD.state <> NEW.state AND OLD.closes_at > clock_timestamp() THEN
    RAISE EXCEPTION 'nobody is chosen before the deadline' USING ERRCODE = 'HW005';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- A temporary table comes before any other of its name: every guard looks at the real ones, whoever asks.
DO $$
DECLARE
  guard regprocedure;
BEGIN
  FOR guard IN
    SELECT p.oid FROM pg_proc p JOIN pg_type t ON t.oid = p.prorettype
      WHERE p.pronamespace = 'public'::regnamespace
        AND (t.typname = 'trigger' OR p.proname IN ('answered_in_full', 'place_lacks', 'protections_review_fits'))
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, public, pg_temp', guard);
  END LOOP;
END $$;
