ALTER TABLE "places" ADD COLUMN "applicant_hourly_pence" integer;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "panel_hourly_pence" integer;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "cost_source" text;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "cost_as_of" text;