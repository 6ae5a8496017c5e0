-- CD3, J-18 [G]: another place, another hour, or steps where there were none: what fitted there has to be looked at again.
-- Which needs hang on the place only the vault knows, so every one that was settled is: arranged, and to be confirmed anew;
-- what was explained was explained of the other place.
CREATE FUNCTION group_sessions_moved() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.state NOT IN ('announced', 'access-check', 'confirmed') OR NEW.starts_at <= clock_timestamp() THEN
    RETURN NULL;
  END IF;
  UPDATE session_needs SET state = CASE state WHEN 'confirmed' THEN 'arranged' ELSE 'stated' END
    WHERE session_id = NEW.id AND state IN ('confirmed', 'explained');
  IF FOUND THEN
    UPDATE group_sessions SET reopened_at = clock_timestamp() WHERE id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER group_sessions_moved AFTER UPDATE ON group_sessions
  FOR EACH ROW WHEN (NEW.venue <> OLD.venue OR OLD.address IS NOT NULL AND NEW.address IS DISTINCT FROM OLD.address
    OR OLD.step_free AND NOT NEW.step_free OR NEW.starts_at <> OLD.starts_at) EXECUTE FUNCTION group_sessions_moved();
