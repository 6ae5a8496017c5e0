ALTER TABLE "challenge_matches" ADD COLUMN "fingerprint" text;--> statement-breakpoint
ALTER TABLE "challenge_matches" ADD COLUMN "stems" text;