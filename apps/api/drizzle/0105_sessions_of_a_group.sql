ALTER TABLE "group_sessions" ADD COLUMN "link" text;--> statement-breakpoint
ALTER TABLE "group_sessions" ADD COLUMN "breaks" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "group_sessions" ADD COLUMN "capacity" integer;--> statement-breakpoint
ALTER TABLE "group_sessions" ADD COLUMN "paid_minutes" integer DEFAULT 180 NOT NULL;--> statement-breakpoint
ALTER TABLE "group_sessions" ADD COLUMN "cancelled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "group_sessions" ADD COLUMN "cancelled_late" boolean GENERATED ALWAYS AS (coalesce(starts_at - cancelled_at < interval '48 hours', false)) STORED;--> statement-breakpoint
ALTER TABLE "group_sessions" ADD COLUMN "cancelled_why" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "group_sessions" ADD COLUMN "papers_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "group_sessions" ADD COLUMN "papers_settled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "group_sessions" ADD COLUMN "agenda_published_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "group_sessions" ADD COLUMN "held_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "group_sessions" ADD COLUMN "notes" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "group_sessions" ADD COLUMN "notes_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "group_sessions" ADD COLUMN "notes_shared_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "group_sessions" ADD COLUMN "notes_reminded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "group_sessions" ADD CONSTRAINT "sessions_tenant" UNIQUE("place_id","id");--> statement-breakpoint
ALTER TABLE "group_sessions" ADD CONSTRAINT "sessions_state" CHECK (state in ('announced', 'access-check', 'confirmed', 'held', 'notes-shared', 'paid', 'closed', 'cancelled'));--> statement-breakpoint
UPDATE "group_sessions" SET "cancelled_at" = "created_at" WHERE "state" = 'cancelled';--> statement-breakpoint
ALTER TABLE "group_sessions" ADD CONSTRAINT "sessions_cancelled" CHECK ((state = 'cancelled') = (cancelled_at is not null));--> statement-breakpoint
ALTER TABLE "group_sessions" ADD CONSTRAINT "sessions_capacity" CHECK (capacity between 1 and 1000);--> statement-breakpoint
ALTER TABLE "group_sessions" ADD CONSTRAINT "sessions_paid_minutes" CHECK (paid_minutes between 0 and 960);--> statement-breakpoint
ALTER TABLE "group_sessions" ADD CONSTRAINT "sessions_link" CHECK (link ~ '^https://');--> statement-breakpoint
ALTER TABLE "group_sessions" ADD CONSTRAINT "sessions_notes" CHECK (notes_shared_at is null or notes <> '');