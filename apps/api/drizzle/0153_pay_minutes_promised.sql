-- §2.11, decision 0041: less than 48 hours before, the paid time people were promised stands as the start does. Lowering it
-- then, or before calling off late, would pay them less than they kept free for; more is always possible.
CREATE FUNCTION group_sessions_paid_promise() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF least(coalesce(OLD.promised_start, OLD.starts_at), OLD.starts_at) - clock_timestamp() < interval '48 hours' THEN
    RAISE EXCEPTION 'the paid time people were promised stands' USING ERRCODE = 'HW274';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER group_sessions_paid_promise BEFORE UPDATE OF paid_minutes ON group_sessions
  FOR EACH ROW WHEN (NEW.paid_minutes < OLD.paid_minutes) EXECUTE FUNCTION group_sessions_paid_promise();
