CREATE TABLE "consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"about_id" uuid,
	"purpose" text NOT NULL,
	"wording" text NOT NULL,
	"wording_version" text NOT NULL,
	"language" text NOT NULL,
	"how" text DEFAULT 'form' NOT NULL,
	"given_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "consents_say_something" CHECK (length(wording) >= 20 and wording_version <> '')
);
--> statement-breakpoint
CREATE TABLE "email_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"email" text NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "phone" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "phone_verified_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "preferred_channel" text DEFAULT 'email' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "device" text;--> statement-breakpoint
ALTER TABLE "email_changes" ADD CONSTRAINT "email_changes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "consents_once" ON "consents" USING btree ("subject_id","purpose",coalesce("about_id", "subject_id"),"wording_version") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "consents_of_subject" ON "consents" USING btree ("subject_id","id");--> statement-breakpoint
CREATE INDEX "email_changes_of_person" ON "email_changes" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "people_phone_once" ON "people" USING btree ("phone") WHERE phone_verified_at is not null;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_phone_e164" CHECK (phone is null or phone ~ '^[+][1-9][0-9]{7,14}$');--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_erased_are_blank" CHECK (erased_at is null or (email is null and phone is null and display_name in ('a resident', 'een bewoner')));