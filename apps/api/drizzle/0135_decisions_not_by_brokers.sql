-- §2.2: a broker does not vote in the challenge they broker for, under their account or under their contact; a role that is
-- given later takes the answer out of the count.
CREATE FUNCTION decision_brokers(m group_members) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM groups g JOIN role_grants r ON r.place_id = g.place_id AND r.role = 'broker' AND role_is_live(r)
      AND (r.scope_kind = 'place' OR r.scope_id = g.challenge_id)
    JOIN people p ON p.id = r.person_id WHERE g.id = m.group_id AND place_is_of(m, p))
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION decision_voter(m group_members) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT m.state IN ('joined', 'contacted') AND NOT EXISTS (SELECT FROM groups g JOIN people p ON p.id = g.facilitator_id
    WHERE g.id = m.group_id AND place_is_of(m, p)) AND NOT decision_brokers(m)
$$;
--> statement-breakpoint
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
  IF decision_brokers(m) THEN
    RAISE EXCEPTION 'a broker does not answer in a group of their challenge' USING ERRCODE = 'HW202', CONSTRAINT = 'decision_broker';
  END IF;
  IF NOT decision_voter(m) THEN
    RAISE EXCEPTION 'whoever runs a group does not answer in it' USING ERRCODE = 'HW202';
  END IF;
END $$;
