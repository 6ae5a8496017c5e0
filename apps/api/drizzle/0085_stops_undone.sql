ALTER TABLE "hearing_wishes" ADD COLUMN "stopped_with" uuid;--> statement-breakpoint
ALTER TABLE "hearing_wishes" ADD COLUMN "how_before" text;--> statement-breakpoint
ALTER TABLE "letter_stops" ADD COLUMN "stopped_with" uuid;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD COLUMN "stopped_with" uuid;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD COLUMN "how_before" text;--> statement-breakpoint
ALTER TABLE "joint_interest_members" ADD COLUMN "by_hand" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "outbox_of_person" ON "outbox" USING btree ("person_id") WHERE person_id is not null;--> statement-breakpoint
ALTER TABLE "hearing_wishes" ADD CONSTRAINT "hearing_wishes_undo" CHECK ((stopped_with is null) = (how_before is null) and (stopped_with is null or how = 'never'));--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_undo" CHECK ((stopped_with is null) = (how_before is null) and (stopped_with is null or how = 'never'));