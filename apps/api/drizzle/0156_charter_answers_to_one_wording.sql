-- A yes to a wording that was taken away at the same moment is refused as what it is, and not by what it points at.
CREATE OR REPLACE FUNCTION charter_answers_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  c charters%ROWTYPE;
  m group_members%ROWTYPE;
BEGIN
  SELECT * INTO c FROM charters WHERE id = NEW.charter_id FOR SHARE;
  SELECT * INTO m FROM group_members WHERE id = NEW.member_id FOR SHARE;
  IF c.state IS DISTINCT FROM 'asked' THEN
    RAISE EXCEPTION 'nobody is asked about this charter' USING ERRCODE = 'HW244';
  END IF;
  IF m.group_id <> c.group_id OR m.state NOT IN ('joined', 'contacted')
    OR EXISTS (SELECT FROM groups g JOIN people p ON p.id = g.facilitator_id WHERE g.id = c.group_id AND place_is_of(m, p)) THEN
    RAISE EXCEPTION 'only who takes part answers' USING ERRCODE = 'HW245';
  END IF;
  RETURN NEW;
END $$;
