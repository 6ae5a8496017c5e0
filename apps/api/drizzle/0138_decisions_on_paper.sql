ALTER TABLE "decision_objections" ADD COLUMN "typed_by" uuid;--> statement-breakpoint
ALTER TABLE "decision_objections" ADD COLUMN "said_by" text;--> statement-breakpoint
ALTER TABLE "decision_hold_calls" ADD COLUMN "typed_by" uuid;--> statement-breakpoint
ALTER TABLE "decision_hold_calls" ADD COLUMN "said_by" text;--> statement-breakpoint
ALTER TABLE "decision_versions" ADD COLUMN "checked_by" uuid;--> statement-breakpoint
ALTER TABLE "decision_objections" ADD CONSTRAINT "decision_objections_typed_by_people_id_fk" FOREIGN KEY ("typed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_hold_calls" ADD CONSTRAINT "decision_hold_calls_typed_by_people_id_fk" FOREIGN KEY ("typed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_versions" ADD CONSTRAINT "decision_versions_checked_by_people_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_objections" ADD CONSTRAINT "decision_objections_typed" CHECK ((typed_by is null) = (said_by is null));--> statement-breakpoint
ALTER TABLE "decision_hold_calls" ADD CONSTRAINT "decision_hold_calls_typed" CHECK ((typed_by is null) = (said_by is null));--> statement-breakpoint
-- PE3: who answers on paper or by telephone objects and holds as well, under the same rules. What was said in time may be
-- typed in until it is counted, by whoever runs the group and nobody else.
CREATE FUNCTION decision_open_for(of_version uuid, is_typed boolean) RETURNS decisions
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  d decisions%ROWTYPE;
BEGIN
  SELECT x.* INTO d FROM decisions x WHERE x.id = (SELECT decision_id FROM decision_versions WHERE id = of_version) FOR SHARE;
  IF d.state IS DISTINCT FROM 'open' OR NOT EXISTS (SELECT FROM decision_versions v WHERE v.id = of_version
    AND v.opened_at IS NOT NULL AND v.closed_at IS NULL AND (is_typed OR v.closes_at > clock_timestamp())) THEN
    RAISE EXCEPTION 'it is not open' USING ERRCODE = 'HW200';
  END IF;
  RETURN d;
END $$;
--> statement-breakpoint
CREATE FUNCTION decision_typed(d decisions, typist uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF typist IS NOT NULL AND typist IS DISTINCT FROM (SELECT facilitator_id FROM groups WHERE id = d.group_id) THEN
    RAISE EXCEPTION 'typed in by whoever runs the group' USING ERRCODE = 'HW201';
  END IF;
END $$;
--> statement-breakpoint
-- How long a count waits for what lies on paper: the end of the next working day, unless everybody answered by themselves.
CREATE FUNCTION decision_paper_until(v decision_versions) RETURNS timestamptz
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE WHEN EXISTS (SELECT FROM decisions d JOIN group_members m ON m.group_id = d.group_id
      WHERE d.id = v.decision_id AND decision_asks(d.kind, m.bloc) AND decision_voter(m)
        AND NOT EXISTS (SELECT FROM decision_ballots b WHERE b.version_id = v.id AND b.member_id = m.id AND b.typed_by IS NULL))
    THEN (working_day_after(v.place_id, (v.closes_at AT TIME ZONE p.time_zone)::date, 1) + 1)::timestamp AT TIME ZONE p.time_zone
    ELSE '-infinity' END
  FROM places p WHERE p.id = v.place_id
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION decision_ballots_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  d decisions%ROWTYPE;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF NOT EXISTS (SELECT FROM decision_versions v WHERE v.id = OLD.version_id AND v.closed_at < clock_timestamp() - interval '30 days')
      AND NOT EXISTS (SELECT FROM group_members m WHERE m.id = OLD.member_id AND m.state = 'left') THEN
      RAISE EXCEPTION 'an answer stands until it is counted' USING ERRCODE = 'HW200';
    END IF;
    RETURN OLD;
  END IF;
  d := decision_open_for(NEW.version_id, NEW.typed_by IS NOT NULL);
  PERFORM decision_voice(d, NEW.member_id);
  IF NEW.typed_by IS NOT NULL AND NEW.typed_by IS DISTINCT FROM (SELECT facilitator_id FROM groups WHERE id = d.group_id) THEN
    RAISE EXCEPTION 'typed in by whoever runs the group' USING ERRCODE = 'HW201';
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF (OLD.place_id, OLD.version_id, OLD.member_id) IS DISTINCT FROM (NEW.place_id, NEW.version_id, NEW.member_id)
      OR OLD.typed_by IS NULL AND NEW.typed_by IS NOT NULL THEN
      RAISE EXCEPTION 'what somebody answered themselves is theirs to change' USING ERRCODE = 'HW209';
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION decision_objections_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moving text[] := ARRAY['taken_back_at', 'answer', 'answered_by', 'answered_at'];
  d decisions%ROWTYPE;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'an objection stays' USING ERRCODE = 'HW208';
  END IF;
  IF TG_OP = 'INSERT' THEN
    d := decision_open_for(NEW.version_id, NEW.typed_by IS NOT NULL);
    PERFORM decision_voice(d, NEW.member_id);
    PERFORM decision_typed(d, NEW.typed_by);
    IF NEW.taken_back_at IS NOT NULL OR NEW.answer IS NOT NULL OR char_length(btrim(NEW.text)) < 10 THEN
      RAISE EXCEPTION 'an objection names a harm, a missing person or a broken promise' USING ERRCODE = 'HW208';
    END IF;
    NEW.created_at := clock_timestamp();
    RETURN NEW;
  END IF;
  IF (to_jsonb(OLD) - moving) IS DISTINCT FROM (to_jsonb(NEW) - moving) OR OLD.taken_back_at IS NOT NULL THEN
    RAISE EXCEPTION 'an objection stands as it was said' USING ERRCODE = 'HW208';
  END IF;
  IF NEW.taken_back_at IS NOT NULL THEN
    NEW.taken_back_at := clock_timestamp();
    d := decision_open_now(NEW.version_id);
  ELSE
    SELECT x.* INTO d FROM decisions x JOIN decision_versions v ON v.decision_id = x.id WHERE v.id = NEW.version_id FOR SHARE OF x;
    NEW.answered_at := clock_timestamp();
    IF d.decided_at IS NOT NULL OR d.answered_at IS NOT NULL OR char_length(btrim(NEW.answer)) < 20
      OR (NEW.answered_by IN ((SELECT facilitator_id FROM groups WHERE id = d.group_id), decision_answers_by(d.group_id))) IS NOT TRUE
      OR NOT EXISTS (SELECT FROM people p WHERE p.id = NEW.answered_by AND btrim(coalesce(p.display_name, '')) <> '') THEN
      RAISE EXCEPTION 'answered in writing, by name, before it is final' USING ERRCODE = 'HW208';
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION decision_hold_calls_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  d decisions%ROWTYPE;
BEGIN
  -- One after the other: whoever is the last to be needed stops the clock.
  PERFORM 1 FROM decisions x WHERE x.id = (SELECT decision_id FROM decision_versions WHERE id = NEW.version_id) FOR UPDATE;
  IF (SELECT held_at FROM decision_versions WHERE id = NEW.version_id) IS NOT NULL THEN
    RAISE EXCEPTION 'the clock is stopped once a version' USING ERRCODE = 'HW209';
  END IF;
  d := decision_open_for(NEW.version_id, NEW.typed_by IS NOT NULL);
  PERFORM decision_voice(d, NEW.member_id);
  PERFORM decision_typed(d, NEW.typed_by);
  IF (SELECT bloc FROM group_members WHERE id = NEW.member_id) <> 'residents' OR char_length(btrim(NEW.reason)) < 10 THEN
    RAISE EXCEPTION 'residents stop the clock, with a sentence why' USING ERRCODE = 'HW201';
  END IF;
  NEW.created_at := clock_timestamp();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION decision_hold_calls_stop() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  d decisions%ROWTYPE;
  zone text;
  residents integer;
  until timestamptz;
  now_at timestamptz := clock_timestamp();
BEGIN
  SELECT x.* INTO d FROM decisions x JOIN decision_versions v ON v.decision_id = x.id WHERE v.id = NEW.version_id;
  SELECT count(*) INTO residents FROM group_members m WHERE m.group_id = d.group_id AND m.bloc = 'residents' AND decision_voter(m);
  IF (SELECT count(*) FROM decision_hold_calls WHERE version_id = NEW.version_id)
    < greatest(1, least(2, (residents + 4) / 5)) THEN
    RETURN NULL;
  END IF;
  SELECT p.time_zone INTO zone FROM places p WHERE p.id = NEW.place_id;
  until := (working_day_after(NEW.place_id, (now_at AT TIME ZONE zone)::date, 10) + 1)::timestamp AT TIME ZONE zone;
  UPDATE decision_versions SET held_at = now_at, held_until = until, 
    -- Asked on paper in time and typed in later: a day is left to answer when the clock goes on.
    closes_at = CASE WHEN closes_at > now_at THEN closes_at + (until - now_at) ELSE until + interval '1 day' END WHERE id = NEW.version_id;
  UPDATE decisions SET state = 'held' WHERE id = d.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION decision_versions_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  wording text[] := ARRAY['text', 'reason', 'options', 'affects'];
  moving text[] := ARRAY['text', 'reason', 'options', 'affects', 'review_on', 'opened_at', 'closes_at', 'closed_at', 'result',
    'held_at', 'held_until', 'checked_by'];
  d decisions%ROWTYPE;
  before decision_versions%ROWTYPE;
  now_at timestamptz := clock_timestamp();
  today date;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'what people answered on stays' USING ERRCODE = 'HW205';
  END IF;
  SELECT * INTO d FROM decisions WHERE id = NEW.decision_id FOR UPDATE;
  IF TG_OP = 'INSERT' THEN
    before := decision_last(NEW.decision_id);
    NEW.number := coalesce(before.number, 0) + 1;
    NEW.created_at := now_at;
    IF NEW.opened_at IS NOT NULL OR NEW.closed_at IS NOT NULL OR NEW.held_at IS NOT NULL OR (CASE NEW.why
      WHEN 'first' THEN before.id IS NULL
      WHEN 'again' THEN before.result = 'no-quorum' AND (to_jsonb(before) ->> 'text', before.reason, before.options, before.affects)
        IS NOT DISTINCT FROM (NEW.text, NEW.reason, NEW.options, NEW.affects)
      WHEN 'integrated' THEN before.result = 'not-consented' AND NOT EXISTS (SELECT FROM decision_versions w
        WHERE w.decision_id = d.id AND w.why = 'integrated')
      ELSE false END) IS NOT TRUE THEN
      RAISE EXCEPTION 'one integrating round; the same words again only where too few answered' USING ERRCODE = 'HW205';
    END IF;
    IF NEW.why = 'integrated' AND decision_unanswered(d.id) THEN
      RAISE EXCEPTION 'every objection is answered in the integrating round' USING ERRCODE = 'HW208';
    END IF;
    RETURN NEW;
  END IF;
  IF (to_jsonb(OLD) - moving) IS DISTINCT FROM (to_jsonb(NEW) - moving) OR OLD.closed_at IS NOT NULL THEN
    RAISE EXCEPTION 'what people answered on stands' USING ERRCODE = 'HW205';
  END IF;
  IF OLD.opened_at IS NULL THEN
    IF NEW.opened_at IS NULL THEN
      IF d.state NOT IN ('raised', 'clarified', 'integrating') OR NEW.why = 'again' OR NEW.closed_at IS NOT NULL OR NEW.held_at IS NOT NULL THEN
        RAISE EXCEPTION 'worded before it opens' USING ERRCODE = 'HW205';
      END IF;
      RETURN NEW;
    END IF;
    SELECT (now_at AT TIME ZONE p.time_zone)::date INTO today FROM places p WHERE p.id = NEW.place_id;
    NEW.opened_at := now_at;
    IF d.state NOT IN ('clarified', 'integrating') OR NEW.closed_at IS NOT NULL OR NEW.held_at IS NOT NULL
      OR (SELECT state FROM groups WHERE id = d.group_id FOR SHARE) IN ('recruiting', 'closed') THEN
      RAISE EXCEPTION 'opened once it is clear' USING ERRCODE = 'HW205';
    END IF;
    IF (NEW.closes_at BETWEEN now_at + interval '1 minute' - interval '5 seconds' AND now_at + interval '60 days'
      AND NEW.review_on > today AND NEW.review_on <= today + 731) IS NOT TRUE THEN
      RAISE EXCEPTION 'open for a minute to sixty days, and looked at again within two years' USING ERRCODE = 'HW206';
    END IF;
    IF EXISTS (SELECT FROM unnest(ARRAY['residents', 'organisations', 'public-bodies']) b WHERE decision_asks(d.kind, b)
      AND NOT EXISTS (SELECT FROM group_members m WHERE m.group_id = d.group_id AND m.bloc = b AND decision_voter(m))) THEN
      RAISE EXCEPTION 'every voice has somebody to answer' USING ERRCODE = 'HW203';
    END IF;
    RETURN NEW;
  END IF;
  IF (SELECT jsonb_object_agg(k, to_jsonb(OLD) -> k) FROM unnest(wording || ARRAY['review_on', 'opened_at']) k)
    IS DISTINCT FROM (SELECT jsonb_object_agg(k, to_jsonb(NEW) -> k) FROM unnest(wording || ARRAY['review_on', 'opened_at']) k) THEN
    RAISE EXCEPTION 'what people answer on stands' USING ERRCODE = 'HW205';
  END IF;
  IF (OLD.held_at, OLD.held_until, OLD.closes_at) IS DISTINCT FROM (NEW.held_at, NEW.held_until, NEW.closes_at)
    AND NOT (pg_trigger_depth() > 1 AND OLD.held_at IS NULL AND NEW.held_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the clock is stopped by residents alone, once' USING ERRCODE = 'HW209';
  END IF;
  IF NEW.checked_by IS NOT NULL AND NEW.closed_at IS NULL THEN
    RAISE EXCEPTION 'said with the count' USING ERRCODE = 'HW205';
  END IF;
  IF NEW.closed_at IS NOT NULL THEN
    NEW.closed_at := clock_timestamp();
    IF d.state <> 'open' OR OLD.closes_at > NEW.closed_at AND EXISTS (SELECT FROM group_members m
      WHERE m.group_id = d.group_id AND decision_asks(d.kind, m.bloc) AND decision_voter(m)
        AND NOT EXISTS (SELECT FROM decision_ballots b WHERE b.version_id = NEW.id AND b.member_id = m.id)) THEN
      RAISE EXCEPTION 'closed when its time is over or everybody has answered' USING ERRCODE = 'HW206';
    END IF;
    -- Whoever runs the group says that nothing waits to be typed in; without that, the count waits for it.
    IF NEW.checked_by IS DISTINCT FROM (SELECT facilitator_id FROM groups WHERE id = d.group_id)
      AND decision_paper_until(OLD) > NEW.closed_at THEN
      RAISE EXCEPTION 'what was said on paper or by telephone is typed in first' USING ERRCODE = 'HW206', CONSTRAINT = 'decision_paper_waits';
    END IF;
    INSERT INTO decision_counts (place_id, version_id, bloc, members, yes, no, aside)
      SELECT NEW.place_id, NEW.id, asked.voice, count(m.id), count(*) FILTER (WHERE b.answer = 'yes'),
        count(*) FILTER (WHERE b.answer = 'no'), count(*) FILTER (WHERE b.answer = 'aside')
      FROM unnest(ARRAY['residents', 'organisations', 'public-bodies']) AS asked (voice)
      LEFT JOIN group_members m ON m.group_id = d.group_id AND m.bloc = asked.voice AND decision_voter(m)
      LEFT JOIN decision_ballots b ON b.version_id = NEW.id AND b.member_id = m.id
      WHERE decision_asks(d.kind, asked.voice) GROUP BY asked.voice;
    NEW.result := decision_result(NEW.id, d.kind);
  ELSIF NEW.result IS NOT NULL THEN
    RAISE EXCEPTION 'a result comes with the count' USING ERRCODE = 'HW205';
  END IF;
  RETURN NEW;
END $$;
