ALTER TABLE "outbox" ADD COLUMN "kind" text DEFAULT 'duty' NOT NULL;
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "person_id" uuid;
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "organisation_id" uuid;
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "digest" text;
--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_kind" CHECK (kind in ('now', 'duty', 'waiting', 'mine', 'new', 'saved', 'digest'));
--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_digest" CHECK (digest is null or (digest in ('daily', 'weekly') and kind in ('waiting', 'mine')));
--> statement-breakpoint
CREATE TABLE "alert_hits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"challenge_id" uuid NOT NULL,
	"search_id" uuid,
	"found_at" timestamp with time zone DEFAULT now() NOT NULL,
	"told_at" timestamp with time zone,
	CONSTRAINT "alert_hits_once" UNIQUE NULLS NOT DISTINCT("person_id","challenge_id","search_id")
);
--> statement-breakpoint
CREATE TABLE "alerted_challenges" (
	"challenge_id" uuid PRIMARY KEY NOT NULL,
	"found_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "digest_turns" (
	"person_id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"daily_at" timestamp with time zone DEFAULT now() NOT NULL,
	"weekly_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "digest_turns_person_id_place_id_pk" PRIMARY KEY("person_id","place_id")
);
--> statement-breakpoint
CREATE TABLE "digests" (
	"person_id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"on_day" text NOT NULL,
	"letter_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "digests_person_id_place_id_on_day_pk" PRIMARY KEY("person_id","place_id","on_day")
);
--> statement-breakpoint
CREATE TABLE "hearing_hours" (
	"person_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"quiet_from" integer NOT NULL,
	"quiet_until" integer NOT NULL,
	CONSTRAINT "hearing_hours_person_id_channel_pk" PRIMARY KEY("person_id","channel"),
	CONSTRAINT "hearing_hours_channel" CHECK (channel in ('email', 'sms')),
	CONSTRAINT "hearing_hours_hour" CHECK (quiet_from between 0 and 23 and quiet_until between 0 and 23)
);
--> statement-breakpoint
CREATE TABLE "hearing_wishes" (
	"person_id" uuid NOT NULL,
	"what" text NOT NULL,
	"how" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "hearing_wishes_person_id_what_pk" PRIMARY KEY("person_id","what"),
	CONSTRAINT "hearing_wishes_what" CHECK (what in ('waiting', 'mine', 'new', 'closing', 'news')),
	CONSTRAINT "hearing_wishes_how" CHECK (how in ('at-once', 'daily', 'weekly', 'never')),
	CONSTRAINT "hearing_wishes_lists" CHECK (how <> 'at-once' or what not in ('closing', 'news'))
);
--> statement-breakpoint
CREATE TABLE "letter_stops" (
	"id" uuid PRIMARY KEY NOT NULL,
	"address_hash" "bytea" NOT NULL,
	"kind" text NOT NULL,
	"organisation_id" uuid,
	"stopped_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "letter_stops_once" UNIQUE NULLS NOT DISTINCT("address_hash","kind","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"q" text DEFAULT '' NOT NULL,
	"themes" text[] DEFAULT '{}' NOT NULL,
	"area_ids" uuid[] DEFAULT '{}' NOT NULL,
	"how" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_searches_once" UNIQUE("person_id","place_id","q","themes","area_ids"),
	CONSTRAINT "saved_searches_how" CHECK (how in ('at-once', 'daily', 'weekly', 'never')),
	CONSTRAINT "saved_searches_short" CHECK (char_length(name) <= 60 and char_length(q) <= 200)
);
--> statement-breakpoint
ALTER TABLE "alert_hits" ADD CONSTRAINT "alert_hits_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "alert_hits" ADD CONSTRAINT "alert_hits_search_id_saved_searches_id_fk" FOREIGN KEY ("search_id") REFERENCES "public"."saved_searches"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "alert_hits" ADD CONSTRAINT "alert_hits_place_id_challenge_id_challenges_place_id_id_fk" FOREIGN KEY ("place_id","challenge_id") REFERENCES "public"."challenges"("place_id","id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "alerted_challenges" ADD CONSTRAINT "alerted_challenges_challenge_id_challenges_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."challenges"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "digest_turns" ADD CONSTRAINT "digest_turns_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "digest_turns" ADD CONSTRAINT "digest_turns_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "hearing_hours" ADD CONSTRAINT "hearing_hours_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "hearing_wishes" ADD CONSTRAINT "hearing_wishes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "alert_hits_untold" ON "alert_hits" USING btree ("place_id","person_id") WHERE told_at is null;
--> statement-breakpoint
CREATE INDEX "digest_turns_due" ON "digest_turns" USING btree ("due_at");
--> statement-breakpoint
CREATE INDEX "saved_searches_of_place" ON "saved_searches" USING btree ("place_id");
--> statement-breakpoint
CREATE INDEX "outbox_collected" ON "outbox" USING btree ("person_id","place_id") WHERE digest is not null and sent_at is null;
--> statement-breakpoint
-- What somebody hears, how and when (ux.md §4 row 22): decided where a letter is written, so that no sender forgets it.

