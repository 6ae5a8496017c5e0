-- What is not known yet is not so: a decision without a result is not consented, and one that never stood still is not held.
CREATE OR REPLACE FUNCTION decisions_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
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
  IF (CASE NEW.state
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
    ELSE false END) IS NOT TRUE THEN
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
CREATE OR REPLACE FUNCTION decision_versions_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
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
