CREATE TABLE "broker_actions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"case_id" uuid,
	"challenge_id" uuid,
	"organisation_id" uuid,
	"register_entry_id" uuid,
	"broker_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"who_asked" text DEFAULT '' NOT NULL,
	"consent_reference" text DEFAULT '' NOT NULL,
	"minutes" integer DEFAULT 0 NOT NULL,
	"outcome" text DEFAULT '' NOT NULL,
	"happened_on" text,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "broker_actions_minutes" CHECK (minutes between 0 and 600)
);
--> statement-breakpoint
CREATE TABLE "broker_case_moves" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"from_stage" text,
	"to_stage" text NOT NULL,
	"moved_by" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "broker_cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"title" text NOT NULL,
	"subject_kind" text NOT NULL,
	"challenge_id" uuid,
	"organisation_id" uuid,
	"other_organisation_id" uuid,
	"register_entry_id" uuid,
	"group_id" uuid,
	"stage" text DEFAULT 'scoping' NOT NULL,
	"next_action" text DEFAULT '' NOT NULL,
	"due_on" text,
	"neutrality_note" text DEFAULT '' NOT NULL,
	"broker_kind" text DEFAULT 'internal' NOT NULL,
	"broker_id" uuid NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"outcome" text DEFAULT '' NOT NULL,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "broker_cases_tenant" UNIQUE("place_id","id"),
	CONSTRAINT "broker_cases_subject" CHECK (case subject_kind
        when 'challenge' then challenge_id is not null and num_nonnulls(organisation_id, other_organisation_id, register_entry_id, group_id) = 0
        when 'organisation' then organisation_id is not null and num_nonnulls(other_organisation_id, register_entry_id, group_id) = 0
        when 'register' then register_entry_id is not null and num_nonnulls(organisation_id, other_organisation_id, group_id) = 0
        when 'pair' then organisation_id is not null and other_organisation_id is not null
          and organisation_id <> other_organisation_id and num_nonnulls(register_entry_id, group_id) = 0
        when 'group' then group_id is not null and num_nonnulls(organisation_id, other_organisation_id, register_entry_id) = 0
        else false end),
	CONSTRAINT "broker_cases_closed" CHECK ((state = 'closed') = (closed_at is not null and outcome <> ''))
);
--> statement-breakpoint
CREATE TABLE "broker_conflicts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"challenge_id" uuid NOT NULL,
	"broker_id" uuid NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"declared_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "broker_conflicts_once" UNIQUE("challenge_id","broker_id")
);
--> statement-breakpoint
CREATE TABLE "claim_slips" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"printed_by" uuid NOT NULL,
	"printed_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"replaced_at" timestamp with time zone,
	"used_at" timestamp with time zone,
	"used_by" uuid,
	CONSTRAINT "claim_slips_code" UNIQUE("code_hash"),
	CONSTRAINT "claim_slips_used" CHECK ((used_at is null) = (used_by is null))
);
--> statement-breakpoint
CREATE TABLE "claim_tries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "typed_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"challenge_id" uuid,
	"what" text NOT NULL,
	"typed_by" uuid NOT NULL,
	"who_asked" text NOT NULL,
	"told" text NOT NULL,
	"read_back_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "typed_entries_asked" CHECK (who_asked <> ''),
	CONSTRAINT "typed_entries_interest" CHECK ((what = 'interest') = (challenge_id is not null))
);
--> statement-breakpoint
ALTER TABLE "broker_actions" ADD CONSTRAINT "broker_actions_register_entry_id_register_entries_id_fk" FOREIGN KEY ("register_entry_id") REFERENCES "public"."register_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broker_actions" ADD CONSTRAINT "broker_actions_broker_id_people_id_fk" FOREIGN KEY ("broker_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broker_actions" ADD CONSTRAINT "broker_actions_place_id_case_id_broker_cases_place_id_id_fk" FOREIGN KEY ("place_id","case_id") REFERENCES "public"."broker_cases"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broker_actions" ADD CONSTRAINT "broker_actions_place_id_challenge_id_challenges_place_id_id_fk" FOREIGN KEY ("place_id","challenge_id") REFERENCES "public"."challenges"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broker_actions" ADD CONSTRAINT "broker_actions_place_id_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broker_case_moves" ADD CONSTRAINT "broker_case_moves_moved_by_people_id_fk" FOREIGN KEY ("moved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broker_case_moves" ADD CONSTRAINT "broker_case_moves_place_id_case_id_broker_cases_place_id_id_fk" FOREIGN KEY ("place_id","case_id") REFERENCES "public"."broker_cases"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broker_cases" ADD CONSTRAINT "broker_cases_register_entry_id_register_entries_id_fk" FOREIGN KEY ("register_entry_id") REFERENCES "public"."register_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broker_cases" ADD CONSTRAINT "broker_cases_broker_id_people_id_fk" FOREIGN KEY ("broker_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broker_cases" ADD CONSTRAINT "broker_cases_place_id_challenge_id_challenges_place_id_id_fk" FOREIGN KEY ("place_id","challenge_id") REFERENCES "public"."challenges"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broker_cases" ADD CONSTRAINT "broker_cases_place_id_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broker_cases" ADD CONSTRAINT "broker_cases_place_id_other_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","other_organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broker_cases" ADD CONSTRAINT "broker_cases_place_id_group_id_groups_place_id_id_fk" FOREIGN KEY ("place_id","group_id") REFERENCES "public"."groups"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broker_conflicts" ADD CONSTRAINT "broker_conflicts_broker_id_people_id_fk" FOREIGN KEY ("broker_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broker_conflicts" ADD CONSTRAINT "broker_conflicts_place_id_challenge_id_challenges_place_id_id_fk" FOREIGN KEY ("place_id","challenge_id") REFERENCES "public"."challenges"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_slips" ADD CONSTRAINT "claim_slips_printed_by_people_id_fk" FOREIGN KEY ("printed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_slips" ADD CONSTRAINT "claim_slips_used_by_people_id_fk" FOREIGN KEY ("used_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_slips" ADD CONSTRAINT "claim_slips_place_id_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_tries" ADD CONSTRAINT "claim_tries_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "typed_entries" ADD CONSTRAINT "typed_entries_typed_by_people_id_fk" FOREIGN KEY ("typed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "typed_entries" ADD CONSTRAINT "typed_entries_place_id_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "typed_entries" ADD CONSTRAINT "typed_entries_place_id_challenge_id_challenges_place_id_id_fk" FOREIGN KEY ("place_id","challenge_id") REFERENCES "public"."challenges"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "broker_actions_of_case" ON "broker_actions" USING btree ("case_id","at");--> statement-breakpoint
CREATE INDEX "broker_actions_of_broker" ON "broker_actions" USING btree ("place_id","broker_id","at");--> statement-breakpoint
CREATE INDEX "broker_actions_of_challenge" ON "broker_actions" USING btree ("challenge_id");--> statement-breakpoint
CREATE INDEX "broker_case_moves_of_case" ON "broker_case_moves" USING btree ("case_id","at");--> statement-breakpoint
CREATE INDEX "broker_cases_queue" ON "broker_cases" USING btree ("place_id","state","due_on");--> statement-breakpoint
CREATE INDEX "broker_cases_of_challenge" ON "broker_cases" USING btree ("challenge_id");--> statement-breakpoint
CREATE INDEX "claim_slips_of_organisation" ON "claim_slips" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "claim_tries_of_person" ON "claim_tries" USING btree ("person_id","at");--> statement-breakpoint
CREATE INDEX "typed_entries_of_organisation" ON "typed_entries" USING btree ("organisation_id");