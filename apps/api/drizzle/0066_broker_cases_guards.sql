-- §2.2 [G]: whoever stands for a party in a challenge does not broker it: whoever asks, whoever belongs to the body that
-- asks or to an organisation that has answered, and whoever said so themselves.
CREATE FUNCTION represents_party(of_challenge uuid, person uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM challenges c WHERE c.id = of_challenge AND c.commissioner_id = person)
    OR EXISTS (SELECT 1 FROM broker_conflicts b WHERE b.challenge_id = of_challenge AND b.broker_id = person)
    OR EXISTS (SELECT 1 FROM memberships m JOIN challenges c ON c.organisation_id = m.organisation_id
      WHERE c.id = of_challenge AND m.person_id = person)
    OR EXISTS (SELECT 1 FROM memberships m JOIN interests i ON i.organisation_id = m.organisation_id
      WHERE i.challenge_id = of_challenge AND i.state <> 'withdrawn' AND m.person_id = person)
$$;
--> statement-breakpoint
CREATE FUNCTION require_neutral_broker(of_place uuid, of_challenge uuid, person uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT holds_role(of_place, person, 'broker', ARRAY[of_challenge]) THEN
    RAISE EXCEPTION 'this is for brokers of the place' USING ERRCODE = 'HW112';
  END IF;
  IF represents_party(of_challenge, person) THEN
    RAISE EXCEPTION 'whoever stands for a party does not broker' USING ERRCODE = 'HW111';
  END IF;
END $$;
--> statement-breakpoint
CREATE FUNCTION broker_cases_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moving text[] := ARRAY['title', 'stage', 'next_action', 'due_on', 'neutrality_note', 'broker_kind', 'broker_id', 'state',
    'outcome', 'closed_at', 'updated_at', 'version'];
  newest text;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a case is closed, not deleted' USING ERRCODE = 'HW110';
  END IF;
  IF TG_OP = 'INSERT' THEN
    PERFORM require_neutral_broker(NEW.place_id, NEW.challenge_id, NEW.broker_id);
    RETURN NEW;
  END IF;
  IF (to_jsonb(OLD) - moving) IS DISTINCT FROM (to_jsonb(NEW) - moving) THEN
    RAISE EXCEPTION 'a case stays about what it was about' USING ERRCODE = 'HW110';
  END IF;
  IF NEW.broker_id <> OLD.broker_id THEN
    PERFORM require_neutral_broker(NEW.place_id, NEW.challenge_id, NEW.broker_id);
  END IF;
  IF NEW.stage <> OLD.stage THEN
    SELECT m.to_stage INTO newest FROM broker_case_moves m WHERE m.case_id = NEW.id ORDER BY m.at DESC, m.id DESC LIMIT 1;
    IF newest IS DISTINCT FROM NEW.stage THEN
      RAISE EXCEPTION 'each move is written down' USING ERRCODE = 'HW110';
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER broker_cases_guard BEFORE INSERT OR UPDATE OR DELETE ON broker_cases
  FOR EACH ROW EXECUTE FUNCTION broker_cases_guard();
--> statement-breakpoint
CREATE FUNCTION broker_lines_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about uuid;
BEGIN
  NEW.at := clock_timestamp();
  IF TG_TABLE_NAME = 'broker_case_moves' THEN
    SELECT c.challenge_id INTO about FROM broker_cases c WHERE c.id = NEW.case_id;
    PERFORM require_neutral_broker(NEW.place_id, about, NEW.moved_by);
    RETURN NEW;
  END IF;
  SELECT c.challenge_id INTO about FROM broker_cases c WHERE c.id = NEW.case_id;
  PERFORM require_neutral_broker(NEW.place_id, coalesce(about, NEW.challenge_id), NEW.broker_id);
  IF NEW.challenge_id IS NOT NULL AND represents_party(NEW.challenge_id, NEW.broker_id) THEN
    RAISE EXCEPTION 'whoever stands for a party does not broker' USING ERRCODE = 'HW111';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER broker_case_moves_guard BEFORE INSERT ON broker_case_moves
  FOR EACH ROW EXECUTE FUNCTION broker_lines_guard();
--> statement-breakpoint
CREATE TRIGGER broker_case_moves_stand BEFORE UPDATE OR DELETE ON broker_case_moves
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER broker_case_moves_never_emptied BEFORE TRUNCATE ON broker_case_moves
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER broker_actions_guard BEFORE INSERT ON broker_actions
  FOR EACH ROW EXECUTE FUNCTION broker_lines_guard();
--> statement-breakpoint
CREATE TRIGGER broker_actions_stand BEFORE UPDATE OR DELETE ON broker_actions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER broker_actions_never_emptied BEFORE TRUNCATE ON broker_actions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER broker_conflicts_stand BEFORE UPDATE OR DELETE ON broker_conflicts
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER broker_conflicts_never_emptied BEFORE TRUNCATE ON broker_conflicts
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Nobody who stands for a party chooses who else is asked.
CREATE FUNCTION invitations_neutral() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF represents_party(NEW.challenge_id, NEW.invited_by) THEN
    RAISE EXCEPTION 'whoever stands for a party does not invite' USING ERRCODE = 'HW111';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER invitations_neutral BEFORE INSERT ON invitations
  FOR EACH ROW EXECUTE FUNCTION invitations_neutral();
--> statement-breakpoint
-- PE3 [G]: a broker types for others, never for an organisation of their own nor where they stand for a party.
CREATE FUNCTION typed_entries_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.read_back_at := clock_timestamp();
  PERFORM require_neutral_broker(NEW.place_id, NEW.challenge_id, NEW.typed_by);
  IF EXISTS (SELECT 1 FROM memberships m WHERE m.organisation_id = NEW.organisation_id AND m.person_id = NEW.typed_by) THEN
    RAISE EXCEPTION 'whoever belongs to it types for themselves' USING ERRCODE = 'HW113';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER typed_entries_guard BEFORE INSERT ON typed_entries
  FOR EACH ROW EXECUTE FUNCTION typed_entries_guard();
--> statement-breakpoint
CREATE TRIGGER typed_entries_stand BEFORE UPDATE OR DELETE ON typed_entries
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER typed_entries_never_emptied BEFORE TRUNCATE ON typed_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A slip works once, for ninety days at most, until a newer one takes its place, and never for whoever printed it.
CREATE FUNCTION claim_slips_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moving text[] := ARRAY['used_at', 'used_by', 'replaced_at'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.printed_at := clock_timestamp();
    IF NEW.expires_at > clock_timestamp() + interval '90 days' OR NEW.used_at IS NOT NULL THEN
      RAISE EXCEPTION 'a slip works for ninety days' USING ERRCODE = 'HW114';
    END IF;
    PERFORM require_neutral_broker(NEW.place_id, NULL, NEW.printed_by);
    RETURN NEW;
  END IF;
  IF (to_jsonb(OLD) - moving) IS DISTINCT FROM (to_jsonb(NEW) - moving)
    OR OLD.used_at IS NOT NULL OR OLD.replaced_at IS NOT NULL THEN
    RAISE EXCEPTION 'a slip works once' USING ERRCODE = 'HW114';
  END IF;
  IF NEW.used_at IS NOT NULL THEN
    NEW.used_at := clock_timestamp();
    IF OLD.expires_at <= clock_timestamp() OR NEW.used_by = OLD.printed_by OR EXISTS (SELECT 1 FROM typed_entries t
      WHERE t.organisation_id = OLD.organisation_id AND t.typed_by = NEW.used_by) THEN
      RAISE EXCEPTION 'this slip is not for them, or its time is over' USING ERRCODE = 'HW114';
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER claim_slips_guard BEFORE INSERT OR UPDATE ON claim_slips
  FOR EACH ROW EXECUTE FUNCTION claim_slips_guard();
