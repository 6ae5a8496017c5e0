-- CD5, §4.2: three voices, each a third. What may be answered by whom, what stands once it is open, how it is counted, when
-- residents stop the clock, and what has to be written before a decision is final: kept here, whoever writes the rows.

CREATE FUNCTION decision_asks(of_kind text, a_bloc text) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT of_kind = 'ordinary' OR a_bloc = 'residents'
$$;
--> statement-breakpoint
-- Takes part now, and is not whoever runs the group, by account or by contact.
CREATE FUNCTION decision_voter(m group_members) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT m.state IN ('joined', 'contacted') AND NOT EXISTS (SELECT FROM groups g JOIN people p ON p.id = g.facilitator_id
    WHERE g.id = m.group_id AND place_is_of(m, p))
$$;
--> statement-breakpoint
CREATE FUNCTION decision_answers_by(of_group uuid) RETURNS uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.commissioner_id FROM groups g JOIN challenges c ON c.id = g.challenge_id WHERE g.id = of_group
$$;
--> statement-breakpoint
CREATE FUNCTION decision_last(of_decision uuid) RETURNS decision_versions
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT v FROM decision_versions v WHERE v.decision_id = of_decision ORDER BY v.number DESC LIMIT 1
$$;
--> statement-breakpoint
CREATE FUNCTION decision_unanswered(of_decision uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM decision_objections o JOIN decision_versions v ON v.id = o.version_id
    WHERE v.decision_id = of_decision AND o.taken_back_at IS NULL AND o.answer IS NULL)
$$;
--> statement-breakpoint
-- More than half of those answering in every voice, a quorum in each, and nobody objecting; the same sum as in shared.
CREATE FUNCTION decision_result(of_version uuid, of_kind text) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE
    WHEN count(*) <> CASE WHEN of_kind = 'ordinary' THEN 3 ELSE 1 END
      OR bool_or(yes + no = 0 OR yes + no < least(2, (members + 1) / 2)) THEN 'no-quorum'
    WHEN bool_and(yes > no) AND NOT EXISTS (SELECT FROM decision_objections o
      WHERE o.version_id = of_version AND o.taken_back_at IS NULL) THEN 'consented'
    ELSE 'not-consented' END
  FROM decision_counts WHERE version_id = of_version AND decision_asks(of_kind, bloc)
