CREATE TABLE "challenge_co_authors" (
	"place_id" uuid NOT NULL,
	"challenge_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"told_state" text DEFAULT 'draft' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "challenge_co_authors_challenge_id_proposal_id_pk" PRIMARY KEY("challenge_id","proposal_id")
);
--> statement-breakpoint
CREATE TABLE "co_author_comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"challenge_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"text" text NOT NULL,
	"wording" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	"answer" text,
	"taken" boolean,
	CONSTRAINT "co_author_comments_in_order" UNIQUE("challenge_id","number"),
	CONSTRAINT "co_author_comments_answered" CHECK ((answered_at is null) = (answered_by is null) and (answered_at is null) = (answer is null)
        and (answered_at is null) = (taken is null))
);
--> statement-breakpoint
CREATE TABLE "proposal_settings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"support_needed" integer NOT NULL,
	"source" text NOT NULL,
	"set_by" uuid NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "proposal_settings_once" UNIQUE("place_id","number"),
	CONSTRAINT "proposal_settings_fair" CHECK (support_needed between 2 and 500 and char_length(btrim(source)) >= 10)
);
--> statement-breakpoint
CREATE TABLE "proposal_sheets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"people" integer NOT NULL,
	"held_by" text NOT NULL,
	"typed_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "proposal_sheets_people" CHECK (people between 1 and 500)
);
--> statement-breakpoint
CREATE TABLE "proposal_sponsors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid,
	"because" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "proposal_supports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"first_name" text NOT NULL,
	"contact_by" text NOT NULL,
	"contact" text NOT NULL,
	"contact_hash" "bytea" NOT NULL,
	"language" text NOT NULL,
	"wording" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"letters" integer DEFAULT 1 NOT NULL,
	"typed_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "proposal_supports_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "proposal_versions" (
	"place_id" uuid NOT NULL,
	"proposal_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"question" text NOT NULL,
	"story" text NOT NULL,
	"where_abouts" text NOT NULL,
	"affected" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "proposal_versions_proposal_id_number_pk" PRIMARY KEY("proposal_id","number")
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"state" text DEFAULT 'to-read' NOT NULL,
	"language" text NOT NULL,
	"question" text NOT NULL,
	"story" text NOT NULL,
	"area_id" uuid,
	"where_abouts" text DEFAULT '' NOT NULL,
	"affected" text NOT NULL,
	"first_name" text NOT NULL,
	"contact_by" text NOT NULL,
	"contact" text NOT NULL,
	"contact_hash" "bytea" NOT NULL,
	"shown_as" text NOT NULL,
	"wording" text NOT NULL,
	"manage_hash" "bytea" NOT NULL,
	"person_id" uuid,
	"typed_by" uuid,
	"read_by" timestamp with time zone NOT NULL,
	"reader_id" uuid,
	"read_at" timestamp with time zone,
	"return_reason" text,
	"return_note" text,
	"published_at" timestamp with time zone,
	"gather_until" timestamp with time zone,
	"backed_at" timestamp with time zone,
	"answer_by" timestamp with time zone,
	"reminded_soon_at" timestamp with time zone,
	"reminded_late_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	"answered_for" uuid,
	"reasons" text,
	"next_step" text,
	"challenge_id" uuid,
	"joined_into" uuid,
	"erased_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "proposals_manage_hash_unique" UNIQUE("manage_hash"),
	CONSTRAINT "proposals_tenant" UNIQUE("place_id","id"),
	CONSTRAINT "proposals_question" CHECK (char_length(question) between 1 and 160),
	CONSTRAINT "proposals_read_first" CHECK (state in ('to-read', 'returned', 'taken-back') or (read_at is not null and published_at is not null)),
	CONSTRAINT "proposals_returned_say_why" CHECK (state <> 'returned' or (return_reason is not null and char_length(btrim(return_note)) >= 20)),
	CONSTRAINT "proposals_answered" CHECK ((state in ('adopted', 'no', 'not-now')) = (answered_at is not null)
        and (answered_at is null) = (answered_by is null) and (answered_at is null) = (answered_for is null)
        and (state = 'adopted') = (challenge_id is not null)
        and (state in ('no', 'not-now')) = (reasons is not null) and (reasons is null) = (next_step is null)),
	CONSTRAINT "proposals_backed" CHECK ((backed_at is null) = (answer_by is null)),
	CONSTRAINT "proposals_joined" CHECK ((state = 'joined') = (joined_into is not null)),
	CONSTRAINT "proposals_erased_are_blank" CHECK (erased_at is null or (first_name = '' and contact = '' and person_id is null))
);
--> statement-breakpoint
ALTER TABLE "challenge_co_authors" ADD CONSTRAINT "challenge_co_authors_place_id_challenge_id_challenges_place_id_id_fk" FOREIGN KEY ("place_id","challenge_id") REFERENCES "public"."challenges"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge_co_authors" ADD CONSTRAINT "challenge_co_authors_place_id_proposal_id_proposals_place_id_id_fk" FOREIGN KEY ("place_id","proposal_id") REFERENCES "public"."proposals"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "co_author_comments" ADD CONSTRAINT "co_author_comments_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "co_author_comments" ADD CONSTRAINT "co_author_comments_challenge_id_proposal_id_challenge_co_authors_challenge_id_proposal_id_fk" FOREIGN KEY ("challenge_id","proposal_id") REFERENCES "public"."challenge_co_authors"("challenge_id","proposal_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_settings" ADD CONSTRAINT "proposal_settings_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_settings" ADD CONSTRAINT "proposal_settings_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_sheets" ADD CONSTRAINT "proposal_sheets_typed_by_people_id_fk" FOREIGN KEY ("typed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_sheets" ADD CONSTRAINT "proposal_sheets_place_id_proposal_id_proposals_place_id_id_fk" FOREIGN KEY ("place_id","proposal_id") REFERENCES "public"."proposals"("place_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_sponsors" ADD CONSTRAINT "proposal_sponsors_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_sponsors" ADD CONSTRAINT "proposal_sponsors_place_id_proposal_id_proposals_place_id_id_fk" FOREIGN KEY ("place_id","proposal_id") REFERENCES "public"."proposals"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_sponsors" ADD CONSTRAINT "proposal_sponsors_place_id_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_supports" ADD CONSTRAINT "proposal_supports_typed_by_people_id_fk" FOREIGN KEY ("typed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_supports" ADD CONSTRAINT "proposal_supports_place_id_proposal_id_proposals_place_id_id_fk" FOREIGN KEY ("place_id","proposal_id") REFERENCES "public"."proposals"("place_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposal_versions" ADD CONSTRAINT "proposal_versions_place_id_proposal_id_proposals_place_id_id_fk" FOREIGN KEY ("place_id","proposal_id") REFERENCES "public"."proposals"("place_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_typed_by_people_id_fk" FOREIGN KEY ("typed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_reader_id_people_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_joined_into_proposals_id_fk" FOREIGN KEY ("joined_into") REFERENCES "public"."proposals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_place_id_area_id_place_areas_place_id_id_fk" FOREIGN KEY ("place_id","area_id") REFERENCES "public"."place_areas"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_place_id_answered_for_organisations_place_id_id_fk" FOREIGN KEY ("place_id","answered_for") REFERENCES "public"."organisations"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_place_id_challenge_id_challenges_place_id_id_fk" FOREIGN KEY ("place_id","challenge_id") REFERENCES "public"."challenges"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "challenge_co_authors_of_proposal" ON "challenge_co_authors" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "proposal_sheets_of" ON "proposal_sheets" USING btree ("proposal_id");--> statement-breakpoint
CREATE UNIQUE INDEX "proposal_sponsors_once" ON "proposal_sponsors" USING btree ("proposal_id","person_id") WHERE organisation_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX "proposal_sponsors_body_once" ON "proposal_sponsors" USING btree ("proposal_id","organisation_id") WHERE organisation_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "proposal_supports_once" ON "proposal_supports" USING btree ("proposal_id","contact_hash");--> statement-breakpoint
CREATE INDEX "proposal_supports_waiting" ON "proposal_supports" USING btree ("created_at") WHERE confirmed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "proposals_reference" ON "proposals" USING btree ("place_id","reference");--> statement-breakpoint
CREATE INDEX "proposals_of_place" ON "proposals" USING btree ("place_id","state","id");--> statement-breakpoint
CREATE INDEX "proposals_answer_due" ON "proposals" USING btree ("answer_by") WHERE state = 'answering';--> statement-breakpoint
CREATE INDEX "proposals_joined_to" ON "proposals" USING btree ("joined_into") WHERE joined_into is not null;--> statement-breakpoint
CREATE INDEX "proposals_of_challenge" ON "proposals" USING btree ("challenge_id") WHERE challenge_id is not null;--> statement-breakpoint
CREATE INDEX "proposals_near" ON "proposals" USING gin (fold(lower("question")) gin_trgm_ops);