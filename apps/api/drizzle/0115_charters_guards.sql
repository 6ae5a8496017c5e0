-- What a group may be called (§2.11 [G]): below engagement people are told or asked, and it is not co-design.
ALTER TABLE groups DROP CONSTRAINT groups_rung;
--> statement-breakpoint
ALTER TABLE groups ADD CONSTRAINT groups_rung CHECK (rung in ('educating', 'informing', 'consultation', 'engagement', 'co-design', 'co-production'));
--> statement-breakpoint
ALTER TABLE groups ADD CONSTRAINT groups_called_what_they_are CHECK (
  rung in ('engagement', 'co-design', 'co-production')
  or (name || ' ' || about || ' ' || decides) !~* 'co-?\s?(design|product|creat|creë)|ontwerpgroep|samen ontwerpen');
--> statement-breakpoint
CREATE FUNCTION rung_height(rung text) RETURNS integer
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT array_position(ARRAY['coercion', 'educating', 'informing', 'consultation', 'engagement', 'co-design', 'co-production'], rung)
$$;
--> statement-breakpoint
-- Whether a group can live with a wording: in each voice that is seated two have answered, or half of it where that is
-- fewer, and more than half of those agree; and residents are seated. Who rests or has left is not waited for.
CREATE FUNCTION charter_is_agreed(of_charter uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  WITH voices AS (
    SELECT m.bloc, count(*) AS members, count(a.id) AS answered, count(*) FILTER (WHERE a.answer = 'agree') AS agree
    FROM charters c JOIN group_members m ON m.group_id = c.group_id AND m.state IN ('joined', 'contacted')
    LEFT JOIN charter_answers a ON a.charter_id = c.id AND a.member_id = m.id
    WHERE c.id = of_charter GROUP BY m.bloc)
  SELECT EXISTS (SELECT FROM voices WHERE bloc = 'residents')
    AND NOT EXISTS (SELECT FROM voices WHERE answered < least(2, (members + 1) / 2) OR agree * 2 <= answered)
$$;
--> statement-breakpoint
CREATE FUNCTION charters_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM groups WHERE id = NEW.group_id FOR UPDATE;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'drafting' THEN
      RAISE EXCEPTION 'a charter begins as a draft' USING ERRCODE = 'HW240';
    END IF;
  ELSE
    IF NEW.group_id <> OLD.group_id OR NEW.version <> OLD.version THEN
      RAISE EXCEPTION 'a charter stays what it is' USING ERRCODE = 'HW240';
    END IF;
    IF OLD.state <> 'drafting' AND NEW.text IS DISTINCT FROM OLD.text THEN
      RAISE EXCEPTION 'what was asked about is not reworded' USING ERRCODE = 'HW240';
    END IF;
    IF (OLD.state, NEW.state) NOT IN (('drafting', 'drafting'), ('drafting', 'asked'), ('asked', 'asked'),
      ('asked', 'agreed'), ('agreed', 'agreed'), ('agreed', 'replaced'), ('replaced', 'replaced')) THEN
      RAISE EXCEPTION 'a charter does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'HW240';
    END IF;
    IF OLD.state = 'asked' AND NEW.state = 'agreed' AND NOT charter_is_agreed(NEW.id) THEN
      RAISE EXCEPTION 'the group has not agreed' USING ERRCODE = 'HW241';
    END IF;
  END IF;
  IF rung_height(NEW.text ->> 'rung') < rung_height((SELECT rung FROM groups WHERE id = NEW.group_id)) THEN
    RAISE EXCEPTION 'people joined for more say than that' USING ERRCODE = 'HW243';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER charters_guard BEFORE INSERT OR UPDATE ON charters FOR EACH ROW EXECUTE FUNCTION charters_guard();
--> statement-breakpoint
CREATE FUNCTION charters_stay() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD.state IN ('agreed', 'replaced') THEN
    RAISE EXCEPTION 'what a group has agreed stays' USING ERRCODE = 'HW240';
  END IF;
  RETURN OLD;
END $$;
--> statement-breakpoint
CREATE TRIGGER charters_stay BEFORE DELETE ON charters FOR EACH ROW EXECUTE FUNCTION charters_stay();
--> statement-breakpoint
CREATE FUNCTION charter_answers_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  c charters%ROWTYPE;
  m group_members%ROWTYPE;
BEGIN
  SELECT * INTO c FROM charters WHERE id = NEW.charter_id FOR SHARE;
  SELECT * INTO m FROM group_members WHERE id = NEW.member_id FOR SHARE;
  IF c.state <> 'asked' THEN
    RAISE EXCEPTION 'nobody is asked about this charter' USING ERRCODE = 'HW244';
  END IF;
  IF m.group_id <> c.group_id OR m.state NOT IN ('joined', 'contacted')
    OR EXISTS (SELECT FROM groups g JOIN people p ON p.id = g.facilitator_id WHERE g.id = c.group_id AND place_is_of(m, p)) THEN
    RAISE EXCEPTION 'only who takes part answers' USING ERRCODE = 'HW245';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER charter_answers_guard BEFORE INSERT OR UPDATE ON charter_answers FOR EACH ROW EXECUTE FUNCTION charter_answers_guard();
--> statement-breakpoint
-- Convened is what a group is once it has agreed; afterwards its power statement is the one it agreed to (TR3).
CREATE FUNCTION groups_keep_charter() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  agreed jsonb;
BEGIN
  IF rung_height(NEW.rung) < rung_height(OLD.rung) THEN
    RAISE EXCEPTION 'people joined for more say than that' USING ERRCODE = 'HW243';
  END IF;
  IF NEW.state = 'recruiting' THEN
    IF OLD.state <> 'recruiting' THEN
      RAISE EXCEPTION 'a group that has agreed does not begin again' USING ERRCODE = 'HW242';
    END IF;
    RETURN NEW;
  END IF;
  SELECT text INTO agreed FROM charters WHERE group_id = NEW.id AND state = 'agreed';
  IF agreed IS NULL THEN
    RAISE EXCEPTION 'a group is convened by its charter' USING ERRCODE = 'HW242';
  END IF;
  IF (NEW.rung, NEW.decides, NEW.shapes, NEW.fixed, NEW.answers_by) IS DISTINCT FROM
    (agreed ->> 'rung', agreed ->> 'decides', agreed ->> 'shapes', agreed ->> 'fixed', agreed ->> 'answersBy') THEN
    RAISE EXCEPTION 'the power statement is the one the group agreed to' USING ERRCODE = 'HW242';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER groups_keep_charter BEFORE UPDATE OF state, rung, decides, shapes, fixed, answers_by ON groups
  FOR EACH ROW EXECUTE FUNCTION groups_keep_charter();
