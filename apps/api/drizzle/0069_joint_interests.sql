CREATE TABLE "joint_interest_members" (
	"place_id" uuid NOT NULL,
	"joint_interest_id" uuid NOT NULL,
	"challenge_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"state" text DEFAULT 'invited' NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	"part" text DEFAULT '' NOT NULL,
	"role" text DEFAULT '' NOT NULL,
	"hours_per_month" integer DEFAULT 0 NOT NULL,
	"pence" integer DEFAULT 0 NOT NULL,
	"name_only" text,
	"name_only_by" uuid,
	"conflict" boolean DEFAULT false NOT NULL,
	"conflict_note" text DEFAULT '' NOT NULL,
	"agreed_version" integer,
	"agreed_by" uuid,
	"agreed_at" timestamp with time zone,
	"invited_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answered_at" timestamp with time zone,
	CONSTRAINT "joint_interest_members_joint_interest_id_organisation_id_pk" PRIMARY KEY("joint_interest_id","organisation_id"),
	CONSTRAINT "joint_interest_members_share" CHECK (hours_per_month between 0 and 300 and pence >= 0),
	CONSTRAINT "joint_interest_members_name_only" CHECK ((name_only is null) = (name_only_by is null) and (name_only is null or length(btrim(name_only)) >= 20)),
	CONSTRAINT "joint_interest_members_agreed" CHECK ((agreed_version is null) = (agreed_at is null) and (agreed_version is null or state = 'joined'))
);
--> statement-breakpoint
CREATE TABLE "joint_interests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"challenge_id" uuid NOT NULL,
	"state" text DEFAULT 'forming' NOT NULL,
	"convenor_id" uuid,
	"purpose" text DEFAULT '' NOT NULL,
	"from_when" text,
	"need" text[] DEFAULT '{}' NOT NULL,
	"need_note" text DEFAULT '' NOT NULL,
	"rules" text DEFAULT '' NOT NULL,
	"terms_version" integer DEFAULT 1 NOT NULL,
	"interest_id" uuid,
	"sent_terms_version" integer,
	"seeded_by" uuid,
	"remind_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "joint_interests_tenant" UNIQUE("place_id","id"),
	CONSTRAINT "joint_interests_challenge" UNIQUE("id","challenge_id"),
	CONSTRAINT "joint_interests_sent" CHECK ((state = 'submitted') <= (interest_id is not null))
);
--> statement-breakpoint
ALTER TABLE "interests" ADD COLUMN "joint_interest_id" uuid;--> statement-breakpoint
ALTER TABLE "interests" ADD COLUMN "joint_band" text;--> statement-breakpoint
ALTER TABLE "interests" ADD COLUMN "joint_parts" jsonb;--> statement-breakpoint
ALTER TABLE "interests" ADD COLUMN "parties" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "joint_interest_members" ADD CONSTRAINT "joint_interest_members_name_only_by_people_id_fk" FOREIGN KEY ("name_only_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joint_interest_members" ADD CONSTRAINT "joint_interest_members_agreed_by_people_id_fk" FOREIGN KEY ("agreed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joint_interest_members" ADD CONSTRAINT "joint_interest_members_place_id_joint_interest_id_joint_interests_place_id_id_fk" FOREIGN KEY ("place_id","joint_interest_id") REFERENCES "public"."joint_interests"("place_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joint_interest_members" ADD CONSTRAINT "joint_interest_members_joint_interest_id_challenge_id_joint_interests_id_challenge_id_fk" FOREIGN KEY ("joint_interest_id","challenge_id") REFERENCES "public"."joint_interests"("id","challenge_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joint_interest_members" ADD CONSTRAINT "joint_interest_members_place_id_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joint_interests" ADD CONSTRAINT "joint_interests_seeded_by_people_id_fk" FOREIGN KEY ("seeded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joint_interests" ADD CONSTRAINT "joint_interests_place_id_challenge_id_challenges_place_id_id_fk" FOREIGN KEY ("place_id","challenge_id") REFERENCES "public"."challenges"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joint_interests" ADD CONSTRAINT "joint_interests_place_id_convenor_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","convenor_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joint_interests" ADD CONSTRAINT "joint_interests_place_id_interest_id_interests_place_id_id_fk" FOREIGN KEY ("place_id","interest_id") REFERENCES "public"."interests"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "joint_interest_members_one_each" ON "joint_interest_members" USING btree ("challenge_id","organisation_id") WHERE state = 'joined';--> statement-breakpoint
CREATE INDEX "joint_interest_members_of" ON "joint_interest_members" USING btree ("organisation_id","state");--> statement-breakpoint
CREATE INDEX "joint_interests_of_challenge" ON "joint_interests" USING btree ("challenge_id");--> statement-breakpoint
CREATE INDEX "joint_interests_remind" ON "joint_interests" USING btree ("remind_at");--> statement-breakpoint
CREATE INDEX "interests_of_parties" ON "interests" USING gin ("parties");--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_joint_whole" CHECK ((joint_interest_id is null) = (joint_band is null) and (joint_interest_id is null) = (joint_parts is null)
        and (joint_interest_id is null) = (cardinality(parties) = 0) and cardinality(parties) <= 5);