-- How somebody hears of something: as they said, or else as holds for everybody.
CREATE FUNCTION hears(who uuid, of_what text) RETURNS text LANGUAGE sql STABLE
  SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(
    (SELECT w.how FROM hearing_wishes w WHERE w.person_id = who AND w.what = of_what),
    CASE WHEN of_what IN ('waiting', 'mine') THEN 'at-once' ELSE 'weekly' END)
$$;
--> statement-breakpoint
-- The first moment at or after `at` outside quiet hours, on the clock of a zone; both hours the same: no quiet.
CREATE FUNCTION after_quiet(at timestamptz, zone text, quiet_from integer, quiet_until integer) RETURNS timestamptz
  LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE
    WHEN quiet_from = quiet_until THEN at
    WHEN quiet_from < quiet_until AND (hour < quiet_from OR hour >= quiet_until) THEN at
    WHEN quiet_from > quiet_until AND hour < quiet_from AND hour >= quiet_until THEN at
    ELSE (day + CASE WHEN quiet_from > quiet_until AND hour >= quiet_from THEN 1 ELSE 0 END
      + make_interval(hours => quiet_until)) AT TIME ZONE zone
  END
  FROM (SELECT extract(hour FROM at AT TIME ZONE zone)::integer AS hour, (at AT TIME ZONE zone)::date AS day) local
$$;
--> statement-breakpoint
-- Eight in the morning, the next Monday or the next day: when collected letters of somebody in a place are due.
CREATE FUNCTION next_digest(who uuid, place uuid, after timestamptz) RETURNS timestamptz
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  zone text;
  day date;
BEGIN
  SELECT time_zone INTO zone FROM places WHERE id = place;
  day := (after AT TIME ZONE zone)::date;
  IF (day + interval '8 hours') AT TIME ZONE zone <= after THEN
    day := day + 1;
  END IF;
  IF NOT EXISTS (SELECT FROM hearing_wishes w WHERE w.person_id = who AND w.how = 'daily')
    AND NOT EXISTS (SELECT FROM saved_searches s WHERE s.person_id = who AND s.place_id = place AND s.how = 'daily') THEN
    day := day + ((8 - extract(isodow FROM day)::integer) % 7);
  END IF;
  RETURN (day + interval '8 hours') AT TIME ZONE zone;
END $$;
--> statement-breakpoint
CREATE FUNCTION begin_digests(who uuid, place uuid) RETURNS void LANGUAGE sql
  SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO digest_turns (person_id, place_id, due_at)
  SELECT who, place, next_digest(who, place, clock_timestamp())
  WHERE NOT EXISTS (SELECT FROM digest_turns t WHERE t.person_id = who AND t.place_id = place)
  ON CONFLICT DO NOTHING
