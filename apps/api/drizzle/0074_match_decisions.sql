CREATE TABLE "challenge_weights" (
	"challenge_id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"theme" smallint NOT NULL,
	"reach" smallint NOT NULL,
	"lived_experience" smallint NOT NULL,
	"complement" smallint NOT NULL,
	"time" smallint NOT NULL,
	"sphere" smallint NOT NULL,
	"locked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "challenge_weights_sum" CHECK (least(theme, reach, lived_experience, complement, time, sphere) >= 0
        and theme + reach + lived_experience + complement + time + sphere = 100)
);
--> statement-breakpoint
CREATE TABLE "match_decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"challenge_id" uuid NOT NULL,
	"organisation_id" uuid,
	"register_entry_id" uuid,
	"decision" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "match_decisions_one_candidate" CHECK ((organisation_id is null) <> (register_entry_id is null)),
	CONSTRAINT "match_decisions_dismissed_says_why" CHECK ((decision = 'dismissed') = (btrim(reason) <> ''))
);
--> statement-breakpoint
ALTER TABLE "challenge_weights" ADD CONSTRAINT "challenge_weights_place_id_challenge_id_challenges_place_id_id_fk" FOREIGN KEY ("place_id","challenge_id") REFERENCES "public"."challenges"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_decisions" ADD CONSTRAINT "match_decisions_register_entry_id_register_entries_id_fk" FOREIGN KEY ("register_entry_id") REFERENCES "public"."register_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_decisions" ADD CONSTRAINT "match_decisions_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_decisions" ADD CONSTRAINT "match_decisions_place_id_challenge_id_challenges_place_id_id_fk" FOREIGN KEY ("place_id","challenge_id") REFERENCES "public"."challenges"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_decisions" ADD CONSTRAINT "match_decisions_place_id_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "match_decisions_of_challenge" ON "match_decisions" USING btree ("challenge_id","id");--> statement-breakpoint
-- §4.5, TR3: match weights are published and locked when a challenge opens. Whoever opens it, and however, the weights come
-- with it; they are the published ones (§2.6).
CREATE FUNCTION challenge_weights_lock() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.slug IS NULL OR NEW.state IN ('draft', 'read-through') THEN
    RETURN NULL;
  END IF;
  INSERT INTO challenge_weights (challenge_id, place_id, theme, reach, lived_experience, complement, "time", sphere, locked_at)
    VALUES (NEW.id, NEW.place_id, 25, 25, 15, 20, 10, 5, clock_timestamp())
    ON CONFLICT (challenge_id) DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER challenge_weights_lock AFTER INSERT OR UPDATE OF state ON challenges
  FOR EACH ROW EXECUTE FUNCTION challenge_weights_lock();
--> statement-breakpoint
-- Nobody writes weights of their own before it opens.
CREATE FUNCTION challenge_weights_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    RAISE EXCEPTION 'match weights are locked' USING ERRCODE = 'HW105';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM challenges c WHERE c.id = NEW.challenge_id AND c.slug IS NOT NULL
    AND c.state NOT IN ('draft', 'read-through')) THEN
    RAISE EXCEPTION 'match weights are locked when a challenge opens, not before' USING ERRCODE = 'HW105';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER challenge_weights_guard BEFORE INSERT OR UPDATE OR DELETE ON challenge_weights
  FOR EACH ROW EXECUTE FUNCTION challenge_weights_guard();
--> statement-breakpoint
CREATE TRIGGER challenge_weights_stand BEFORE UPDATE OR DELETE ON challenge_weights
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER challenge_weights_never_emptied BEFORE TRUNCATE ON challenge_weights
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
INSERT INTO challenge_weights (challenge_id, place_id, theme, reach, lived_experience, complement, "time", sphere)
  SELECT id, place_id, 25, 25, 15, 20, 10, 5 FROM challenges
  WHERE slug IS NOT NULL AND state NOT IN ('draft', 'read-through');
--> statement-breakpoint
-- §2.6: a broker keeps a suggestion, folds it away with a reason, or takes either back, while matches are looked for. Who
-- stands for a party decides nothing, and what was said stays.
CREATE FUNCTION match_decisions_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  before text;
BEGIN
  PERFORM 1 FROM challenges c WHERE c.id = NEW.challenge_id AND c.state IN ('open', 'choosing') FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'nobody is looked for' USING ERRCODE = 'HW106';
  END IF;
  PERFORM require_neutral_broker(NEW.place_id, NEW.challenge_id, NEW.decided_by);
  PERFORM pg_advisory_xact_lock(hashtextextended('match_decisions' || NEW.challenge_id::text
    || coalesce(NEW.organisation_id, NEW.register_entry_id)::text, 0));
  SELECT d.decision INTO before FROM match_decisions d
    WHERE d.challenge_id = NEW.challenge_id AND d.organisation_id IS NOT DISTINCT FROM NEW.organisation_id
      AND d.register_entry_id IS NOT DISTINCT FROM NEW.register_entry_id
    ORDER BY d.decided_at DESC, d.id DESC LIMIT 1;
  IF NEW.decision = 'taken-back' AND coalesce(before, 'taken-back') = 'taken-back' THEN
    RAISE EXCEPTION 'there is nothing to take back' USING ERRCODE = 'HW107';
  END IF;
  NEW.decided_at := clock_timestamp();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER match_decisions_guard BEFORE INSERT ON match_decisions
  FOR EACH ROW EXECUTE FUNCTION match_decisions_guard();
--> statement-breakpoint
CREATE TRIGGER match_decisions_stand BEFORE UPDATE OR DELETE ON match_decisions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER match_decisions_never_emptied BEFORE TRUNCATE ON match_decisions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
