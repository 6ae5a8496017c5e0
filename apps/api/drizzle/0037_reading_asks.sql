CREATE TABLE "reading_asks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"challenge_id" uuid NOT NULL,
	"organisation_id" uuid,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reading_asks_once" UNIQUE NULLS NOT DISTINCT("challenge_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "reading_clocks" (
	"challenge_id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"few_due_at" timestamp with time zone NOT NULL,
	"few_settled_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "reading_asks" ADD CONSTRAINT "reading_asks_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_asks" ADD CONSTRAINT "reading_asks_place_id_challenge_id_challenges_place_id_id_fk" FOREIGN KEY ("place_id","challenge_id") REFERENCES "public"."challenges"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_asks" ADD CONSTRAINT "reading_asks_place_id_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_clocks" ADD CONSTRAINT "reading_clocks_place_id_challenge_id_challenges_place_id_id_fk" FOREIGN KEY ("place_id","challenge_id") REFERENCES "public"."challenges"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reading_asks_of_organisation" ON "reading_asks" USING btree ("organisation_id","asked_at");--> statement-breakpoint
CREATE INDEX "reading_clocks_due" ON "reading_clocks" USING btree ("few_due_at") WHERE few_settled_at is null;