-- The money of a rate is looked at where there is one: settings and advice have none.
CREATE OR REPLACE FUNCTION pay_of_place_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF holds_role(NEW.place_id, NEW.set_by, 'steward', '{}') IS NOT TRUE THEN
    RAISE EXCEPTION 'a steward of the place says what it pays' USING ERRCODE = 'HW210';
  END IF;
  IF TG_TABLE_NAME = 'pay_rates'
    AND to_jsonb(NEW) ->> 'currency' <> (SELECT currency FROM places WHERE id = NEW.place_id) THEN
    RAISE EXCEPTION 'a place pays in its own money' USING ERRCODE = 'HW210';
  END IF;
  NEW.created_at := clock_timestamp();
  RETURN NEW;
END $$;
