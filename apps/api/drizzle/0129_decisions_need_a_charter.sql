-- Nobody answers in a group that has not agreed its charter, or is closed, whatever stands open in it.
CREATE OR REPLACE FUNCTION decision_voice(d decisions, of_member uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  m group_members%ROWTYPE;
BEGIN
  IF (SELECT state FROM groups WHERE id = d.group_id) NOT IN ('convened', 'active', 'reporting-back', 'homework-marked') THEN
    RAISE EXCEPTION 'a group decides once its charter is agreed' USING ERRCODE = 'HW207';
  END IF;
  SELECT * INTO m FROM group_members WHERE id = of_member FOR SHARE;
  IF m.group_id IS DISTINCT FROM d.group_id OR m.state NOT IN ('joined', 'contacted') OR NOT decision_asks(d.kind, m.bloc) THEN
    RAISE EXCEPTION 'answered by those whose voice is asked' USING ERRCODE = 'HW201';
  END IF;
  IF NOT decision_voter(m) THEN
    RAISE EXCEPTION 'whoever runs a group does not answer in it' USING ERRCODE = 'HW202';
  END IF;
END $$;
