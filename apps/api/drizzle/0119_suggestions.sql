CREATE TABLE "group_reports" (
	"group_id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"starts_at" timestamp with time zone,
	"venue" text DEFAULT '' NOT NULL,
	"held_at" timestamp with time zone,
	"ladder_asked_at" timestamp with time zone,
	"marked_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"influence_public_at" timestamp with time zone,
	"due_told_at" timestamp with time zone,
	"late_told_at" timestamp with time zone,
	CONSTRAINT "group_reports_held" CHECK (held_at is null or held_at >= starts_at),
	CONSTRAINT "group_reports_marked" CHECK (marked_at is null or held_at is not null),
	CONSTRAINT "group_reports_ladder" CHECK (ladder_asked_at is null or held_at is not null),
	CONSTRAINT "group_reports_closed" CHECK (closed_at is null or (marked_at is not null and ladder_asked_at is not null))
);
--> statement-breakpoint
CREATE TABLE "homework_marks" (
	"place_id" uuid NOT NULL,
	"suggestion_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"mark" text NOT NULL,
	"entered_by" uuid,
	"marked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "homework_marks_suggestion_id_member_id_pk" PRIMARY KEY("suggestion_id","member_id"),
	CONSTRAINT "homework_marks_mark" CHECK (mark in ('satisfied', 'not', 'unsure'))
);
--> statement-breakpoint
CREATE TABLE "ladder_ratings" (
	"place_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"rung" text NOT NULL,
	"entered_by" uuid,
	"rated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ladder_ratings_group_id_member_id_pk" PRIMARY KEY("group_id","member_id"),
	CONSTRAINT "ladder_ratings_rung" CHECK (rung in ('coercion', 'educating', 'informing', 'consultation', 'engagement', 'co-design', 'co-production'))
);
--> statement-breakpoint
CREATE TABLE "suggestion_moves" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"place_id" uuid NOT NULL,
	"suggestion_id" uuid NOT NULL,
	"from_state" text NOT NULL,
	"to_state" text NOT NULL,
	"words" text NOT NULL,
	"named" text NOT NULL,
	"done_on" date,
	"moved_by" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "suggestions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"number" integer DEFAULT 0 NOT NULL,
	"member_id" uuid,
	"bloc" text NOT NULL,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"named_as" text DEFAULT 'nobody' NOT NULL,
	"via" text NOT NULL,
	"session_id" uuid,
	"entered_by" uuid,
	"state" text DEFAULT 'said' NOT NULL,
	"said_at" timestamp with time zone DEFAULT now() NOT NULL,
	"acknowledge_by" timestamp with time zone NOT NULL,
	"acknowledged_at" timestamp with time zone,
	"decided_on" date,
	"answer_by" timestamp with time zone,
	"words" text DEFAULT '' NOT NULL,
	"named" text DEFAULT '' NOT NULL,
	"done_on" date,
	"done_by" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"moved_by" uuid,
	"soon_told_at" timestamp with time zone,
	"late_told_at" timestamp with time zone,
	CONSTRAINT "suggestions_tenant" UNIQUE("place_id","id"),
	CONSTRAINT "suggestions_number" UNIQUE("group_id","number"),
	CONSTRAINT "suggestions_words" CHECK (text <> ''),
	CONSTRAINT "suggestions_source" CHECK ((via = 'notes') = (session_id is not null) and (via = 'notes' or member_id is not null)),
	CONSTRAINT "suggestions_state" CHECK (state in ('said', 'acknowledged', 'doing', 'done', 'partly', 'not-doing')),
	CONSTRAINT "suggestions_clock" CHECK (state = 'said' or (acknowledged_at is not null and decided_on is not null and answer_by is not null)),
	CONSTRAINT "suggestions_reason" CHECK (state not in ('partly', 'not-doing') or (length(btrim(words)) >= 20 and length(btrim(named)) >= 2)),
	CONSTRAINT "suggestions_doing" CHECK (state <> 'doing' or (length(btrim(named)) >= 2 and done_on is not null and done_by is not null)),
	CONSTRAINT "suggestions_done" CHECK (state <> 'done' or length(btrim(words)) >= 10),
	CONSTRAINT "suggestions_closed" CHECK (state not in ('done', 'partly', 'not-doing') or closed_at is not null)
);
--> statement-breakpoint
ALTER TABLE "group_reports" ADD CONSTRAINT "group_reports_place_id_group_id_groups_place_id_id_fk" FOREIGN KEY ("place_id","group_id") REFERENCES "public"."groups"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "homework_marks" ADD CONSTRAINT "homework_marks_entered_by_people_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "homework_marks" ADD CONSTRAINT "homework_marks_place_id_suggestion_id_suggestions_place_id_id_fk" FOREIGN KEY ("place_id","suggestion_id") REFERENCES "public"."suggestions"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "homework_marks" ADD CONSTRAINT "homework_marks_place_id_member_id_group_members_place_id_id_fk" FOREIGN KEY ("place_id","member_id") REFERENCES "public"."group_members"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ladder_ratings" ADD CONSTRAINT "ladder_ratings_entered_by_people_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ladder_ratings" ADD CONSTRAINT "ladder_ratings_place_id_group_id_groups_place_id_id_fk" FOREIGN KEY ("place_id","group_id") REFERENCES "public"."groups"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ladder_ratings" ADD CONSTRAINT "ladder_ratings_place_id_member_id_group_members_place_id_id_fk" FOREIGN KEY ("place_id","member_id") REFERENCES "public"."group_members"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_moves" ADD CONSTRAINT "suggestion_moves_moved_by_people_id_fk" FOREIGN KEY ("moved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_moves" ADD CONSTRAINT "suggestion_moves_place_id_suggestion_id_suggestions_place_id_id_fk" FOREIGN KEY ("place_id","suggestion_id") REFERENCES "public"."suggestions"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_entered_by_people_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_moved_by_people_id_fk" FOREIGN KEY ("moved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_place_id_group_id_groups_place_id_id_fk" FOREIGN KEY ("place_id","group_id") REFERENCES "public"."groups"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_place_id_member_id_group_members_place_id_id_fk" FOREIGN KEY ("place_id","member_id") REFERENCES "public"."group_members"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_place_id_session_id_group_sessions_place_id_id_fk" FOREIGN KEY ("place_id","session_id") REFERENCES "public"."group_sessions"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "homework_marks_of_member" ON "homework_marks" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "ladder_ratings_of_member" ON "ladder_ratings" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "suggestion_moves_of" ON "suggestion_moves" USING btree ("suggestion_id","at");--> statement-breakpoint
CREATE INDEX "suggestions_open" ON "suggestions" USING btree ("state","acknowledge_by");--> statement-breakpoint
CREATE INDEX "suggestions_of_member" ON "suggestions" USING btree ("member_id");