CREATE TABLE "match_weights" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"theme" smallint NOT NULL,
	"reach" smallint NOT NULL,
	"lived_experience" smallint NOT NULL,
	"complement" smallint NOT NULL,
	"time" smallint NOT NULL,
	"sphere" smallint NOT NULL,
	"reason" text NOT NULL,
	"set_by" uuid NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "match_weights_once" UNIQUE("place_id","number"),
	CONSTRAINT "match_weights_fair" CHECK (theme between 15 and 40 and reach between 15 and 40 and lived_experience between 10 and 30
        and complement between 10 and 30 and "time" between 5 and 15 and sphere between 5 and 15
        and theme + reach + lived_experience + complement + "time" + sphere = 100),
	CONSTRAINT "match_weights_say_why" CHECK (btrim(reason) <> '')
);
--> statement-breakpoint
ALTER TABLE "match_weights" ADD CONSTRAINT "match_weights_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_weights" ADD CONSTRAINT "match_weights_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- §2.6, §4.5: a steward of the place says what its parts weigh, one change after the other, and all of it stays readable.
-- Who opens a challenge in the same moment waits, so that what is published as valid since then is what it gets.
CREATE FUNCTION match_weights_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  before match_weights%ROWTYPE;
BEGIN
  IF holds_role(NEW.place_id, NEW.set_by, 'steward', '{}') IS NOT TRUE THEN
    RAISE EXCEPTION 'a steward of the place sets its match weights' USING ERRCODE = 'HW163';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('match_weights' || NEW.place_id::text, 0));
  SELECT * INTO before FROM match_weights w WHERE w.place_id = NEW.place_id ORDER BY w.number DESC LIMIT 1;
  IF NEW.number <> coalesce(before.number, 0) + 1 THEN
    RAISE EXCEPTION 'match weights of a place follow one another' USING ERRCODE = 'HW164';
  END IF;
  IF (NEW.theme, NEW.reach, NEW.lived_experience, NEW.complement, NEW."time", NEW.sphere)
    = (coalesce(before.theme, 25), coalesce(before.reach, 25), coalesce(before.lived_experience, 15),
      coalesce(before.complement, 20), coalesce(before."time", 10), coalesce(before.sphere, 5)) THEN
    RAISE EXCEPTION 'these match weights stand already' USING ERRCODE = 'HW165';
  END IF;
  NEW.since := clock_timestamp();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER match_weights_guard BEFORE INSERT ON match_weights
  FOR EACH ROW EXECUTE FUNCTION match_weights_guard();
--> statement-breakpoint
CREATE TRIGGER match_weights_stand BEFORE UPDATE OR DELETE ON match_weights
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER match_weights_never_emptied BEFORE TRUNCATE ON match_weights
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- §4.5, TR3: match weights are published and locked when a challenge opens. Whoever opens it, and however, the weights come
-- with it: those of its place, or the published ones (§2.6) where the place has none of its own.
CREATE OR REPLACE FUNCTION challenge_weights_lock() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.slug IS NULL OR NEW.state IN ('draft', 'read-through')
    OR EXISTS (SELECT FROM challenge_weights w WHERE w.challenge_id = NEW.id) THEN
    RETURN NULL;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('match_weights' || NEW.place_id::text, 0));
  INSERT INTO challenge_weights (challenge_id, place_id, theme, reach, lived_experience, complement, "time", sphere, locked_at)
    SELECT NEW.id, NEW.place_id, chosen.theme, chosen.reach, chosen.lived_experience, chosen.complement, chosen."time",
        chosen.sphere, clock_timestamp()
      FROM (SELECT w.number, w.theme, w.reach, w.lived_experience, w.complement, w."time", w.sphere
          FROM match_weights w WHERE w.place_id = NEW.place_id
        UNION ALL SELECT 0, 25, 25, 15, 20, 10, 5
        ORDER BY number DESC LIMIT 1) chosen
    ON CONFLICT (challenge_id) DO NOTHING;
  RETURN NULL;
END $$;
