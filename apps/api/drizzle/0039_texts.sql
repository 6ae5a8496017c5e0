-- A wish for another way to be reached: an address as before, or a number.
ALTER TABLE "email_changes" RENAME TO "contact_changes";--> statement-breakpoint
ALTER TABLE "contact_changes" RENAME CONSTRAINT "email_changes_pkey" TO "contact_changes_pkey";--> statement-breakpoint
ALTER TABLE "contact_changes" RENAME CONSTRAINT "email_changes_person_id_people_id_fk" TO "contact_changes_person_id_people_id_fk";--> statement-breakpoint
ALTER INDEX "email_changes_of_person" RENAME TO "contact_changes_of_person";--> statement-breakpoint
ALTER TRIGGER email_changes_of_the_living ON "contact_changes" RENAME TO contact_changes_of_the_living;--> statement-breakpoint
ALTER TABLE "contact_changes" ALTER COLUMN "email" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "contact_changes" ADD COLUMN "phone" text;--> statement-breakpoint
ALTER TABLE "contact_changes" ADD CONSTRAINT "contact_changes_of_one" CHECK (num_nonnulls(email, phone) = 1);--> statement-breakpoint
ALTER TABLE "sign_in_requests" ALTER COLUMN "email" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_in_requests" ADD COLUMN "phone" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "channel" text DEFAULT 'email' NOT NULL;--> statement-breakpoint
CREATE INDEX "sign_in_texts" ON "sign_in_requests" USING btree ("ip_hash","created_at") WHERE phone is not null;--> statement-breakpoint
CREATE INDEX "outbox_texts" ON "outbox" USING btree ("created_at") WHERE channel = 'sms';--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_phone_proven" CHECK (phone_verified_at is null or phone is not null);--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_reachable" CHECK (verified_at is null or erased_at is not null or email is not null or phone_verified_at is not null);--> statement-breakpoint
ALTER TABLE "sign_in_requests" ADD CONSTRAINT "sign_in_by_one" CHECK (num_nonnulls(email, phone) = 1);--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_channel" CHECK (recipient = '' or (channel = 'sms') = (recipient ~ '^[+][1-9][0-9]{7,14}$'));