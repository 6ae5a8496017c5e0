CREATE TABLE "actor_areas" (
	"place_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	CONSTRAINT "actor_areas_actor_id_area_id_pk" PRIMARY KEY("actor_id","area_id")
);
--> statement-breakpoint
CREATE TABLE "actors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"sector" text NOT NULL,
	"role_in_issue" text NOT NULL,
	"offers" text[] DEFAULT '{}' NOT NULL,
	"asks" text[] DEFAULT '{}' NOT NULL,
	"themes" text[] DEFAULT '{}' NOT NULL,
	"added_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "actors_tenant" UNIQUE("place_id","id")
);
--> statement-breakpoint
CREATE TABLE "map_entries" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"shown" boolean NOT NULL,
	"role_in_issue" text NOT NULL,
	"offers" text[] DEFAULT '{}' NOT NULL,
	"asks" text[] DEFAULT '{}' NOT NULL,
	"said_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tie_sayings" (
	"place_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"known" text NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tie_sayings_organisation_id_other_id_pk" PRIMARY KEY("organisation_id","other_id"),
	CONSTRAINT "tie_sayings_two" CHECK (organisation_id <> other_id)
);
--> statement-breakpoint
CREATE TABLE "introduction_sides" (
	"introduction_id" uuid NOT NULL,
	"place_id" uuid NOT NULL,
	"turn" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"about" text NOT NULL,
	"own_about" text,
	"asked_at" timestamp with time zone,
	"answer_by" timestamp with time zone,
	"token_hash" "bytea",
	"answer" text,
	"answered_at" timestamp with time zone,
	"answered_by" uuid,
	"known" text,
	"share" text,
	"tell_at" timestamp with time zone,
	"told_at" timestamp with time zone,
	"outcome" text,
	CONSTRAINT "introduction_sides_introduction_id_turn_pk" PRIMARY KEY("introduction_id","turn"),
	CONSTRAINT "introduction_sides_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "introduction_sides_two" UNIQUE("introduction_id","organisation_id"),
	CONSTRAINT "introduction_sides_about" CHECK (char_length(about) <= 200 and char_length(own_about) <= 200),
	CONSTRAINT "introduction_sides_asked" CHECK ((asked_at is null) = (answer_by is null) and (answer is null) = (answered_at is null)
        and (answer is null or asked_at is not null)),
	CONSTRAINT "introduction_sides_yes" CHECK ((coalesce(answer, 'no') = 'no') = (share is null) and (share is null) = (known is null)
        and (share is null) = (tell_at is null) and (outcome is null or answer = 'yes'))
);
--> statement-breakpoint
CREATE TABLE "introductions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"challenge_id" uuid,
	"state" text DEFAULT 'drafted' NOT NULL,
	"guess" text NOT NULL,
	"drafted_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"both_yes_at" timestamp with time zone,
	"ask_what_came_at" timestamp with time zone,
	"what_came_asked_at" timestamp with time zone,
	"outcome" text,
	"ended_at" timestamp with time zone,
	CONSTRAINT "introductions_tenant" UNIQUE("place_id","id"),
	CONSTRAINT "introductions_state" CHECK ((state in ('both-yes', 'met', 'done')) = (both_yes_at is not null)
        and (state in ('done', 'ended')) = (ended_at is not null) and (state = 'done') = (outcome is not null))
);
--> statement-breakpoint
ALTER TABLE "actor_areas" ADD CONSTRAINT "actor_areas_place_id_actor_id_actors_place_id_id_fk" FOREIGN KEY ("place_id","actor_id") REFERENCES "public"."actors"("place_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actor_areas" ADD CONSTRAINT "actor_areas_place_id_area_id_place_areas_place_id_id_fk" FOREIGN KEY ("place_id","area_id") REFERENCES "public"."place_areas"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actors" ADD CONSTRAINT "actors_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "actors" ADD CONSTRAINT "actors_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "map_entries" ADD CONSTRAINT "map_entries_said_by_people_id_fk" FOREIGN KEY ("said_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "map_entries" ADD CONSTRAINT "map_entries_place_id_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tie_sayings" ADD CONSTRAINT "tie_sayings_place_id_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tie_sayings" ADD CONSTRAINT "tie_sayings_place_id_other_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","other_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction_sides" ADD CONSTRAINT "introduction_sides_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction_sides" ADD CONSTRAINT "introduction_sides_place_id_introduction_id_introductions_place_id_id_fk" FOREIGN KEY ("place_id","introduction_id") REFERENCES "public"."introductions"("place_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction_sides" ADD CONSTRAINT "introduction_sides_place_id_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_drafted_by_people_id_fk" FOREIGN KEY ("drafted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introductions" ADD CONSTRAINT "introductions_place_id_challenge_id_challenges_place_id_id_fk" FOREIGN KEY ("place_id","challenge_id") REFERENCES "public"."challenges"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "actors_name_once" ON "actors" USING btree ("place_id",lower("name"));--> statement-breakpoint
CREATE INDEX "tie_sayings_of_place" ON "tie_sayings" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "introduction_sides_of_organisation" ON "introduction_sides" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "introduction_sides_to_tell" ON "introduction_sides" USING btree ("tell_at") WHERE tell_at is not null and told_at is null;--> statement-breakpoint
CREATE INDEX "introductions_of_place" ON "introductions" USING btree ("place_id","id");--> statement-breakpoint
CREATE INDEX "introductions_what_came" ON "introductions" USING btree ("ask_what_came_at") WHERE what_came_asked_at is null;