-- §2.2 [G]: whoever answers together with others stands on the same side as they (EI3).
CREATE OR REPLACE FUNCTION represents_party(of_challenge uuid, person uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM challenges c WHERE c.id = of_challenge AND c.commissioner_id = person)
    OR EXISTS (SELECT 1 FROM broker_conflicts b WHERE b.challenge_id = of_challenge AND b.broker_id = person)
    OR EXISTS (SELECT 1 FROM memberships m JOIN challenges c ON c.organisation_id = m.organisation_id
      WHERE c.id = of_challenge AND m.person_id = person)
    OR EXISTS (SELECT 1 FROM memberships m JOIN interests i ON i.organisation_id = m.organisation_id
      WHERE i.challenge_id = of_challenge AND i.state <> 'withdrawn' AND m.person_id = person)
    OR EXISTS (SELECT 1 FROM memberships m JOIN joint_interest_members j ON j.organisation_id = m.organisation_id
      WHERE j.challenge_id = of_challenge AND j.state = 'joined' AND m.person_id = person)
$$;
