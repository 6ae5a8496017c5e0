ALTER TABLE "outbox" ADD COLUMN "about_id" uuid;--> statement-breakpoint
-- Whoever rests is asked nothing (OR3, FR-12): looked at again when a letter is about to leave, for it may have been kept
-- for a Monday, or for the morning, since before the pause.
CREATE FUNCTION rests(organisation uuid) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM organisations o WHERE o.id = organisation AND o.state = 'paused')
$$;
--> statement-breakpoint
-- Whether what a letter asks can still be answered. A challenge that pauses goes on later, and so does its letter.
CREATE FUNCTION still_asks(of_template text, thing uuid, party uuid) RETURNS boolean LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE
    WHEN thing IS NULL THEN true
    WHEN of_template IN ('invitations.invited', 'alerts.new') THEN EXISTS (SELECT FROM challenges c
      WHERE c.id = thing AND (c.state = 'paused' OR c.state = 'open' AND c.closes_at > clock_timestamp()))
    WHEN of_template = 'joint-interests.invited' THEN EXISTS (SELECT FROM joint_interest_members m
      JOIN joint_interests j ON j.id = m.joint_interest_id JOIN challenges c ON c.id = j.challenge_id
      WHERE j.id = thing AND m.organisation_id = party AND m.state = 'invited' AND j.state = 'forming'
        AND (c.state = 'paused' OR c.state = 'open' AND c.closes_at > clock_timestamp()))
    WHEN of_template = 'readings.ask' THEN EXISTS (SELECT FROM challenges c
      WHERE c.id = thing AND c.state = 'read-through')
    WHEN of_template = 'introductions.asked' THEN EXISTS (SELECT FROM introduction_sides s
      WHERE s.introduction_id = thing AND s.organisation_id = party AND s.answer IS NULL
        AND s.answer_by > clock_timestamp())
    WHEN of_template = 'support-exchange.asked' THEN EXISTS (SELECT FROM support_requests r
      JOIN support_asks a ON a.id = r.ask_id JOIN support_offers o ON o.id = r.offer_id
      WHERE r.id = thing AND r.answer IS NULL AND a.state = 'open' AND o.state = 'open')
    ELSE true
  END
$$;
--> statement-breakpoint
-- Nobody who rests is asked to answer together, nor to agree on a page somebody else began; held as it is until then, so
-- that a pause comes before or after.
CREATE FUNCTION joint_members_at_rest() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.state <> 'invited' OR (TG_OP = 'UPDATE' AND OLD.state = 'invited') THEN
    RETURN NEW;
  END IF;
  PERFORM 1 FROM organisations o WHERE o.id = NEW.organisation_id FOR SHARE;
  IF rests(NEW.organisation_id) THEN
    RAISE EXCEPTION 'who rests is not asked to answer together' USING ERRCODE = 'HW156';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER joint_members_at_rest BEFORE INSERT OR UPDATE OF state, organisation_id ON joint_interest_members
  FOR EACH ROW EXECUTE FUNCTION joint_members_at_rest();
--> statement-breakpoint
CREATE FUNCTION agreement_parties_at_rest() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM organisations o WHERE o.id = NEW.organisation_id FOR SHARE;
  IF rests(NEW.organisation_id) AND NOT EXISTS (SELECT FROM agreements a JOIN memberships m ON m.person_id = a.begun_by
    WHERE a.id = NEW.agreement_id AND m.organisation_id = NEW.organisation_id) THEN
    RAISE EXCEPTION 'who rests is not asked to agree' USING ERRCODE = 'HW156';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER agreement_parties_at_rest BEFORE INSERT OR UPDATE OF agreement_id, organisation_id ON agreement_parties
  FOR EACH ROW EXECUTE FUNCTION agreement_parties_at_rest();
