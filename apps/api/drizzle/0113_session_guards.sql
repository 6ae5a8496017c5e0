-- CD3: who may say what about a session, and when; seats; the access gate; whose the first third of an agenda is; papers
-- in time; one answer each. A member belongs to the group whose session it is.
CREATE FUNCTION session_voice(of_session uuid, of_member uuid) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT m.bloc FROM group_sessions s JOIN group_members m ON m.group_id = s.group_id AND m.place_id = s.place_id
    WHERE s.id = of_session AND m.id = of_member AND m.state <> 'left'
$$;
--> statement-breakpoint
CREATE FUNCTION session_seats_taken(of_session uuid, but uuid) RETURNS integer LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(sum(1 + brings::integer), 0)::integer FROM session_replies
    WHERE session_id = of_session AND answer = 'yes' AND member_id IS DISTINCT FROM but
$$;
--> statement-breakpoint
-- Needs of people who come or may come that are neither confirmed by the person nor explained to them.
CREATE FUNCTION session_open_needs(of_session uuid) RETURNS integer LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT count(*)::integer FROM session_replies r
    JOIN group_members m ON m.id = r.member_id AND m.state <> 'left'
    JOIN access_needs n ON n.member_id = r.member_id
    LEFT JOIN session_needs sn ON sn.session_id = r.session_id AND sn.need_id = n.id
    WHERE r.session_id = of_session AND r.answer IN ('yes', 'maybe')
      AND coalesce(sn.state, 'stated') IN ('stated', 'arranged')
$$;
--> statement-breakpoint
CREATE FUNCTION group_sessions_access_gate() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM group_sessions WHERE id = NEW.id AND state = 'confirmed') AND session_open_needs(NEW.id) > 0 THEN
    RAISE EXCEPTION 'somebody needs something that is neither confirmed nor explained' USING ERRCODE = 'HW194';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER group_sessions_access_gate AFTER INSERT OR UPDATE OF state ON group_sessions
  FOR EACH ROW WHEN (NEW.state = 'confirmed') EXECUTE FUNCTION group_sessions_access_gate();
--> statement-breakpoint
-- A session is written whenever its replies or needs are about to change, so that confirming it and a new need follow one
-- another in every isolation level; and what was confirmed is checked again once a need is open.
CREATE FUNCTION session_touch(of_sessions uuid[]) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM group_sessions WHERE id = ANY (of_sessions) ORDER BY id FOR NO KEY UPDATE;
  UPDATE group_sessions SET venue = venue WHERE id = ANY (of_sessions);
END $$;
--> statement-breakpoint
CREATE FUNCTION session_check_again(of_sessions uuid[]) RETURNS void LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE group_sessions SET state = 'access-check' WHERE id = ANY (of_sessions) AND state = 'confirmed' AND session_open_needs(id) > 0
$$;
--> statement-breakpoint
CREATE FUNCTION session_replies_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  s group_sessions%ROWTYPE;
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM session_touch(ARRAY[OLD.session_id]);
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.session_id, NEW.member_id, NEW.place_id) IS DISTINCT FROM (OLD.session_id, OLD.member_id, OLD.place_id) THEN
      RAISE EXCEPTION 'a reply stays where it is' USING ERRCODE = 'HW191';
    END IF;
    IF (NEW.answer, NEW.brings) IS NOT DISTINCT FROM (OLD.answer, OLD.brings) THEN
      NEW.turn := OLD.turn;
      RETURN NEW;
    END IF;
  END IF;
  PERFORM session_touch(ARRAY[NEW.session_id]);
  SELECT * INTO s FROM group_sessions WHERE id = NEW.session_id;
  IF session_voice(NEW.session_id, NEW.member_id) IS NULL THEN
    RAISE EXCEPTION 'only who takes part in the group replies' USING ERRCODE = 'HW191';
  END IF;
  IF s.state NOT IN ('announced', 'access-check', 'confirmed') OR s.ends_at <= clock_timestamp() THEN
    RAISE EXCEPTION 'this session is over or off' USING ERRCODE = 'HW192';
  END IF;
  IF NEW.answer = 'yes' AND s.capacity IS NOT NULL
    AND session_seats_taken(NEW.session_id, NEW.member_id) + 1 + NEW.brings::integer > s.capacity THEN
    RAISE EXCEPTION 'the room is full' USING ERRCODE = 'HW193';
  END IF;
  IF TG_OP = 'UPDATE' THEN
    -- A new wait begins at the end; whoever waits and brings one person less keeps their turn.
    NEW.turn := CASE WHEN NEW.answer = 'waiting' AND (OLD.answer <> 'waiting' OR NEW.brings AND NOT OLD.brings)
      THEN nextval(pg_get_serial_sequence('session_replies', 'turn')) ELSE OLD.turn END;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER session_replies_guard BEFORE INSERT OR UPDATE OR DELETE ON session_replies
  FOR EACH ROW EXECUTE FUNCTION session_replies_guard();
