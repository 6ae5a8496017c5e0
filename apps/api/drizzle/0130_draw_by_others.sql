ALTER TABLE "recruitment_names" DROP CONSTRAINT "recruitment_names_out_are_blank";--> statement-breakpoint
ALTER TABLE "recruitments" DROP CONSTRAINT "recruitments_state";--> statement-breakpoint
ALTER TABLE "recruitments" DROP CONSTRAINT "recruitments_closed";--> statement-breakpoint
DROP INDEX "recruitments_one_at_a_time";--> statement-breakpoint
ALTER TABLE "recruitment_names" ADD COLUMN "entered_by" uuid;--> statement-breakpoint
ALTER TABLE "recruitment_names" ADD COLUMN "said_by" text;--> statement-breakpoint
ALTER TABLE "recruitment_names" ADD COLUMN "words_hash" "bytea";--> statement-breakpoint
ALTER TABLE "recruitment_names" ADD COLUMN "words_tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "recruitment_names" ADD COLUMN "words_tried_on" date;--> statement-breakpoint
ALTER TABLE "recruitments" ADD COLUMN "called_off_by" uuid;--> statement-breakpoint
ALTER TABLE "recruitments" ADD COLUMN "called_off_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "recruitments" ADD COLUMN "called_off_why" text;--> statement-breakpoint
ALTER TABLE "recruitment_names" ADD CONSTRAINT "recruitment_names_entered_by_people_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recruitments" ADD CONSTRAINT "recruitments_called_off_by_people_id_fk" FOREIGN KEY ("called_off_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "recruitment_names_with_words" ON "recruitment_names" USING btree ("reference") WHERE words_hash is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "recruitments_one_at_a_time" ON "recruitments" USING btree ("group_id") WHERE state not in ('confirmed', 'called-off');--> statement-breakpoint
ALTER TABLE "recruitment_names" ADD CONSTRAINT "recruitment_names_entered" CHECK ((entered_by is null) = (said_by is null));--> statement-breakpoint
ALTER TABLE "recruitment_names" ADD CONSTRAINT "recruitment_names_out_are_blank" CHECK (state <> 'out' or (first_name = '' and contact = '' and length(contact_hash) = 0 and answers = '{}'
      and words_hash is null));--> statement-breakpoint
ALTER TABLE "recruitments" ADD CONSTRAINT "recruitments_called_off" CHECK ((state = 'called-off') = (called_off_at is not null) and (called_off_at is null) = (called_off_by is null) and
      (called_off_at is null) = (called_off_why is null) and length(called_off_why) >= 20 and
      (state <> 'called-off' or seed is null and result is null));--> statement-breakpoint
ALTER TABLE "recruitments" ADD CONSTRAINT "recruitments_state" CHECK (state in ('open', 'closed', 'drawn', 'confirmed', 'called-off'));--> statement-breakpoint
ALTER TABLE "recruitments" ADD CONSTRAINT "recruitments_closed" CHECK ((state = 'open' or state = 'called-off' and closed_at is null) = (way is null) and (way is null) = (kept is null));
--> statement-breakpoint
-- As before, and: a draw may be called off until it is drawn, with a reason, and stays so (HW178).
CREATE OR REPLACE FUNCTION recruitments_course() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moment timestamptz := clock_timestamp();
  fresh boolean;
  called text[] := ARRAY['state', 'called_off_by', 'called_off_at', 'called_off_why'];
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
  IF OLD.state = 'called-off' THEN
    RAISE EXCEPTION 'a draw that was called off stays so' USING ERRCODE = 'HW178';
  END IF;
  IF NEW.state = 'called-off' THEN
    IF OLD.state NOT IN ('open', 'closed') OR (to_jsonb(OLD) - called) IS DISTINCT FROM (to_jsonb(NEW) - called) THEN
      RAISE EXCEPTION 'what is drawn is not called off' USING ERRCODE = 'HW178';
    END IF;
    NEW.called_off_at := moment;
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
-- As before, and: who wrote a name down stays, and a draw that was called off gives nobody a seat (HW178). Names come in while names are taken, by the database's clock (HW174); who came up is who stands on the sheet (HW175).
CREATE OR REPLACE FUNCTION recruitment_names_course() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
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
  IF (NEW.recruitment_id, NEW.number, NEW.entered_by, NEW.said_by)
    IS DISTINCT FROM (OLD.recruitment_id, OLD.number, OLD.entered_by, OLD.said_by)
    OR OLD.state = 'out' AND NEW.state <> 'out' THEN
    RAISE EXCEPTION 'a number stays whose it is' USING ERRCODE = 'HW175';
  END IF;
  IF r.state = 'called-off' AND (NEW.state IN ('drawn', 'not-drawn') OR NEW.member_id IS NOT NULL) THEN
    RAISE EXCEPTION 'this draw was called off' USING ERRCODE = 'HW178';
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
-- As before, and none once the draw is over. No answer of the special kind without a consent of its own that stands (HW170); with the consent it goes.
CREATE OR REPLACE FUNCTION recruitment_special_needs_consent() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM consents WHERE subject_id = NEW.name_id AND subject_kind = 'draw-name' AND purpose = 'draw-special'
    AND withdrawn_at IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'this needs a consent of its own' USING ERRCODE = 'HW170';
  END IF;
  IF EXISTS (SELECT 1 FROM recruitment_names n JOIN recruitments r ON r.id = n.recruitment_id
    WHERE n.id = NEW.name_id AND r.state IN ('confirmed', 'called-off')) THEN
    RAISE EXCEPTION 'this draw is over' USING ERRCODE = 'HW170';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- While a group finds its residents by draw, nobody sits down beside it (HW177).
CREATE OR REPLACE FUNCTION group_members_by_draw() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.bloc = 'residents' AND (TG_OP = 'INSERT' OR OLD.bloc <> 'residents')
    AND EXISTS (SELECT 1 FROM recruitments WHERE group_id = NEW.group_id AND state NOT IN ('confirmed', 'called-off')) THEN
    RAISE EXCEPTION 'this group draws its residents' USING ERRCODE = 'HW177';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- With the draw the answers go, whoever ends it.
CREATE FUNCTION recruitments_over() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM recruitment_special_answers s USING recruitment_names n WHERE n.id = s.name_id AND n.recruitment_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER recruitments_over AFTER UPDATE OF state ON recruitments
  FOR EACH ROW WHEN (NEW.state IN ('confirmed', 'called-off')) EXECUTE FUNCTION recruitments_over();
--> statement-breakpoint
-- Groups in which somebody has a place, or whose running draw has their name.
CREATE OR REPLACE FUNCTION group_places_of(person uuid) RETURNS TABLE (group_id uuid)
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT m.group_id FROM people p JOIN group_members m ON place_is_of(m, p) WHERE p.id = person
  UNION
  SELECT r.group_id FROM recruitment_names n JOIN recruitments r ON r.id = n.recruitment_id
    WHERE r.state NOT IN ('confirmed', 'called-off') AND n.state IN ('in', 'drawn') AND n.id IN (SELECT draw_names_of(person))
$$;
--> statement-breakpoint
-- Whoever has this contact, where somebody they help in groups, or who helps them, is in this group or its draw already.
CREATE FUNCTION held_back_in(of_group uuid, of_place uuid, by_way text, written text) RETURNS SETOF uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p.id FROM people p JOIN supports s ON p.id IN (s.person_id, s.supporter_id)
  WHERE p.erased_at IS NULL AND (by_way = 'email' AND p.email = written
      OR by_way = 'phone' AND p.phone_verified_at IS NOT NULL AND p.phone = e164_of(written, calling_code_of(of_place)))
    AND s.state = 'active' AND s.until > clock_timestamp() AND 'groups' = ANY (s.scopes)
    AND of_group IN (SELECT g.group_id
      FROM group_places_of(CASE WHEN s.person_id = p.id THEN s.supporter_id ELSE s.person_id END) g)
$$;
--> statement-breakpoint
-- One name a pair in a draw, as there is one place in a group (HW077): two would be two chances for one voice.
CREATE FUNCTION recruitment_names_one_voice() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  its_group uuid;
  who uuid[];
BEGIN
  SELECT group_id INTO its_group FROM recruitments WHERE id = NEW.recruitment_id;
  SELECT array_agg(id) INTO who FROM (SELECT p.id FROM people p
    WHERE NEW.contact_by = 'email' AND p.email = NEW.contact
      OR NEW.contact_by = 'phone' AND p.phone_verified_at IS NOT NULL
        AND p.phone = e164_of(NEW.contact, calling_code_of(NEW.place_id))
    ORDER BY p.id FOR SHARE) proven;
  IF who IS NULL THEN
    RETURN NEW;
  END IF;
  PERFORM 1 FROM supports s
    WHERE s.state = 'active' AND s.until > clock_timestamp() AND 'groups' = ANY (s.scopes)
      AND (s.person_id = ANY (who) OR s.supporter_id = ANY (who))
    ORDER BY s.id FOR UPDATE;
  IF EXISTS (SELECT held_back_in(its_group, NEW.place_id, NEW.contact_by, NEW.contact)) THEN
    RAISE EXCEPTION 'one of the two is in already' USING ERRCODE = 'HW077';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER recruitment_names_one_voice BEFORE INSERT ON recruitment_names
  FOR EACH ROW EXECUTE FUNCTION recruitment_names_one_voice();