$$;
--> statement-breakpoint
CREATE FUNCTION decisions_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moving text[] := ARRAY['state', 'kind', 'body_decides', 'answer_by', 'reminded_due_at', 'reminded_late_at', 'answer',
    'answer_reasons', 'answered_by', 'answered_at', 'decided_at', 'review_note', 'review_reminded_at'];
  v decision_versions%ROWTYPE;
  integrated boolean;
  now_at timestamptz := clock_timestamp();
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'what was proposed stays' USING ERRCODE = 'HW204';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF (SELECT state FROM groups WHERE id = NEW.group_id FOR SHARE) IN ('recruiting', 'closed') THEN
      RAISE EXCEPTION 'a group decides once its charter is agreed' USING ERRCODE = 'HW207';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('decisions' || NEW.group_id::text, 0));
    NEW.number := 1 + (SELECT count(*) FROM decisions WHERE group_id = NEW.group_id);
    NEW.created_at := now_at;
    IF NEW.state <> 'raised' OR NEW.answer_by IS NOT NULL THEN
      RAISE EXCEPTION 'a decision begins by being raised' USING ERRCODE = 'HW204';
    END IF;
    RETURN NEW;
  END IF;
  IF (to_jsonb(OLD) - moving) IS DISTINCT FROM (to_jsonb(NEW) - moving)
    OR (OLD.kind, OLD.body_decides) IS DISTINCT FROM (NEW.kind, NEW.body_decides)
      AND NOT (OLD.state IN ('raised', 'clarified') AND NEW.state = 'clarified'
        AND NOT EXISTS (SELECT FROM decision_versions w WHERE w.decision_id = NEW.id AND w.opened_at IS NOT NULL))
    OR OLD.answer_by IS NOT NULL AND OLD.answer_by IS DISTINCT FROM NEW.answer_by
    OR OLD.answered_at IS NOT NULL AND (OLD.answer, OLD.answer_reasons, OLD.answered_by, OLD.answered_at)
      IS DISTINCT FROM (NEW.answer, NEW.answer_reasons, NEW.answered_by, NEW.answered_at) THEN
    RAISE EXCEPTION 'what stands of a decision stands' USING ERRCODE = 'HW204';
  END IF;
  v := decision_last(NEW.id);
  IF OLD.answered_at IS NULL AND NEW.answered_at IS NOT NULL THEN
    NEW.answered_at := now_at;
    IF NOT NEW.body_decides OR NEW.answer_by IS NULL OR char_length(btrim(NEW.answer_reasons)) < 20
      OR NEW.answered_by IS DISTINCT FROM decision_answers_by(NEW.group_id) OR decision_unanswered(NEW.id) THEN
      RAISE EXCEPTION 'answered by name, with reasons to each open objection' USING ERRCODE = 'HW208';
    END IF;
  END IF;
  IF OLD.state = NEW.state THEN
    IF OLD.decided_at IS DISTINCT FROM NEW.decided_at OR OLD.review_note <> NEW.review_note THEN
      RAISE EXCEPTION 'what was decided stands' USING ERRCODE = 'HW204';
    END IF;
    RETURN NEW;
  END IF;
  integrated := EXISTS (SELECT FROM decision_versions w WHERE w.decision_id = NEW.id AND w.why = 'integrated');
  IF NOT (CASE NEW.state
    WHEN 'clarified' THEN OLD.state = 'raised' OR OLD.state = 'open' AND v.result = 'no-quorum'
    WHEN 'open' THEN OLD.state IN ('clarified', 'integrating') AND v.opened_at IS NOT NULL AND v.closed_at IS NULL
      OR OLD.state = 'held' AND v.held_until <= now_at
    WHEN 'held' THEN OLD.state = 'open' AND v.held_until > now_at AND v.closed_at IS NULL
    WHEN 'consented' THEN OLD.state = 'open' AND v.result = 'consented'
    WHEN 'objected' THEN OLD.state = 'open' AND v.result = 'not-consented'
    WHEN 'integrating' THEN OLD.state = 'objected' AND v.why = 'integrated' AND v.opened_at IS NULL
    WHEN 'decided' THEN OLD.state = 'consented' OR OLD.state = 'objected' AND integrated
    WHEN 'kept' THEN OLD.state = 'decided'
    WHEN 'revised' THEN OLD.state = 'decided'
    ELSE false END) THEN
    RAISE EXCEPTION 'a decision does not go from % to % like this', OLD.state, NEW.state USING ERRCODE = 'HW204';
  END IF;
  IF NEW.state = 'decided' THEN
    NEW.decided_at := now_at;
    IF decision_unanswered(NEW.id) OR NEW.body_decides AND NEW.answered_at IS NULL THEN
      RAISE EXCEPTION 'every objection has a written answer first' USING ERRCODE = 'HW208';
    END IF;
  ELSIF NEW.state IN ('kept', 'revised') AND (char_length(btrim(NEW.review_note)) < 10 OR v.result <> 'consented') THEN
    RAISE EXCEPTION 'looked at again, with a sentence on what was found' USING ERRCODE = 'HW204';
  END IF;
  IF NEW.body_decides AND NEW.answer_by IS NULL AND (NEW.state = 'consented' OR NEW.state = 'objected' AND integrated) THEN
    RAISE EXCEPTION 'the day of the answer is set with the result' USING ERRCODE = 'HW208';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER decisions_guard BEFORE INSERT OR UPDATE OR DELETE ON decisions
  FOR EACH ROW EXECUTE FUNCTION decisions_guard();
--> statement-breakpoint
CREATE FUNCTION decision_versions_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  wording text[] := ARRAY['text', 'reason', 'options', 'affects'];
  moving text[] := ARRAY['text', 'reason', 'options', 'affects', 'review_on', 'opened_at', 'closes_at', 'closed_at', 'result',
    'held_at', 'held_until'];
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
    IF NEW.opened_at IS NOT NULL OR NEW.closed_at IS NOT NULL OR NEW.held_at IS NOT NULL OR NOT (CASE NEW.why
      WHEN 'first' THEN before.id IS NULL
      WHEN 'again' THEN before.result = 'no-quorum' AND (to_jsonb(before) ->> 'text', before.reason, before.options, before.affects)
        IS NOT DISTINCT FROM (NEW.text, NEW.reason, NEW.options, NEW.affects)
      WHEN 'integrated' THEN before.result = 'not-consented' AND NOT EXISTS (SELECT FROM decision_versions w
        WHERE w.decision_id = d.id AND w.why = 'integrated')
      ELSE false END) THEN
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
  IF NEW.closed_at IS NOT NULL THEN
    NEW.closed_at := clock_timestamp();
    IF d.state <> 'open' OR OLD.closes_at > NEW.closed_at AND EXISTS (SELECT FROM group_members m
      WHERE m.group_id = d.group_id AND decision_asks(d.kind, m.bloc) AND decision_voter(m)
        AND NOT EXISTS (SELECT FROM decision_ballots b WHERE b.version_id = NEW.id AND b.member_id = m.id)) THEN
      RAISE EXCEPTION 'closed when its time is over or everybody has answered' USING ERRCODE = 'HW206';
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
--> statement-breakpoint
CREATE TRIGGER decision_versions_guard BEFORE INSERT OR UPDATE OR DELETE ON decision_versions
  FOR EACH ROW EXECUTE FUNCTION decision_versions_guard();
