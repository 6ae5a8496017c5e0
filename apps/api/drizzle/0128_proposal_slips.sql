ALTER TABLE "proposals" ADD COLUMN "slip_hash" "bytea";--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "slip_tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "slip_tries_on" date;