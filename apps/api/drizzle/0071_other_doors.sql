CREATE TABLE "contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"organisation_name" text NOT NULL,
	"contact_name" text DEFAULT '' NOT NULL,
	"email" text,
	"phone" text,
	"themes" text[] DEFAULT '{}' NOT NULL,
	"areas" text DEFAULT '' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"source" text NOT NULL,
	"basis" text NOT NULL,
	"organisation_id" uuid,
	"register_entry_id" uuid,
	"added_by" uuid NOT NULL,
	"last_used_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "contacts_tenant" UNIQUE("place_id","id"),
	CONSTRAINT "contacts_reachable" CHECK (email is not null or phone is not null),
	CONSTRAINT "contacts_basis" CHECK (basis = 'they-know')
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"raw_id" text NOT NULL,
	"source_file" text NOT NULL,
	"publisher" text,
	"licence" text,
	"funder_raw_id" text NOT NULL,
	"funder_name" text NOT NULL,
	"recipient_raw_id" text NOT NULL,
	"recipient_name" text NOT NULL,
	"recipient_org_id" text,
	"title" text NOT NULL,
	"programme" text,
	"currency" text NOT NULL,
	"amount_pence" bigint NOT NULL,
	"awarded_on" date NOT NULL,
	"from_open_call" boolean,
	"doubts" text[] DEFAULT '{}'::text[] NOT NULL,
	"imported_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "grants_number" UNIQUE("raw_id")
);
--> statement-breakpoint
CREATE TABLE "services" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source_id" uuid NOT NULL,
	"source_file" text NOT NULL,
	"licence" text,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"url" text,
	"email" text,
	"phone" text,
	"status" text NOT NULL,
	"minimum_age" integer,
	"maximum_age" integer,
	"areas" text[] DEFAULT '{}'::text[] NOT NULL,
	"terms" text[] DEFAULT '{}'::text[] NOT NULL,
	"organisation_source_id" uuid,
	"organisation_name" text NOT NULL,
	"organisation_name_folded" text NOT NULL,
	"org_ids" text[] DEFAULT '{}'::text[] NOT NULL,
	"postcodes" text[] DEFAULT '{}'::text[] NOT NULL,
	"changed_on" date,
	"doubts" text[] DEFAULT '{}'::text[] NOT NULL,
	"imported_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "services_source" UNIQUE("source_id")
);
--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_register_entry_id_register_entries_id_fk" FOREIGN KEY ("register_entry_id") REFERENCES "public"."register_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_place_id_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_email_once" ON "contacts" USING btree ("place_id",lower("email"));--> statement-breakpoint
CREATE INDEX "contacts_of_place" ON "contacts" USING btree ("place_id","organisation_name");--> statement-breakpoint
CREATE INDEX "contacts_last_used" ON "contacts" USING btree ("last_used_at");--> statement-breakpoint
CREATE INDEX "grants_of_recipient" ON "grants" USING btree ("recipient_org_id","awarded_on");--> statement-breakpoint
CREATE INDEX "services_of_number" ON "services" USING gin ("org_ids");--> statement-breakpoint
CREATE INDEX "services_of_name" ON "services" USING btree ("organisation_name_folded");