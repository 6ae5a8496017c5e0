ALTER TABLE "challenges" ADD COLUMN "groups_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "challenge_areas_by_area" ON "challenge_areas" USING btree ("area_id","challenge_id");--> statement-breakpoint
CREATE INDEX "challenges_of_commissioner" ON "challenges" USING btree ("commissioner_id","place_id");--> statement-breakpoint
CREATE INDEX "challenges_due" ON "challenges" USING btree ("closes_at") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "challenges_themes" ON "challenges" USING gin ("themes");