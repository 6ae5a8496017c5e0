CREATE TABLE "protection_areas" (
	"place_id" uuid NOT NULL,
	"protection_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	CONSTRAINT "protection_areas_protection_id_area_id_pk" PRIMARY KEY("protection_id","area_id")
);
--> statement-breakpoint
CREATE TABLE "protection_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"protection_id" uuid NOT NULL,
	"text" text NOT NULL,
	"written_by" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "protection_reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"protection_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"said" text NOT NULL,
	"review_on" text,
	"reviewed_by" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "protection_reviews_outcome" CHECK ((outcome = 'kept') = (review_on is not null) and outcome in ('kept', 'ended')),
	CONSTRAINT "protection_reviews_said" CHECK (length(said) >= 20)
);
--> statement-breakpoint
CREATE TABLE "protections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"slug" text,
	"state" text DEFAULT 'draft' NOT NULL,
	"commissioner_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"themes" text[] DEFAULT '{}' NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	"evidence" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"at_risk" text DEFAULT '' NOT NULL,
	"strengthen" text DEFAULT '' NOT NULL,
	"money_pence" integer,
	"alternatives" text DEFAULT '' NOT NULL,
	"review_on" text,
	"page" text DEFAULT '' NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"seconds_taken" integer DEFAULT 0 NOT NULL,
	"published_at" timestamp with time zone,
	"next_review_on" text,
	"remind_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "protections_slug_unique" UNIQUE("slug"),
	CONSTRAINT "protections_tenant" UNIQUE("place_id","id"),
	CONSTRAINT "protections_evidence" CHECK (jsonb_typeof(evidence) = 'array' and jsonb_array_length(evidence) <= 6),
	CONSTRAINT "protections_links" CHECK (not jsonb_path_exists(evidence, '$[*].link ? (@ != null && !(@ starts with "https://"))')),
	CONSTRAINT "protections_money" CHECK (money_pence >= 0 and seconds_taken >= 0)
);
--> statement-breakpoint
ALTER TABLE "protection_areas" ADD CONSTRAINT "protection_areas_place_id_protection_id_protections_place_id_id_fk" FOREIGN KEY ("place_id","protection_id") REFERENCES "public"."protections"("place_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protection_areas" ADD CONSTRAINT "protection_areas_place_id_area_id_place_areas_place_id_id_fk" FOREIGN KEY ("place_id","area_id") REFERENCES "public"."place_areas"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protection_notes" ADD CONSTRAINT "protection_notes_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protection_notes" ADD CONSTRAINT "protection_notes_place_id_protection_id_protections_place_id_id_fk" FOREIGN KEY ("place_id","protection_id") REFERENCES "public"."protections"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protection_reviews" ADD CONSTRAINT "protection_reviews_reviewed_by_people_id_fk" FOREIGN KEY ("reviewed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protection_reviews" ADD CONSTRAINT "protection_reviews_place_id_protection_id_protections_place_id_id_fk" FOREIGN KEY ("place_id","protection_id") REFERENCES "public"."protections"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protections" ADD CONSTRAINT "protections_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protections" ADD CONSTRAINT "protections_commissioner_id_people_id_fk" FOREIGN KEY ("commissioner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protections" ADD CONSTRAINT "protections_place_id_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "protection_notes_in_order" ON "protection_notes" USING btree ("protection_id","id");--> statement-breakpoint
CREATE INDEX "protection_reviews_in_order" ON "protection_reviews" USING btree ("protection_id","id");--> statement-breakpoint
CREATE INDEX "protections_of_place" ON "protections" USING btree ("place_id","published_at") WHERE state <> 'draft';--> statement-breakpoint
CREATE INDEX "protections_of_commissioner" ON "protections" USING btree ("commissioner_id","place_id");--> statement-breakpoint
CREATE INDEX "protections_to_remind" ON "protections" USING btree ("remind_at") WHERE remind_at is not null;