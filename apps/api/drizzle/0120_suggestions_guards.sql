-- CD6, CD8: what was said stays as it was said; a no has a reason and a name; every change leaves a row; marks and ladder
-- are each member's own and closed once they are published; a group takes its last steps one by one.
CREATE FUNCTION suggestions_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  of_state text;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'what somebody suggested stays' USING ERRCODE = 'HW221';
  END IF;
  IF TG_OP = 'INSERT' THEN
    SELECT state INTO of_state FROM groups WHERE id = NEW.group_id FOR NO KEY UPDATE;
    IF of_state IN ('homework-marked', 'closed') THEN
      RAISE EXCEPTION 'the group has marked its homework' USING ERRCODE = 'HW229';
    END IF;
    IF NEW.member_id IS NOT NULL AND NOT EXISTS (SELECT FROM group_members m WHERE m.id = NEW.member_id
      AND m.group_id = NEW.group_id AND m.state <> 'left' AND m.bloc = NEW.bloc) THEN
      RAISE EXCEPTION 'only who takes part suggests, in their own voice' USING ERRCODE = 'HW220';
    END IF;
    IF NEW.session_id IS NOT NULL AND NOT EXISTS (SELECT FROM group_sessions s WHERE s.id = NEW.session_id
      AND s.group_id = NEW.group_id) THEN
      RAISE EXCEPTION 'these are the notes of another group' USING ERRCODE = 'HW220';
    END IF;
    IF NEW.state <> 'said' OR NEW.acknowledged_at IS NOT NULL OR NEW.closed_at IS NOT NULL THEN
      RAISE EXCEPTION 'it begins with being said' USING ERRCODE = 'HW222';
    END IF;
    NEW.number := 1 + coalesce((SELECT max(number) FROM suggestions WHERE group_id = NEW.group_id), 0);
    -- Said in the past is said in the past, as when it comes out of notes; never in time to come.
    NEW.said_at := least(NEW.said_at, clock_timestamp());
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.place_id, NEW.group_id, NEW.number, NEW.member_id, NEW.bloc, NEW.text, NEW.language, NEW.via, NEW.session_id,
      NEW.said_at, NEW.acknowledge_by, NEW.entered_by)
    IS DISTINCT FROM (OLD.id, OLD.place_id, OLD.group_id, OLD.number, OLD.member_id, OLD.bloc, OLD.text, OLD.language, OLD.via,
      OLD.session_id, OLD.said_at, OLD.acknowledge_by, OLD.entered_by) THEN
    RAISE EXCEPTION 'what somebody suggested stays as they said it' USING ERRCODE = 'HW221';
  END IF;
  -- A promised day is kept or missed, never moved.
  IF OLD.state <> 'said' AND (NEW.acknowledged_at, NEW.decided_on, NEW.answer_by)
    IS DISTINCT FROM (OLD.acknowledged_at, OLD.decided_on, OLD.answer_by)
    OR OLD.closed_at IS NOT NULL AND NEW.closed_at IS DISTINCT FROM OLD.closed_at THEN
    RAISE EXCEPTION 'a promised day stays' USING ERRCODE = 'HW224';
  END IF;
  IF (NEW.state, NEW.words, NEW.named, NEW.done_on, NEW.done_by)
    IS NOT DISTINCT FROM (OLD.state, OLD.words, OLD.named, OLD.done_on, OLD.done_by) THEN
    RETURN NEW;
  END IF;
  IF NOT (OLD.state, NEW.state) IN (('said', 'acknowledged'), ('acknowledged', 'doing'), ('acknowledged', 'done'),
    ('acknowledged', 'partly'), ('acknowledged', 'not-doing'), ('doing', 'doing'), ('doing', 'done'), ('doing', 'partly'),
    ('doing', 'not-doing'), ('partly', 'doing'), ('partly', 'done'), ('not-doing', 'doing'), ('not-doing', 'partly'),
    ('not-doing', 'done')) THEN
    RAISE EXCEPTION 'a suggestion does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'HW222';
  END IF;
  IF NEW.state IN ('partly', 'not-doing') AND (length(btrim(NEW.words)) < 20 OR length(btrim(NEW.named)) < 2) THEN
    RAISE EXCEPTION 'a no has a reason and somebody''s name' USING ERRCODE = 'HW223';
  END IF;
  IF NEW.state = 'acknowledged' THEN
    NEW.acknowledged_at := clock_timestamp();
    IF NEW.decided_on > (NEW.said_at + interval '92 days')::date OR NEW.decided_on < NEW.said_at::date - 1
      OR NEW.answer_by > NEW.decided_on + interval '62 days' THEN
      RAISE EXCEPTION 'it is decided within three months, and answered after' USING ERRCODE = 'HW224';
    END IF;
  END IF;
  IF NEW.state IN ('done', 'partly', 'not-doing') THEN
    NEW.closed_at := coalesce(OLD.closed_at, clock_timestamp());
    NEW.done_on := NULL;
    NEW.done_by := NULL;
  END IF;
  NEW.soon_told_at := NULL;
  NEW.late_told_at := NULL;
  INSERT INTO suggestion_moves (place_id, suggestion_id, from_state, to_state, words, named, done_on, moved_by, at)
    VALUES (NEW.place_id, NEW.id, OLD.state, NEW.state, NEW.words, NEW.named, NEW.done_on, NEW.moved_by, clock_timestamp());
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER suggestions_guard BEFORE INSERT OR UPDATE OR DELETE ON suggestions
  FOR EACH ROW EXECUTE FUNCTION suggestions_guard();
