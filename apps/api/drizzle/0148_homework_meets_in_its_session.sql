ALTER TABLE "group_reports" DROP COLUMN "starts_at";--> statement-breakpoint
ALTER TABLE "group_reports" DROP COLUMN "venue";