CREATE TABLE "interest_drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"challenge_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"content" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"seconds" integer DEFAULT 0 NOT NULL,
	"updated_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "interest_drafts_one_each" UNIQUE("challenge_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "interest_voice_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"challenge_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"question" text NOT NULL,
	"media_type" text NOT NULL,
	"seconds" integer NOT NULL,
	"bytes" integer NOT NULL,
	"recorded_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "voice_notes_one_each" UNIQUE("challenge_id","organisation_id","question"),
	CONSTRAINT "voice_notes_short" CHECK (seconds between 1 and 60),
	CONSTRAINT "voice_notes_small" CHECK (bytes between 1 and 1048576)
);
--> statement-breakpoint
ALTER TABLE "capacity_profiles" ADD COLUMN "nudge_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "capacity_profiles" ADD COLUMN "nudges" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "parent_name" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "parent_income_band" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "own_accounts_and_board" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "interest_drafts" ADD CONSTRAINT "interest_drafts_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest_drafts" ADD CONSTRAINT "interest_drafts_place_id_challenge_id_challenges_place_id_id_fk" FOREIGN KEY ("place_id","challenge_id") REFERENCES "public"."challenges"("place_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest_drafts" ADD CONSTRAINT "interest_drafts_place_id_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest_voice_notes" ADD CONSTRAINT "interest_voice_notes_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest_voice_notes" ADD CONSTRAINT "interest_voice_notes_place_id_challenge_id_challenges_place_id_id_fk" FOREIGN KEY ("place_id","challenge_id") REFERENCES "public"."challenges"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest_voice_notes" ADD CONSTRAINT "interest_voice_notes_place_id_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "interest_drafts_idle" ON "interest_drafts" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "capacity_nudge_due" ON "capacity_profiles" USING btree ("nudge_due_at");--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_branch_band" CHECK (parent_name is null or own_accounts_and_board or (parent_income_band is not null and income_band = parent_income_band));