$$;
--> statement-breakpoint
CREATE FUNCTION begin_digests_of_row() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM begin_digests(NEW.person_id, NEW.place_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER memberships_begin_digests AFTER INSERT ON memberships FOR EACH ROW EXECUTE FUNCTION begin_digests_of_row();
--> statement-breakpoint
CREATE TRIGGER saved_searches_begin_digests AFTER INSERT ON saved_searches FOR EACH ROW EXECUTE FUNCTION begin_digests_of_row();
--> statement-breakpoint
-- Who belongs to a group already hears next Monday; what opened before today is not news to them.
INSERT INTO digest_turns (person_id, place_id, due_at)
  SELECT DISTINCT m.person_id, m.place_id, next_digest(m.person_id, m.place_id, clock_timestamp()) FROM memberships m
  ON CONFLICT DO NOTHING;
--> statement-breakpoint
INSERT INTO alerted_challenges (challenge_id) SELECT id FROM challenges WHERE opened_at IS NOT NULL ON CONFLICT DO NOTHING;
--> statement-breakpoint
UPDATE outbox SET kind = 'now' WHERE sent_at IS NULL AND dead_at IS NULL
  AND (template LIKE 'identity.%' OR template LIKE 'passkeys.%' OR template LIKE 'supporters.%' OR template LIKE 'audit.%');
--> statement-breakpoint
-- Codes and warnings leave at once. What is owed always leaves, a text in the morning. Of the rest somebody gets what
-- they asked for: at once, collected, or not at all.
CREATE FUNCTION outbox_as_asked() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  who uuid;
  zone text;
  asked text;
  usual_from integer := CASE WHEN NEW.channel = 'sms' THEN 21 ELSE 0 END;
  usual_until integer := CASE WHEN NEW.channel = 'sms' THEN 8 ELSE 0 END;
  chosen hearing_hours%ROWTYPE;
  later timestamptz;
BEGIN
  IF NEW.kind = 'now' THEN
    RETURN NEW;
  END IF;
  IF NEW.channel = 'sms' THEN
    SELECT p.id INTO who FROM people p WHERE p.phone = NEW.recipient AND p.phone_verified_at IS NOT NULL;
  ELSE
    SELECT p.id INTO who FROM people p WHERE p.email = lower(NEW.recipient);
  END IF;
  IF NEW.kind <> 'duty' THEN
    NEW.person_id := who;
    IF who IS NULL AND EXISTS (SELECT FROM letter_stops s
      WHERE s.address_hash = sha256(convert_to(lower(NEW.recipient), 'UTF8')) AND s.kind = NEW.kind
        AND s.organisation_id IS NOT DISTINCT FROM NEW.organisation_id) THEN
      RETURN NULL;
    END IF;
    IF who IS NOT NULL AND NEW.kind IN ('waiting', 'mine', 'new') THEN
      asked := hears(who, NEW.kind);
      IF asked = 'never' THEN
        RETURN NULL;
      END IF;
      IF asked IN ('daily', 'weekly') AND NEW.kind <> 'new' AND NEW.place_id IS NOT NULL THEN
        NEW.digest := asked;
        NEW.available_at := 'infinity';
        PERFORM begin_digests(who, NEW.place_id);
        RETURN NEW;
      END IF;
    END IF;
  END IF;
  SELECT p.time_zone INTO zone FROM places p WHERE p.id = NEW.place_id;
  IF zone IS NULL THEN
    RETURN NEW;
  END IF;
  SELECT y.* INTO chosen FROM hearing_hours y
    WHERE y.person_id = who AND y.channel = NEW.channel;
  later := after_quiet(greatest(NEW.available_at, clock_timestamp()), zone,
    coalesce(chosen.quiet_from, usual_from), coalesce(chosen.quiet_until, usual_until));
  IF later > greatest(NEW.available_at, clock_timestamp()) THEN
    NEW.available_at := later;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER outbox_as_asked BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION outbox_as_asked();
--> statement-breakpoint
-- A challenge is told once by each search, and what was told stays told.
CREATE FUNCTION alert_hits_told_once() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD.told_at IS NOT NULL OR NEW.person_id <> OLD.person_id OR NEW.challenge_id <> OLD.challenge_id
    OR NEW.search_id IS DISTINCT FROM OLD.search_id THEN
    RAISE EXCEPTION 'an alert is told once' USING ERRCODE = 'HW130';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER alert_hits_told_once BEFORE UPDATE ON alert_hits FOR EACH ROW EXECUTE FUNCTION alert_hits_told_once();
--> statement-breakpoint
-- A few searches each: whoever keeps hundreds has every challenge held against all of them.
CREATE FUNCTION saved_searches_few() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('saved_searches:' || NEW.person_id, 0));
  IF (SELECT count(*) FROM saved_searches s WHERE s.person_id = NEW.person_id) >= 20 THEN
    RAISE EXCEPTION 'twenty saved searches are enough' USING ERRCODE = 'HW131';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER saved_searches_few BEFORE INSERT ON saved_searches FOR EACH ROW EXECUTE FUNCTION saved_searches_few();
