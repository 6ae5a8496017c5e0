ALTER TABLE "challenges" DROP COLUMN "panel_members";--> statement-breakpoint
ALTER TABLE "challenges" DROP COLUMN "scoring_minutes";