ALTER TABLE "contacts" DROP CONSTRAINT "contacts_basis";--> statement-breakpoint
ALTER TABLE "contacts" DROP CONSTRAINT "contacts_register_entry_id_register_entries_id_fk";
--> statement-breakpoint
ALTER TABLE "contacts" DROP CONSTRAINT "contacts_place_id_organisation_id_organisations_place_id_id_fk";
--> statement-breakpoint
ALTER TABLE "contacts" DROP COLUMN "basis";--> statement-breakpoint
ALTER TABLE "contacts" DROP COLUMN "organisation_id";--> statement-breakpoint
ALTER TABLE "contacts" DROP COLUMN "register_entry_id";