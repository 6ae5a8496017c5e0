CREATE TABLE "decision_ballots" (
	"place_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"typed_by" uuid,
	"said_by" text,
	CONSTRAINT "decision_ballots_version_id_member_id_pk" PRIMARY KEY("version_id","member_id"),
	CONSTRAINT "decision_ballots_answer" CHECK (answer in ('yes', 'no', 'aside')),
	CONSTRAINT "decision_ballots_typed" CHECK ((typed_by is null) = (said_by is null))
);
--> statement-breakpoint
CREATE TABLE "decision_counts" (
	"place_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"bloc" text NOT NULL,
	"members" integer NOT NULL,
	"yes" integer NOT NULL,
	"no" integer NOT NULL,
	"aside" integer NOT NULL,
	CONSTRAINT "decision_counts_version_id_bloc_pk" PRIMARY KEY("version_id","bloc"),
	CONSTRAINT "decision_counts_fit" CHECK (yes >= 0 and no >= 0 and aside >= 0 and yes + no + aside <= members)
);
--> statement-breakpoint
CREATE TABLE "decision_hold_calls" (
	"place_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "decision_hold_calls_version_id_member_id_pk" PRIMARY KEY("version_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "decision_objections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"taken_back_at" timestamp with time zone,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "decision_objections_kind" CHECK (kind in ('harm', 'missing-person', 'broken-promise')),
	CONSTRAINT "decision_objections_answered" CHECK ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null))
);
--> statement-breakpoint
CREATE TABLE "decision_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"why" text NOT NULL,
	"text" text NOT NULL,
	"reason" text NOT NULL,
	"options" text NOT NULL,
	"affects" text NOT NULL,
	"review_on" date,
	"opened_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"result" text,
	"held_at" timestamp with time zone,
	"held_until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "decision_versions_tenant" UNIQUE("place_id","id"),
	CONSTRAINT "decision_versions_number" UNIQUE("decision_id","number"),
	CONSTRAINT "decision_versions_open" CHECK ((opened_at is null) = (closes_at is null) and (opened_at is null or review_on is not null)
        and (closed_at is null) = (result is null) and (held_at is null) = (held_until is null))
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"origin" text NOT NULL,
	"state" text DEFAULT 'raised' NOT NULL,
	"body_decides" boolean DEFAULT false NOT NULL,
	"answer_by" timestamp with time zone,
	"reminded_due_at" timestamp with time zone,
	"reminded_late_at" timestamp with time zone,
	"answer" text,
	"answer_reasons" text DEFAULT '' NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"review_note" text DEFAULT '' NOT NULL,
	"review_reminded_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "decisions_tenant" UNIQUE("place_id","id"),
	CONSTRAINT "decisions_number" UNIQUE("group_id","number"),
	CONSTRAINT "decisions_answered" CHECK ((answered_at is null) = (answer is null) and (answered_at is null) = (answered_by is null)
        and (answered_at is null or body_decides)),
	CONSTRAINT "decisions_decided" CHECK ((state in ('decided', 'kept', 'revised')) = (decided_at is not null))
);
--> statement-breakpoint
ALTER TABLE "decision_ballots" ADD CONSTRAINT "decision_ballots_typed_by_people_id_fk" FOREIGN KEY ("typed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_ballots" ADD CONSTRAINT "decision_ballots_place_id_version_id_decision_versions_place_id_id_fk" FOREIGN KEY ("place_id","version_id") REFERENCES "public"."decision_versions"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_ballots" ADD CONSTRAINT "decision_ballots_place_id_member_id_group_members_place_id_id_fk" FOREIGN KEY ("place_id","member_id") REFERENCES "public"."group_members"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_counts" ADD CONSTRAINT "decision_counts_place_id_version_id_decision_versions_place_id_id_fk" FOREIGN KEY ("place_id","version_id") REFERENCES "public"."decision_versions"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_hold_calls" ADD CONSTRAINT "decision_hold_calls_place_id_version_id_decision_versions_place_id_id_fk" FOREIGN KEY ("place_id","version_id") REFERENCES "public"."decision_versions"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_hold_calls" ADD CONSTRAINT "decision_hold_calls_place_id_member_id_group_members_place_id_id_fk" FOREIGN KEY ("place_id","member_id") REFERENCES "public"."group_members"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_objections" ADD CONSTRAINT "decision_objections_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_objections" ADD CONSTRAINT "decision_objections_place_id_version_id_decision_versions_place_id_id_fk" FOREIGN KEY ("place_id","version_id") REFERENCES "public"."decision_versions"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_objections" ADD CONSTRAINT "decision_objections_place_id_member_id_group_members_place_id_id_fk" FOREIGN KEY ("place_id","member_id") REFERENCES "public"."group_members"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_versions" ADD CONSTRAINT "decision_versions_place_id_decision_id_decisions_place_id_id_fk" FOREIGN KEY ("place_id","decision_id") REFERENCES "public"."decisions"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_place_id_group_id_groups_place_id_id_fk" FOREIGN KEY ("place_id","group_id") REFERENCES "public"."groups"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "decision_ballots_of_member" ON "decision_ballots" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "decision_objections_once" ON "decision_objections" USING btree ("version_id","member_id") WHERE taken_back_at is null;--> statement-breakpoint
CREATE INDEX "decision_versions_due" ON "decision_versions" USING btree ("closes_at") WHERE opened_at is not null and closed_at is null;--> statement-breakpoint
CREATE INDEX "decisions_to_answer" ON "decisions" USING btree ("answer_by") WHERE answered_at is null and answer_by is not null;--> statement-breakpoint
CREATE INDEX "decisions_open" ON "decisions" USING btree ("state") WHERE state in ('open', 'held', 'decided');