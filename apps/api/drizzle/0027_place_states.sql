CREATE TABLE "place_pledges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"framework" text NOT NULL,
	"statement" text NOT NULL,
	"owner" text NOT NULL,
	"review_on" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "kind" text DEFAULT 'other' NOT NULL;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "state" text DEFAULT 'draft' NOT NULL;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "complaints_name" text;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "complaints_phone" text;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "complaints_email" text;--> statement-breakpoint
ALTER TABLE "place_pledges" ADD CONSTRAINT "place_pledges_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "place_pledges_in_order" ON "place_pledges" USING btree ("place_id","position");