--> statement-breakpoint
-- Open now, by the database's clock; held locks its row, so that whoever closes waits for answers under way.
CREATE FUNCTION decision_open_now(of_version uuid) RETURNS decisions
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  d decisions%ROWTYPE;
BEGIN
  SELECT x.* INTO d FROM decisions x WHERE x.id = (SELECT decision_id FROM decision_versions WHERE id = of_version) FOR SHARE;
  IF d.state IS DISTINCT FROM 'open' OR NOT EXISTS (SELECT FROM decision_versions v WHERE v.id = of_version
    AND v.opened_at IS NOT NULL AND v.closed_at IS NULL AND v.closes_at > clock_timestamp()) THEN
    RAISE EXCEPTION 'it is not open' USING ERRCODE = 'HW200';
  END IF;
  RETURN d;
END $$;
--> statement-breakpoint
-- A member of this group whose voice is asked.
CREATE FUNCTION decision_voice(d decisions, of_member uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  m group_members%ROWTYPE;
BEGIN
  SELECT * INTO m FROM group_members WHERE id = of_member FOR SHARE;
  IF m.group_id IS DISTINCT FROM d.group_id OR m.state NOT IN ('joined', 'contacted') OR NOT decision_asks(d.kind, m.bloc) THEN
    RAISE EXCEPTION 'answered by those whose voice is asked' USING ERRCODE = 'HW201';
  END IF;
  IF NOT decision_voter(m) THEN
    RAISE EXCEPTION 'whoever runs a group does not answer in it' USING ERRCODE = 'HW202';
  END IF;
END $$;
--> statement-breakpoint
CREATE FUNCTION decision_ballots_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
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
  d := decision_open_now(NEW.version_id);
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
CREATE TRIGGER decision_ballots_guard BEFORE INSERT OR UPDATE OR DELETE ON decision_ballots
  FOR EACH ROW EXECUTE FUNCTION decision_ballots_guard();
--> statement-breakpoint
CREATE FUNCTION decision_counts_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'counted by the database when a version closes' USING ERRCODE = 'HW206';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER decision_counts_guard BEFORE INSERT ON decision_counts
  FOR EACH ROW EXECUTE FUNCTION decision_counts_guard();
--> statement-breakpoint
CREATE TRIGGER decision_counts_stand BEFORE UPDATE OR DELETE ON decision_counts
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER decision_counts_never_emptied BEFORE TRUNCATE ON decision_counts
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION decision_objections_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moving text[] := ARRAY['taken_back_at', 'answer', 'answered_by', 'answered_at'];
  d decisions%ROWTYPE;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'an objection stays' USING ERRCODE = 'HW208';
  END IF;
  IF TG_OP = 'INSERT' THEN
    d := decision_open_now(NEW.version_id);
    PERFORM decision_voice(d, NEW.member_id);
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
CREATE TRIGGER decision_objections_guard BEFORE INSERT OR UPDATE OR DELETE ON decision_objections
  FOR EACH ROW EXECUTE FUNCTION decision_objections_guard();
--> statement-breakpoint
-- Two residents, or a fifth of them, whichever is fewer, stop the clock for ten working days of the place, once a version.
CREATE FUNCTION decision_hold_calls_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  d decisions%ROWTYPE;
BEGIN
  -- One after the other: whoever is the last to be needed stops the clock.
  PERFORM 1 FROM decisions x WHERE x.id = (SELECT decision_id FROM decision_versions WHERE id = NEW.version_id) FOR UPDATE;
  IF (SELECT held_at FROM decision_versions WHERE id = NEW.version_id) IS NOT NULL THEN
    RAISE EXCEPTION 'the clock is stopped once a version' USING ERRCODE = 'HW209';
  END IF;
  d := decision_open_now(NEW.version_id);
  PERFORM decision_voice(d, NEW.member_id);
  IF (SELECT bloc FROM group_members WHERE id = NEW.member_id) <> 'residents' OR char_length(btrim(NEW.reason)) < 10 THEN
    RAISE EXCEPTION 'residents stop the clock, with a sentence why' USING ERRCODE = 'HW201';
  END IF;
  NEW.created_at := clock_timestamp();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER decision_hold_calls_guard BEFORE INSERT ON decision_hold_calls
  FOR EACH ROW EXECUTE FUNCTION decision_hold_calls_guard();
--> statement-breakpoint
CREATE FUNCTION decision_hold_calls_stop() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
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
  UPDATE decision_versions SET held_at = now_at, held_until = until, closes_at = closes_at + (until - now_at) WHERE id = NEW.version_id;
  UPDATE decisions SET state = 'held' WHERE id = d.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER decision_hold_calls_stop AFTER INSERT ON decision_hold_calls
  FOR EACH ROW EXECUTE FUNCTION decision_hold_calls_stop();
--> statement-breakpoint
CREATE TRIGGER decision_hold_calls_stand BEFORE UPDATE OR DELETE ON decision_hold_calls
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
