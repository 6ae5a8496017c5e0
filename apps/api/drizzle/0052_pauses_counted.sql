ALTER TABLE "challenges" ADD COLUMN "pauses_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "challenges" ADD COLUMN "paused_seconds" integer DEFAULT 0 NOT NULL;