--> statement-breakpoint
-- Everybody in front fits, or nobody behind them moves: first come, first seated.
CREATE FUNCTION session_move_up(of_session uuid) RETURNS void LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE session_replies r SET answer = 'yes', moved_up_at = clock_timestamp(), moved_told_at = NULL
    FROM (SELECT member_id, sum(1 + brings::integer) OVER (ORDER BY turn) AS upto FROM session_replies
      WHERE session_id = of_session AND answer = 'waiting') w, group_sessions s
    WHERE s.id = of_session AND s.state IN ('announced', 'access-check', 'confirmed') AND s.ends_at > clock_timestamp()
      AND r.session_id = of_session AND r.member_id = w.member_id
      AND (s.capacity IS NULL OR w.upto <= s.capacity - session_seats_taken(of_session, NULL))
$$;
--> statement-breakpoint
CREATE FUNCTION session_replies_settle() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  of_session uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.session_id ELSE NEW.session_id END;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    IF OLD.answer = 'yes' AND (TG_OP = 'DELETE' OR NEW.answer <> 'yes' OR OLD.brings AND NOT NEW.brings) OR OLD.answer = 'waiting' THEN
      PERFORM session_move_up(of_session);
    END IF;
  END IF;
  PERFORM session_check_again(ARRAY[of_session]);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER session_replies_settle AFTER INSERT OR DELETE OR UPDATE OF answer, brings ON session_replies
  FOR EACH ROW EXECUTE FUNCTION session_replies_settle();
