-- A role that has an end is ended; until now only the end was written.
UPDATE role_grants SET state = 'ended' WHERE ended_at IS NOT NULL;
--> statement-breakpoint
ALTER TABLE "role_grants" DROP CONSTRAINT "role_grants_state";--> statement-breakpoint
ALTER TABLE "role_grants" ADD COLUMN "requested_by" uuid;--> statement-breakpoint
ALTER TABLE "role_grants" ADD COLUMN "words" text;--> statement-breakpoint
ALTER TABLE "role_grants" ADD COLUMN "suspended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "role_grants" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_requested_by_people_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_fits" CHECK (scope_kind = 'place' or (role, scope_kind) in (('commissioner', 'organisation'), ('commissioner', 'challenge'), ('broker', 'challenge'), ('facilitator', 'group')));--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_words" CHECK (char_length(words) <= 300 and char_length(reason) <= 500);--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_state" CHECK (state in ('requested', 'granted', 'suspended', 'ended') and (state = 'ended') = (ended_at is not null));