-- PL1 once more: what an active place needs besides its own columns is looked at when it becomes active. While it is,
-- a change of the row keeps its pay policy and its complaints contact; a broker who left last week does not keep a
-- new telephone number from being written down.
CREATE OR REPLACE FUNCTION places_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  lacking text[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'draft' THEN
      RAISE EXCEPTION 'a place begins as a draft' USING ERRCODE = 'HW045';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT (OLD.state = NEW.state
    OR (OLD.state = 'draft' AND NEW.state IN ('active', 'archived'))
    OR (OLD.state = 'active' AND NEW.state IN ('paused', 'archived'))
    OR (OLD.state = 'paused' AND NEW.state IN ('active', 'archived'))) THEN
    RAISE EXCEPTION 'a place cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'HW045';
  END IF;
  IF NEW.state = 'active' THEN
    lacking := place_lacks(NEW);
    IF OLD.state = 'active' THEN
      lacking := array_remove(array_remove(lacking, 'broker'), 'public-body');
    END IF;
    IF lacking <> '{}' THEN
      RAISE EXCEPTION 'an active place needs: %', array_to_string(lacking, ', ') USING ERRCODE = 'HW046';
    END IF;
  END IF;
  RETURN NEW;
END $$;
