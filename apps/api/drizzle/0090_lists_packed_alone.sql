ALTER TABLE "challenge_matches" DROP COLUMN "list";--> statement-breakpoint
ALTER TABLE challenge_matches ALTER COLUMN packed SET STORAGE EXTERNAL;
--> statement-breakpoint
-- They are made anew when somebody looks, or tonight.
UPDATE challenge_matches SET made_of = NULL, made_at = NULL;
