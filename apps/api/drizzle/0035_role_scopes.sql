DROP INDEX "role_held_once";--> statement-breakpoint
ALTER TABLE "role_grants" ADD COLUMN "scope_kind" text DEFAULT 'place' NOT NULL;--> statement-breakpoint
ALTER TABLE "role_grants" ADD COLUMN "scope_id" uuid;--> statement-breakpoint
ALTER TABLE "role_grants" ADD COLUMN "state" text DEFAULT 'granted' NOT NULL;--> statement-breakpoint
ALTER TABLE "role_grants" ADD COLUMN "granted_by" uuid;--> statement-breakpoint
ALTER TABLE "role_grants" ADD COLUMN "until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "role_grants" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "proven_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "factor_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_granted_by_people_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "role_held_once" ON "role_grants" USING btree ("place_id","person_id","role","scope_kind",coalesce("scope_id", '00000000-0000-0000-0000-000000000000')) WHERE ended_at is null;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_role" CHECK (role in ('commissioner', 'broker', 'facilitator', 'steward', 'elected-member', 'funder'));--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_scope" CHECK (scope_kind in ('place', 'organisation', 'challenge', 'group') and (scope_kind = 'place') = (scope_id is null));--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_state" CHECK (state in ('requested', 'granted', 'suspended', 'ended') and (state <> 'ended' or ended_at is not null));--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_lasts" CHECK (until is null or until > granted_at);--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_not_by_oneself" CHECK (granted_by is null or granted_by <> person_id);