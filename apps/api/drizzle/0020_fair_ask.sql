CREATE TABLE "amendments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"challenge_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"changes" jsonb NOT NULL,
	"columns" text[] NOT NULL,
	"reason" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"txid" text DEFAULT pg_current_xact_id()::text NOT NULL,
	CONSTRAINT "amendments_one_a_change" UNIQUE("challenge_id","txid")
);
--> statement-breakpoint
CREATE TABLE "place_holidays" (
	"place_id" uuid NOT NULL,
	"day" text NOT NULL,
	"name" text NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "place_holidays_place_id_day_pk" PRIMARY KEY("place_id","day")
);
--> statement-breakpoint
ALTER TABLE "challenges" DROP CONSTRAINT "challenges_open_is_whole";--> statement-breakpoint
ALTER TABLE "challenges" ADD COLUMN "outcome_by" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "challenges" ADD COLUMN "organisation_benefit" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "challenges" ADD COLUMN "prevention" text;--> statement-breakpoint
ALTER TABLE "challenges" ADD COLUMN "innovation" text;--> statement-breakpoint
ALTER TABLE "challenges" ADD COLUMN "invent_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "challenges" ADD COLUMN "looked_where" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "challenges" ADD COLUMN "eligibility" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "challenges" ADD COLUMN "panel_members" integer DEFAULT 3 NOT NULL;--> statement-breakpoint
ALTER TABLE "challenges" ADD COLUMN "scoring_minutes" integer DEFAULT 4 NOT NULL;--> statement-breakpoint
ALTER TABLE "challenges" ADD COLUMN "ask_cost_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "challenges" ADD COLUMN "finding_answers" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "challenges" ADD COLUMN "checked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "challenges" ADD COLUMN "read_from" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "challenges" ADD COLUMN "read_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "challenges" ADD COLUMN "shortened_reason" text;--> statement-breakpoint
ALTER TABLE "challenges" ADD COLUMN "shortened_by" uuid;--> statement-breakpoint
ALTER TABLE "challenges" ADD COLUMN "questions_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "challenges" ADD COLUMN "paused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "challenges" ADD COLUMN "paused_reason" text;--> statement-breakpoint
ALTER TABLE "challenges" ADD COLUMN "paused_until" text;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "weekend" integer[] DEFAULT '{6,7}' NOT NULL;--> statement-breakpoint
ALTER TABLE "amendments" ADD CONSTRAINT "amendments_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendments" ADD CONSTRAINT "amendments_place_id_challenge_id_challenges_place_id_id_fk" FOREIGN KEY ("place_id","challenge_id") REFERENCES "public"."challenges"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_holidays" ADD CONSTRAINT "place_holidays_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "amendments_of_challenge" ON "amendments" USING btree ("challenge_id","made_at");--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_shortened_by_people_id_fk" FOREIGN KEY ("shortened_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_open_is_whole" CHECK (state in ('draft', 'read-through', 'withdrawn') or (slug is not null and opened_at is not null and closes_at is not null));