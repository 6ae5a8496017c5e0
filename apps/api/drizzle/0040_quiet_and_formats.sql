ALTER TABLE "people" DROP CONSTRAINT "people_erased_are_blank";--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "formats" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "last_seen_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "dormant_told_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "people_by_last_seen" ON "people" USING btree ("last_seen_at") WHERE erased_at is null;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_formats" CHECK (formats <@ array['large-print', 'easy-read', 'audio', 'sign-language', 'translated', 'paper']);--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_erased_are_blank" CHECK (erased_at is null or (email is null and phone is null and formats = '{}' and display_name in ('a resident', 'een bewoner')));