--> statement-breakpoint
CREATE FUNCTION group_sessions_seats() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.capacity < session_seats_taken(NEW.id, NULL) THEN
    RAISE EXCEPTION 'more people come than that' USING ERRCODE = 'HW193';
  END IF;
  PERFORM session_move_up(NEW.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER group_sessions_seats AFTER UPDATE OF capacity ON group_sessions
  FOR EACH ROW WHEN (NEW.capacity IS DISTINCT FROM OLD.capacity) EXECUTE FUNCTION group_sessions_seats();
--> statement-breakpoint
-- Another day: everybody is reminded of that one.
CREATE FUNCTION group_sessions_remind_anew() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE session_replies SET reminded_at = NULL WHERE session_id = NEW.id AND reminded_at IS NOT NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER group_sessions_remind_anew AFTER UPDATE OF starts_at ON group_sessions
  FOR EACH ROW WHEN (NEW.starts_at <> OLD.starts_at) EXECUTE FUNCTION group_sessions_remind_anew();
--> statement-breakpoint
-- Whoever leaves gives their seat back, and with it everything they said that nobody else leans on.
CREATE FUNCTION group_members_leave_sessions() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM session_replies WHERE member_id = NEW.id;
  DELETE FROM session_wishes WHERE member_id = NEW.id;
  DELETE FROM session_rings WHERE member_id = NEW.id;
  DELETE FROM access_needs WHERE member_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER group_members_leave_sessions AFTER UPDATE OF state ON group_members
  FOR EACH ROW WHEN (NEW.state = 'left' AND OLD.state <> 'left') EXECUTE FUNCTION group_members_leave_sessions();
--> statement-breakpoint
-- A need is there as long as its words lie in the vault: put away, it is open everywhere; destroyed, it is gone. What was
-- written when somebody joined is one.
CREATE FUNCTION vault_boxes_are_needs() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM access_needs WHERE member_id = OLD.subject_id AND field = OLD.field;
  ELSIF EXISTS (SELECT FROM group_members WHERE id = NEW.subject_id AND place_id = NEW.place_id AND state <> 'left') THEN
    INSERT INTO access_needs (place_id, member_id, field) VALUES (NEW.place_id, NEW.subject_id, NEW.field) ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER vault_boxes_become_needs AFTER INSERT ON vault_boxes
  FOR EACH ROW WHEN (NEW.field = 'codesign.needs' OR NEW.field LIKE 'sessions.need-%') EXECUTE FUNCTION vault_boxes_are_needs();
--> statement-breakpoint
CREATE TRIGGER vault_boxes_end_needs AFTER DELETE ON vault_boxes
  FOR EACH ROW WHEN (OLD.field = 'codesign.needs' OR OLD.field LIKE 'sessions.need-%') EXECUTE FUNCTION vault_boxes_are_needs();
--> statement-breakpoint
INSERT INTO access_needs (place_id, member_id, field)
  SELECT b.place_id, b.subject_id, b.field FROM vault_boxes b JOIN group_members m ON m.id = b.subject_id AND m.place_id = b.place_id
  WHERE b.field = 'codesign.needs' AND m.state <> 'left';
--> statement-breakpoint
CREATE FUNCTION access_needs_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  who uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.member_id ELSE NEW.member_id END;
BEGIN
  PERFORM session_touch(ARRAY(SELECT s.id FROM group_sessions s JOIN session_replies r ON r.session_id = s.id AND r.member_id = who
    WHERE s.state IN ('announced', 'access-check', 'confirmed')));
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER access_needs_guard BEFORE INSERT OR UPDATE OR DELETE ON access_needs
  FOR EACH ROW EXECUTE FUNCTION access_needs_guard();
--> statement-breakpoint
CREATE FUNCTION access_needs_settle() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM session_check_again(ARRAY(SELECT session_id FROM session_replies WHERE member_id = NEW.member_id));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER access_needs_settle AFTER INSERT OR UPDATE ON access_needs
  FOR EACH ROW EXECUTE FUNCTION access_needs_settle();
--> statement-breakpoint
CREATE FUNCTION session_needs_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  before text := CASE WHEN TG_OP = 'UPDATE' THEN OLD.state ELSE 'stated' END;
  s group_sessions%ROWTYPE;
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM session_touch(ARRAY[OLD.session_id]);
    RETURN OLD;
  END IF;
  PERFORM session_touch(ARRAY[NEW.session_id]);
  SELECT * INTO s FROM group_sessions WHERE id = NEW.session_id;
  IF TG_OP = 'UPDATE' AND (NEW.session_id, NEW.need_id, NEW.place_id) IS DISTINCT FROM (OLD.session_id, OLD.need_id, OLD.place_id)
    OR NOT EXISTS (SELECT FROM access_needs n WHERE n.id = NEW.need_id AND session_voice(NEW.session_id, n.member_id) IS NOT NULL) THEN
    RAISE EXCEPTION 'a need is arranged for who takes part' USING ERRCODE = 'HW191';
  END IF;
  IF NEW.state <> before AND (before, NEW.state) NOT IN (
    ('stated', 'arranged'), ('stated', 'explained'), ('arranged', 'explained'), ('arranged', 'confirmed'), ('arranged', 'stated'),
    ('confirmed', 'arranged'), ('confirmed', 'stated'), ('confirmed', 'explained'), ('explained', 'arranged'), ('explained', 'stated'),
    ('confirmed', 'met'), ('arranged', 'met'), ('explained', 'met'), ('confirmed', 'not-met'), ('arranged', 'not-met'), ('stated', 'not-met'),
    ('explained', 'not-met'), ('met', 'not-met'), ('not-met', 'met')) THEN
    RAISE EXCEPTION 'a need is arranged before the person confirms it' USING ERRCODE = 'HW192';
  END IF;
  IF NEW.state IN ('met', 'not-met') AND s.starts_at > clock_timestamp() THEN
    RAISE EXCEPTION 'whether it was met shows once the session has begun' USING ERRCODE = 'HW192';
  END IF;
  NEW.changed_at := clock_timestamp();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER session_needs_guard BEFORE INSERT OR UPDATE OR DELETE ON session_needs
  FOR EACH ROW EXECUTE FUNCTION session_needs_guard();
--> statement-breakpoint
CREATE FUNCTION session_needs_settle() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM session_check_again(ARRAY[CASE WHEN TG_OP = 'DELETE' THEN OLD.session_id ELSE NEW.session_id END]);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER session_needs_settle AFTER INSERT OR UPDATE OR DELETE ON session_needs
  FOR EACH ROW EXECUTE FUNCTION session_needs_settle();
--> statement-breakpoint
-- The first third of an agenda, in order and in minutes, is the residents' (§4.2), less what a resident gave back.
CREATE FUNCTION session_first_third_missing(of_session uuid) RETURNS integer LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT greatest(0, ceil(coalesce(sum(minutes), 0) / 3.0)::integer
    - coalesce(sum(minutes) FILTER (WHERE position < coalesce((SELECT min(position) FROM session_agenda_items
        WHERE session_id = of_session AND bloc IS DISTINCT FROM 'residents'), 2147483647)), 0)::integer
    - coalesce((SELECT sum(r.minutes) FROM session_agenda_returns r WHERE r.session_id = of_session), 0)::integer)
    FROM session_agenda_items WHERE session_id = of_session
$$;
--> statement-breakpoint
CREATE FUNCTION session_agenda_stands() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  of_session uuid;
  s group_sessions%ROWTYPE;
  total integer;
BEGIN
  IF TG_TABLE_NAME = 'group_sessions' THEN
    of_session := NEW.id;
  ELSIF TG_OP = 'DELETE' THEN
    of_session := OLD.session_id;
  ELSE
    of_session := NEW.session_id;
  END IF;
  SELECT * INTO s FROM group_sessions WHERE id = of_session;
  IF NOT FOUND OR s.agenda_published_at IS NULL THEN
    RETURN NULL;
  END IF;
  SELECT coalesce(sum(minutes), 0) INTO total FROM session_agenda_items WHERE session_id = of_session;
  IF total = 0 OR total * interval '1 minute' > s.ends_at - s.starts_at OR session_first_third_missing(of_session) > 0 THEN
    RAISE EXCEPTION 'the first third of an agenda is the residents’' USING ERRCODE = 'HW195';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER group_sessions_agenda AFTER INSERT OR UPDATE OF agenda_published_at, starts_at, ends_at ON group_sessions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION session_agenda_stands();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER session_agenda_items_stand AFTER INSERT OR UPDATE OR DELETE ON session_agenda_items
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION session_agenda_stands();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER session_agenda_returns_stand AFTER INSERT OR UPDATE OR DELETE ON session_agenda_returns
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION session_agenda_stands();
--> statement-breakpoint
CREATE FUNCTION session_paper_in_time(of_item uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM session_papers p JOIN group_sessions s ON s.id = p.session_id
    WHERE p.item_id = of_item AND p.published_at <= s.papers_due_at)
$$;
--> statement-breakpoint
CREATE FUNCTION session_agenda_items_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  s group_sessions%ROWTYPE;
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.id, NEW.session_id, NEW.place_id, NEW.raised_by, NEW.bloc)
    IS DISTINCT FROM (OLD.id, OLD.session_id, OLD.place_id, OLD.raised_by, OLD.bloc) THEN
    RAISE EXCEPTION 'who raised something stands' USING ERRCODE = 'HW191';
  END IF;
  PERFORM session_touch(ARRAY[CASE WHEN TG_OP = 'DELETE' THEN OLD.session_id ELSE NEW.session_id END]);
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  SELECT * INTO s FROM group_sessions WHERE id = NEW.session_id;
  IF TG_OP = 'INSERT' THEN
    NEW.bloc := CASE WHEN NEW.raised_by IS NULL THEN NULL ELSE session_voice(NEW.session_id, NEW.raised_by) END;
    IF NEW.raised_by IS NOT NULL AND NEW.bloc IS NULL THEN
      RAISE EXCEPTION 'only who takes part raises something' USING ERRCODE = 'HW191';
    END IF;
  END IF;
  -- What fell off stays off; a decision needs a paper in time.
  IF NEW.purpose = 'decide' AND (TG_OP = 'INSERT' OR OLD.purpose <> 'decide')
    AND coalesce(s.papers_due_at <= clock_timestamp(), true) AND NOT session_paper_in_time(NEW.id) THEN
    RAISE EXCEPTION 'nothing is decided on papers later than that' USING ERRCODE = 'HW197';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER session_agenda_items_guard BEFORE INSERT OR UPDATE OR DELETE ON session_agenda_items
  FOR EACH ROW EXECUTE FUNCTION session_agenda_items_guard();
