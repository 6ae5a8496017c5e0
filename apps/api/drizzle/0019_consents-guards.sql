-- PE5: what somebody agreed to stays as it was shown and when; it is taken back once, and by this clock.
CREATE FUNCTION consents_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.given_at := clock_timestamp();
    NEW.withdrawn_at := NULL;
    RETURN NEW;
  END IF;
  IF TG_OP <> 'UPDATE' OR OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL
    OR (to_jsonb(OLD) - 'withdrawn_at') IS DISTINCT FROM (to_jsonb(NEW) - 'withdrawn_at') THEN
    RAISE EXCEPTION 'a consent is given, taken back once, and never changed' USING ERRCODE = 'HW010';
  END IF;
  NEW.withdrawn_at := clock_timestamp();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER consents_guard BEFORE INSERT OR UPDATE OR DELETE ON consents
  FOR EACH ROW EXECUTE FUNCTION consents_guard();
--> statement-breakpoint
CREATE TRIGGER consents_never_emptied BEFORE TRUNCATE ON consents
  FOR EACH STATEMENT EXECUTE FUNCTION consents_guard();
--> statement-breakpoint

-- §2.2: who is erased stays erased, holds nothing any more and comes to hold nothing.
CREATE FUNCTION people_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.erased_at IS NOT NULL THEN
    RAISE EXCEPTION 'an erased person stays erased' USING ERRCODE = 'HW011';
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.erased_at IS NOT NULL THEN
    NEW.erased_at := clock_timestamp();
    IF EXISTS (SELECT 1 FROM memberships WHERE person_id = NEW.id)
      OR EXISTS (SELECT 1 FROM role_grants WHERE person_id = NEW.id AND ended_at IS NULL)
      OR EXISTS (SELECT 1 FROM sessions WHERE person_id = NEW.id AND revoked_at IS NULL)
      OR EXISTS (SELECT 1 FROM vault_boxes WHERE subject_id = NEW.id) THEN
      RAISE EXCEPTION 'a person is erased last, after all that is theirs' USING ERRCODE = 'HW011';
    END IF;
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER people_guard BEFORE UPDATE OR DELETE ON people
  FOR EACH ROW EXECUTE FUNCTION people_guard();
--> statement-breakpoint
CREATE FUNCTION nobody_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM people WHERE id = NEW.person_id AND erased_at IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'an erased person belongs to nothing' USING ERRCODE = 'HW011';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER memberships_of_the_living BEFORE INSERT ON memberships
  FOR EACH ROW EXECUTE FUNCTION nobody_erased();
--> statement-breakpoint
CREATE TRIGGER role_grants_of_the_living BEFORE INSERT ON role_grants
  FOR EACH ROW EXECUTE FUNCTION nobody_erased();
--> statement-breakpoint
CREATE TRIGGER sessions_of_the_living BEFORE INSERT ON sessions
  FOR EACH ROW EXECUTE FUNCTION nobody_erased();
--> statement-breakpoint
CREATE TRIGGER email_changes_of_the_living BEFORE INSERT ON email_changes
  FOR EACH ROW EXECUTE FUNCTION nobody_erased();
