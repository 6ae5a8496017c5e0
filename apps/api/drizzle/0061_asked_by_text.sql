ALTER TABLE "people" ADD COLUMN "dormant_letter_id" uuid;--> statement-breakpoint
ALTER TABLE "supports" ADD COLUMN "by_text" boolean DEFAULT false NOT NULL;