--> statement-breakpoint
CREATE FUNCTION session_agenda_returns_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM session_touch(ARRAY[CASE WHEN TG_OP = 'DELETE' THEN OLD.session_id ELSE NEW.session_id END]);
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF session_voice(NEW.session_id, NEW.member_id) IS DISTINCT FROM 'residents' THEN
    RAISE EXCEPTION 'only a resident gives the residents’ time back' USING ERRCODE = 'HW199';
  END IF;
  NEW.returned_at := clock_timestamp();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER session_agenda_returns_guard BEFORE INSERT OR UPDATE OR DELETE ON session_agenda_returns
  FOR EACH ROW EXECUTE FUNCTION session_agenda_returns_guard();
--> statement-breakpoint
-- Papers go out after the agenda, by the clock of the database; what went out stays as it was.
CREATE FUNCTION session_papers_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    IF OLD.published_at IS NOT NULL AND EXISTS (SELECT FROM group_sessions WHERE id = OLD.session_id) THEN
      RAISE EXCEPTION 'what went out stands' USING ERRCODE = 'HW196';
    END IF;
    IF TG_OP = 'DELETE' THEN
      RETURN OLD;
    END IF;
  END IF;
  IF NOT EXISTS (SELECT FROM session_agenda_items WHERE id = NEW.item_id AND session_id = NEW.session_id) THEN
    RAISE EXCEPTION 'a paper is about something on this agenda' USING ERRCODE = 'HW191';
  END IF;
  IF NEW.published_at IS NOT NULL THEN
    IF NOT EXISTS (SELECT FROM group_sessions WHERE id = NEW.session_id AND agenda_published_at IS NOT NULL) THEN
      RAISE EXCEPTION 'residents fill the first third before papers go out' USING ERRCODE = 'HW196';
    END IF;
    NEW.published_at := clock_timestamp();
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER session_papers_guard BEFORE INSERT OR UPDATE OR DELETE ON session_papers
  FOR EACH ROW EXECUTE FUNCTION session_papers_guard();