--> statement-breakpoint
-- Rows are written by the guard above alone: it is the only trigger that runs while one is written.
CREATE FUNCTION suggestion_moves_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' OR pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'what was said of a suggestion stays' USING ERRCODE = 'HW221';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER suggestion_moves_guard BEFORE INSERT OR UPDATE OR DELETE ON suggestion_moves
  FOR EACH ROW EXECUTE FUNCTION suggestion_moves_guard();
--> statement-breakpoint
CREATE FUNCTION homework_marks_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  g uuid;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a mark is changed, not taken away' USING ERRCODE = 'HW225';
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.suggestion_id, NEW.member_id, NEW.place_id)
    IS DISTINCT FROM (OLD.suggestion_id, OLD.member_id, OLD.place_id) THEN
    RAISE EXCEPTION 'a mark is its member''s own' USING ERRCODE = 'HW225';
  END IF;
  SELECT group_id INTO g FROM suggestions WHERE id = NEW.suggestion_id;
  PERFORM 1 FROM groups WHERE id = g AND state = 'reporting-back' FOR SHARE;
  IF NOT FOUND OR EXISTS (SELECT FROM group_reports WHERE group_id = g AND marked_at IS NOT NULL) THEN
    RAISE EXCEPTION 'homework is marked while the group reports back' USING ERRCODE = 'HW225';
  END IF;
  IF NOT EXISTS (SELECT FROM group_members m WHERE m.id = NEW.member_id AND m.group_id = g AND m.state <> 'left') THEN
    RAISE EXCEPTION 'only who takes part marks' USING ERRCODE = 'HW220';
  END IF;
  NEW.marked_at := clock_timestamp();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER homework_marks_guard BEFORE INSERT OR UPDATE OR DELETE ON homework_marks
  FOR EACH ROW EXECUTE FUNCTION homework_marks_guard();
