CREATE TABLE "charter_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"charter_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"typed" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "charter_answers_once" UNIQUE("charter_id","member_id"),
	CONSTRAINT "charter_answers_answer" CHECK (answer in ('agree', 'not-yet')),
	CONSTRAINT "charter_answers_words" CHECK (answer = 'agree' or words <> '')
);
--> statement-breakpoint
CREATE TABLE "charters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"state" text DEFAULT 'drafting' NOT NULL,
	"text" jsonb NOT NULL,
	"written_by" uuid NOT NULL,
	"asked_at" timestamp with time zone,
	"agreed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "charters_tenant" UNIQUE("place_id","id"),
	CONSTRAINT "charters_version" UNIQUE("group_id","version"),
	CONSTRAINT "charters_state" CHECK (state in ('drafting', 'asked', 'agreed', 'replaced')),
	CONSTRAINT "charters_dates" CHECK ((state = 'drafting') = (asked_at is null) and (state in ('agreed', 'replaced')) = (agreed_at is not null))
);
--> statement-breakpoint
ALTER TABLE "charter_answers" ADD CONSTRAINT "charter_answers_place_id_charter_id_charters_place_id_id_fk" FOREIGN KEY ("place_id","charter_id") REFERENCES "public"."charters"("place_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charter_answers" ADD CONSTRAINT "charter_answers_place_id_member_id_group_members_place_id_id_fk" FOREIGN KEY ("place_id","member_id") REFERENCES "public"."group_members"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charters" ADD CONSTRAINT "charters_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charters" ADD CONSTRAINT "charters_place_id_group_id_groups_place_id_id_fk" FOREIGN KEY ("place_id","group_id") REFERENCES "public"."groups"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "charters_one_open" ON "charters" USING btree ("group_id") WHERE state in ('drafting', 'asked');--> statement-breakpoint
CREATE UNIQUE INDEX "charters_one_agreed" ON "charters" USING btree ("group_id") WHERE state = 'agreed';