--> statement-breakpoint
CREATE FUNCTION session_outcomes_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM group_sessions WHERE id = NEW.session_id AND state <> 'cancelled' AND starts_at <= clock_timestamp()) THEN
    RAISE EXCEPTION 'a session leads to something once it has begun' USING ERRCODE = 'HW192';
  END IF;
  IF NEW.kind = 'decision' AND NOT EXISTS (SELECT FROM session_agenda_items i WHERE i.id = NEW.item_id
    AND i.session_id = NEW.session_id AND i.purpose = 'decide' AND session_paper_in_time(i.id)) THEN
    RAISE EXCEPTION 'nothing is decided on papers later than five working days before' USING ERRCODE = 'HW197';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER session_outcomes_guard BEFORE INSERT OR UPDATE ON session_outcomes
  FOR EACH ROW EXECUTE FUNCTION session_outcomes_guard();
--> statement-breakpoint
CREATE FUNCTION session_attendance_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' AND session_voice(NEW.session_id, NEW.member_id) IS NULL THEN
    RAISE EXCEPTION 'only who takes part is on the sheet' USING ERRCODE = 'HW191';
  END IF;
  IF NOT EXISTS (SELECT FROM group_sessions WHERE id = NEW.session_id AND state <> 'cancelled' AND starts_at <= clock_timestamp()) THEN
    RAISE EXCEPTION 'nobody was there yet' USING ERRCODE = 'HW192';
  END IF;
  NEW.entered_at := clock_timestamp();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER session_attendance_guard BEFORE INSERT OR UPDATE ON session_attendance
  FOR EACH ROW EXECUTE FUNCTION session_attendance_guard();
--> statement-breakpoint
-- Two taps, from the end of a session for a week.
CREATE FUNCTION session_felt_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF session_voice(NEW.session_id, NEW.member_id) IS NULL
    OR TG_OP = 'UPDATE' AND (NEW.session_id, NEW.member_id) IS DISTINCT FROM (OLD.session_id, OLD.member_id) THEN
    RAISE EXCEPTION 'only who takes part says how it felt' USING ERRCODE = 'HW191';
  END IF;
  IF NOT EXISTS (SELECT FROM group_sessions WHERE id = NEW.session_id AND state <> 'cancelled'
    AND ends_at <= clock_timestamp() AND ends_at > clock_timestamp() - interval '7 days') THEN
    RAISE EXCEPTION 'for a week after a session' USING ERRCODE = 'HW198';
  END IF;
  NEW.said_at := clock_timestamp();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER session_felt_guard BEFORE INSERT OR UPDATE ON session_felt
  FOR EACH ROW EXECUTE FUNCTION session_felt_guard();
--> statement-breakpoint
-- When the agenda and the notes went out is said by the clock of the database, once.
CREATE FUNCTION group_sessions_out() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD.agenda_published_at IS NOT NULL THEN
    NEW.agenda_published_at := OLD.agenda_published_at;
  ELSIF NEW.agenda_published_at IS NOT NULL THEN
    NEW.agenda_published_at := clock_timestamp();
  END IF;
  IF OLD.notes_shared_at IS NOT NULL THEN
    NEW.notes_shared_at := OLD.notes_shared_at;
  ELSIF NEW.notes_shared_at IS NOT NULL THEN
    IF NEW.state NOT IN ('held', 'notes-shared', 'paid', 'closed') THEN
      RAISE EXCEPTION 'notes are of a session that was held' USING ERRCODE = 'HW190';
    END IF;
    NEW.notes_shared_at := clock_timestamp();
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER group_sessions_out BEFORE UPDATE OF agenda_published_at, notes_shared_at ON group_sessions
  FOR EACH ROW EXECUTE FUNCTION group_sessions_out();