--> statement-breakpoint
CREATE FUNCTION ladder_ratings_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a rung is changed, not taken away' USING ERRCODE = 'HW226';
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.group_id, NEW.member_id, NEW.place_id)
    IS DISTINCT FROM (OLD.group_id, OLD.member_id, OLD.place_id) THEN
    RAISE EXCEPTION 'a rung is its member''s own' USING ERRCODE = 'HW226';
  END IF;
  PERFORM 1 FROM groups WHERE id = NEW.group_id AND state IN ('reporting-back', 'homework-marked') FOR SHARE;
  IF NOT FOUND OR NOT EXISTS (SELECT FROM group_reports WHERE group_id = NEW.group_id AND ladder_asked_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the ladder is asked at the end' USING ERRCODE = 'HW226';
  END IF;
  IF NOT EXISTS (SELECT FROM group_members m WHERE m.id = NEW.member_id AND m.group_id = NEW.group_id AND m.state <> 'left') THEN
    RAISE EXCEPTION 'only who takes part says where it stood' USING ERRCODE = 'HW220';
  END IF;
  NEW.rated_at := clock_timestamp();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER ladder_ratings_guard BEFORE INSERT OR UPDATE OR DELETE ON ladder_ratings
  FOR EACH ROW EXECUTE FUNCTION ladder_ratings_guard();
--> statement-breakpoint
-- Times are the database's own, said once, and the row begins with the step that makes it due.
CREATE FUNCTION group_reports_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' AND pg_trigger_depth() >= 2 THEN
    RETURN NEW;
  END IF;
  IF TG_OP <> 'UPDATE' THEN
    RAISE EXCEPTION 'a report begins with its step and stays' USING ERRCODE = 'HW227';
  END IF;
  IF (NEW.group_id, NEW.place_id, NEW.since, NEW.due_at) IS DISTINCT FROM (OLD.group_id, OLD.place_id, OLD.since, OLD.due_at)
    OR OLD.held_at IS NOT NULL AND (NEW.held_at, NEW.starts_at, NEW.venue) IS DISTINCT FROM (OLD.held_at, OLD.starts_at, OLD.venue)
    OR OLD.ladder_asked_at IS NOT NULL AND NEW.ladder_asked_at IS DISTINCT FROM OLD.ladder_asked_at
    OR OLD.marked_at IS NOT NULL AND NEW.marked_at IS DISTINCT FROM OLD.marked_at
    OR OLD.closed_at IS NOT NULL AND NEW.closed_at IS DISTINCT FROM OLD.closed_at THEN
    RAISE EXCEPTION 'a day of the homework stays as it was' USING ERRCODE = 'HW227';
  END IF;
  IF (NEW.marked_at, NEW.closed_at) IS DISTINCT FROM (OLD.marked_at, OLD.closed_at) AND pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'it is marked when its group takes the step' USING ERRCODE = 'HW227';
  END IF;
  IF NEW.held_at IS NOT NULL AND OLD.held_at IS NULL THEN
    NEW.held_at := clock_timestamp();
    IF NEW.starts_at IS NULL OR NEW.starts_at > clock_timestamp() THEN
      RAISE EXCEPTION 'a meeting is held once it has begun' USING ERRCODE = 'HW227';
    END IF;
  END IF;
  IF NEW.ladder_asked_at IS NOT NULL AND OLD.ladder_asked_at IS NULL THEN
    NEW.ladder_asked_at := clock_timestamp();
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER group_reports_guard BEFORE INSERT OR UPDATE OR DELETE ON group_reports
  FOR EACH ROW EXECUTE FUNCTION group_reports_guard();
--> statement-breakpoint
CREATE FUNCTION groups_last_steps() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  r group_reports%ROWTYPE;
BEGIN
  SELECT * INTO r FROM group_reports WHERE group_id = NEW.id;
  IF (NEW.state = 'reporting-back' AND OLD.state <> 'active')
    OR (NEW.state = 'homework-marked' AND OLD.state <> 'reporting-back')
    OR (NEW.state = 'closed' AND OLD.state <> 'homework-marked')
    OR (OLD.state IN ('reporting-back', 'homework-marked', 'closed') AND NEW.state IN ('recruiting', 'convened', 'active')) THEN
    RAISE EXCEPTION 'a group does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'HW228';
  END IF;
  IF NEW.state = 'reporting-back' THEN
    IF EXISTS (SELECT FROM suggestions WHERE group_id = NEW.id AND state = 'said') THEN
      RAISE EXCEPTION 'something was said that nobody has answered' USING ERRCODE = 'HW228';
    END IF;
    INSERT INTO group_reports (group_id, place_id, since, due_at)
      VALUES (NEW.id, NEW.place_id, clock_timestamp(), clock_timestamp() + interval '3 months');
  ELSIF NEW.state = 'homework-marked' THEN
    IF r.held_at IS NULL THEN
      RAISE EXCEPTION 'the group has not met to mark the homework' USING ERRCODE = 'HW228';
    END IF;
    UPDATE group_reports SET marked_at = clock_timestamp() WHERE group_id = NEW.id;
  ELSIF NEW.state = 'closed' THEN
    IF r.ladder_asked_at IS NULL THEN
      RAISE EXCEPTION 'nobody was asked how much say they had' USING ERRCODE = 'HW228';
    END IF;
    UPDATE group_reports SET closed_at = clock_timestamp() WHERE group_id = NEW.id;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER groups_last_steps BEFORE UPDATE OF state ON groups
  FOR EACH ROW WHEN (NEW.state IS DISTINCT FROM OLD.state) EXECUTE FUNCTION groups_last_steps();
