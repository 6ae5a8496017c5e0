CREATE TABLE "contacts_kept_out" (
	"place_id" uuid NOT NULL,
	"key_hash" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contacts_kept_out_place_id_key_hash_pk" PRIMARY KEY("place_id","key_hash")
);
--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "contacts" ADD COLUMN "tell_by" timestamp with time zone DEFAULT now() + interval '1 month' NOT NULL;--> statement-breakpoint
ALTER TABLE "contacts_kept_out" ADD CONSTRAINT "contacts_kept_out_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_phone_once" ON "contacts" USING btree ("place_id","phone",lower("organisation_name"),lower("contact_name")) WHERE email is null;