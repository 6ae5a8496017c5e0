CREATE TABLE "invitation_balances" (
	"challenge_id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"eligible_all" integer,
	"eligible_small" integer,
	"counted_at" timestamp with time zone,
	CONSTRAINT "invitation_balances_counts" CHECK ((eligible_all is null) = (eligible_small is null) and eligible_small between 0 and eligible_all)
);
--> statement-breakpoint
CREATE TABLE "capacity_commitments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"source_kind" text NOT NULL,
	"source_id" uuid NOT NULL,
	"hours_per_month" integer NOT NULL,
	"from_day" text,
	"until_day" text,
	"ends_at" timestamp with time zone,
	"state" text NOT NULL,
	"reserved_at" timestamp with time zone,
	"committed_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"warned_at" timestamp with time zone,
	"broker_told_at" timestamp with time zone,
	CONSTRAINT "capacity_commitments_once" UNIQUE("organisation_id","source_kind","source_id"),
	CONSTRAINT "capacity_commitments_hours" CHECK (hours_per_month between 0 and 2000)
);
--> statement-breakpoint
CREATE TABLE "practice_cards" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"title" text NOT NULL,
	"for_whom" text NOT NULL,
	"evidence" text NOT NULL,
	"may_copy" text NOT NULL,
	"since" text,
	"people_reached" integer,
	"cost_per_person_pence" integer,
	"needs" text DEFAULT '' NOT NULL,
	"story" text DEFAULT '' NOT NULL,
	"contact" text DEFAULT '' NOT NULL,
	"themes" text[] NOT NULL,
	"retired_reason" text,
	"listed_at" timestamp with time zone,
	"retired_at" timestamp with time zone,
	"written_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "practice_cards_tenant" UNIQUE("place_id","id"),
	CONSTRAINT "practice_cards_themes" CHECK (cardinality(themes) between 1 and 8),
	CONSTRAINT "practice_cards_state" CHECK ((state <> 'listed' or listed_at is not null)
        and (state = 'retired') = (retired_at is not null and length(retired_reason) >= 10))
);
--> statement-breakpoint
CREATE TABLE "support_asks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"what" text NOT NULL,
	"until" text NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"written_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"thanks" text,
	CONSTRAINT "support_asks_tenant" UNIQUE("place_id","id")
);
--> statement-breakpoint
CREATE TABLE "support_offers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"what" text NOT NULL,
	"until" text NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"written_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "support_offers_tenant" UNIQUE("place_id","id")
);
--> statement-breakpoint
CREATE TABLE "support_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"ask_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "support_requests_once" UNIQUE("ask_id","offer_id"),
	CONSTRAINT "support_requests_answer" CHECK ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "paused_until" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "paused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "pause_ends_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "invitation_balances" ADD CONSTRAINT "invitation_balances_place_id_challenge_id_challenges_place_id_id_fk" FOREIGN KEY ("place_id","challenge_id") REFERENCES "public"."challenges"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capacity_commitments" ADD CONSTRAINT "capacity_commitments_place_id_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_cards" ADD CONSTRAINT "practice_cards_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_cards" ADD CONSTRAINT "practice_cards_place_id_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_asks" ADD CONSTRAINT "support_asks_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_asks" ADD CONSTRAINT "support_asks_place_id_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_offers" ADD CONSTRAINT "support_offers_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_offers" ADD CONSTRAINT "support_offers_place_id_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_requests" ADD CONSTRAINT "support_requests_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_requests" ADD CONSTRAINT "support_requests_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_requests" ADD CONSTRAINT "support_requests_place_id_ask_id_support_asks_place_id_id_fk" FOREIGN KEY ("place_id","ask_id") REFERENCES "public"."support_asks"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_requests" ADD CONSTRAINT "support_requests_place_id_offer_id_support_offers_place_id_id_fk" FOREIGN KEY ("place_id","offer_id") REFERENCES "public"."support_offers"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "capacity_commitments_due" ON "capacity_commitments" USING btree ("ends_at") WHERE state in ('reserved', 'committed');--> statement-breakpoint
CREATE INDEX "capacity_commitments_to_tell" ON "capacity_commitments" USING btree ("warned_at") WHERE warned_at is not null and broker_told_at is null;--> statement-breakpoint
CREATE INDEX "practice_cards_of_organisation" ON "practice_cards" USING btree ("organisation_id","state");--> statement-breakpoint
CREATE INDEX "practice_cards_here" ON "practice_cards" USING btree ("place_id","state");--> statement-breakpoint
CREATE INDEX "support_asks_here" ON "support_asks" USING btree ("place_id","state","kind");--> statement-breakpoint
CREATE INDEX "support_asks_due" ON "support_asks" USING btree ("ends_at") WHERE state in ('open', 'matched');--> statement-breakpoint
CREATE INDEX "support_offers_here" ON "support_offers" USING btree ("place_id","state","kind");--> statement-breakpoint
CREATE INDEX "support_offers_due" ON "support_offers" USING btree ("ends_at") WHERE state in ('open', 'matched');--> statement-breakpoint
CREATE INDEX "support_requests_of_offer" ON "support_requests" USING btree ("offer_id");--> statement-breakpoint
CREATE INDEX "organisations_pause_due" ON "organisations" USING btree ("pause_ends_at") WHERE state = 'paused';