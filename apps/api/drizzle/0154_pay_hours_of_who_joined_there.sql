-- Whoever came first and was written in afterwards was there too: being put down counts, whenever they joined.
CREATE OR REPLACE FUNCTION pay_hours_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
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
      OR m.joined_at >= s.ends_at AND NOT EXISTS (SELECT FROM pay_attendance a WHERE a.session_id = s.id AND a.member_id = m.id)
      OR NEW.state <> 'asked' OR NEW.reason <> '' THEN
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
