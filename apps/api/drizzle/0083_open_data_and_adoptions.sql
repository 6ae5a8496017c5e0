ALTER TABLE "practice_cards" ADD CONSTRAINT "practice_cards_owner" UNIQUE("id","organisation_id");
--> statement-breakpoint
CREATE TABLE "open_data_not_ours" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"service_id" uuid,
	"grant_id" uuid,
	"said_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "open_data_not_ours_service" UNIQUE("organisation_id","service_id"),
	CONSTRAINT "open_data_not_ours_grant" UNIQUE("organisation_id","grant_id"),
	CONSTRAINT "open_data_not_ours_one" CHECK (num_nonnulls(service_id, grant_id) = 1)
);
--> statement-breakpoint
CREATE TABLE "practice_adoptions" (
	"place_id" uuid NOT NULL,
	"card_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"said_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "practice_adoptions_card_id_organisation_id_pk" PRIMARY KEY("card_id","organisation_id"),
	CONSTRAINT "practice_adoptions_others" CHECK (organisation_id <> owner_id)
);
--> statement-breakpoint
ALTER TABLE "open_data_not_ours" ADD CONSTRAINT "open_data_not_ours_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_data_not_ours" ADD CONSTRAINT "open_data_not_ours_grant_id_grants_id_fk" FOREIGN KEY ("grant_id") REFERENCES "public"."grants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_data_not_ours" ADD CONSTRAINT "open_data_not_ours_said_by_people_id_fk" FOREIGN KEY ("said_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_data_not_ours" ADD CONSTRAINT "open_data_not_ours_place_id_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_adoptions" ADD CONSTRAINT "practice_adoptions_said_by_people_id_fk" FOREIGN KEY ("said_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_adoptions" ADD CONSTRAINT "practice_adoptions_place_id_card_id_practice_cards_place_id_id_fk" FOREIGN KEY ("place_id","card_id") REFERENCES "public"."practice_cards"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_adoptions" ADD CONSTRAINT "practice_adoptions_card_id_owner_id_practice_cards_id_organisation_id_fk" FOREIGN KEY ("card_id","owner_id") REFERENCES "public"."practice_cards"("id","organisation_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_adoptions" ADD CONSTRAINT "practice_adoptions_place_id_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "practice_adoptions_of" ON "practice_adoptions" USING btree ("organisation_id");
