-- Which sheet a seed draws, counted from 1: the seed as one whole number, divided by the number of sheets, the remainder and one.
CREATE FUNCTION recruitment_sheet(seed text, sheets integer) RETURNS integer LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  rest bigint := 0;
BEGIN
  FOR at IN 1..length(seed) LOOP
    rest := (rest * 16 + position(substr(seed, at, 1) IN '0123456789abcdef') - 1) % sheets;
  END LOOP;
  RETURN rest + 1;
END $$;
--> statement-breakpoint
-- What was published stays (HW171); states move one way (HW172); what is drawn is drawn (HW173).
CREATE FUNCTION recruitments_course() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moment timestamptz := clock_timestamp();
  fresh boolean;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a recruitment stays' USING ERRCODE = 'HW171';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'open' OR NEW.closes_at <= moment THEN
      RAISE EXCEPTION 'a recruitment begins open' USING ERRCODE = 'HW172';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.place_id, NEW.group_id, NEW.seats, NEW.categories, NEW.commitment, NEW.opened_by, NEW.created_at)
    IS DISTINCT FROM (OLD.id, OLD.place_id, OLD.group_id, OLD.seats, OLD.categories, OLD.commitment, OLD.opened_by, OLD.created_at) THEN
    RAISE EXCEPTION 'seats, targets and promise stand as published' USING ERRCODE = 'HW171';
  END IF;
  fresh := (NEW.closes_at, NEW.public_at, NEW.public_source) IS DISTINCT FROM (OLD.closes_at, OLD.public_at, OLD.public_source);
  -- More time: while names are taken; or after closing, as long as nobody can know the figure.
  IF NEW.state = 'open' THEN
    IF OLD.state NOT IN ('open', 'closed') OR OLD.state = 'closed' AND moment >= OLD.public_at
      OR (fresh OR OLD.state = 'closed') AND NEW.closes_at <= moment THEN
      RAISE EXCEPTION 'too late for more time' USING ERRCODE = 'HW172';
    END IF;
    RETURN NEW;
  END IF;
  IF fresh THEN
    RAISE EXCEPTION 'dates and figure stand as published' USING ERRCODE = 'HW171';
  END IF;
  IF OLD.state = 'open' THEN
    IF NEW.state <> 'closed' OR moment < OLD.closes_at OR moment >= OLD.public_at OR NEW.seed IS NOT NULL OR NEW.typed_value IS NOT NULL THEN
      RAISE EXCEPTION 'names close on their day, before the figure is known' USING ERRCODE = 'HW172';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.way, NEW.box, NEW.box_hash, NEW.sheets, NEW.kept, NEW.closed_at)
    IS DISTINCT FROM (OLD.way, OLD.box, OLD.box_hash, OLD.sheets, OLD.kept, OLD.closed_at)
    OR OLD.seed IS NOT NULL AND (NEW.seed, NEW.secret, NEW.public_value, NEW.sheet, NEW.typed_value, NEW.typed_by, NEW.drawn_by, NEW.drawn_at)
      IS DISTINCT FROM (OLD.seed, OLD.secret, OLD.public_value, OLD.sheet, OLD.typed_value, OLD.typed_by, OLD.drawn_by, OLD.drawn_at)
    OR OLD.result IS NOT NULL AND NEW.result IS DISTINCT FROM OLD.result THEN
    RAISE EXCEPTION 'sheets and draw stay as they are' USING ERRCODE = 'HW173';
  END IF;
  IF NEW.state = OLD.state AND OLD.state IN ('closed', 'drawn') OR OLD.state = 'drawn' AND NEW.state = 'confirmed'
    OR OLD.state = 'closed' AND NEW.state = 'confirmed' AND OLD.way = 'all-in' THEN
    RETURN NEW;
  END IF;
  IF OLD.state = 'closed' AND NEW.state = 'drawn' AND OLD.way = 'lottery' AND moment >= OLD.public_at
    AND NEW.public_value = OLD.typed_value AND NEW.drawn_by <> OLD.typed_by
    AND NEW.sheet = recruitment_sheet(NEW.seed, OLD.sheets) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'this step does not follow' USING ERRCODE = 'HW172';
END $$;
--> statement-breakpoint
CREATE TRIGGER recruitments_course BEFORE INSERT OR UPDATE OR DELETE ON recruitments
  FOR EACH ROW EXECUTE FUNCTION recruitments_course();
--> statement-breakpoint
-- Names come in while names are taken, by the database's clock (HW174); who came up is who stands on the sheet (HW175).
CREATE FUNCTION recruitment_names_course() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  r recruitments;
  came_up boolean;
BEGIN
  SELECT * INTO r FROM recruitments WHERE id = NEW.recruitment_id FOR SHARE;
  IF TG_OP = 'INSERT' THEN
    IF r.state <> 'open' OR clock_timestamp() >= r.closes_at OR NEW.state <> 'in' THEN
      RAISE EXCEPTION 'names are closed' USING ERRCODE = 'HW174';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.recruitment_id, NEW.number) IS DISTINCT FROM (OLD.recruitment_id, OLD.number)
    OR OLD.state = 'out' AND NEW.state <> 'out' THEN
    RAISE EXCEPTION 'a number stays whose it is' USING ERRCODE = 'HW175';
  END IF;
  IF NEW.state IN ('drawn', 'not-drawn') AND NEW.state <> OLD.state THEN
    came_up := r.way = 'all-in' OR coalesce(r.box::jsonb -> 'sheets' -> (r.sheet - 1) @> to_jsonb(NEW.number), false);
    IF r.state NOT IN ('drawn', 'confirmed') AND r.way <> 'all-in' OR (NEW.state = 'drawn') <> came_up THEN
      RAISE EXCEPTION 'the sheet says who came up' USING ERRCODE = 'HW175';
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER recruitment_names_course BEFORE INSERT OR UPDATE ON recruitment_names
  FOR EACH ROW EXECUTE FUNCTION recruitment_names_course();
--> statement-breakpoint
-- No answer of the special kind without a consent of its own that stands (HW170); with the consent it goes.
CREATE FUNCTION recruitment_special_needs_consent() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM consents WHERE subject_id = NEW.name_id AND subject_kind = 'draw-name' AND purpose = 'draw-special'
    AND withdrawn_at IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'this needs a consent of its own' USING ERRCODE = 'HW170';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER recruitment_special_needs_consent BEFORE INSERT OR UPDATE ON recruitment_special_answers
  FOR EACH ROW EXECUTE FUNCTION recruitment_special_needs_consent();
--> statement-breakpoint
CREATE FUNCTION recruitment_special_goes() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM recruitment_special_answers WHERE name_id = NEW.subject_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER recruitment_special_goes AFTER UPDATE OF withdrawn_at ON consents
  FOR EACH ROW WHEN (NEW.withdrawn_at IS NOT NULL AND NEW.purpose = 'draw-special')
  EXECUTE FUNCTION recruitment_special_goes();
--> statement-breakpoint
-- While a group finds its residents by draw, nobody sits down beside it (HW177).
CREATE FUNCTION group_members_by_draw() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.bloc = 'residents' AND (TG_OP = 'INSERT' OR OLD.bloc <> 'residents')
    AND EXISTS (SELECT 1 FROM recruitments WHERE group_id = NEW.group_id AND state <> 'confirmed') THEN
    RAISE EXCEPTION 'this group draws its residents' USING ERRCODE = 'HW177';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER group_members_by_draw BEFORE INSERT OR UPDATE OF bloc ON group_members
  FOR EACH ROW EXECUTE FUNCTION group_members_by_draw();
