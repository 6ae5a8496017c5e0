CREATE TABLE "trail_alarms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"raised_at" timestamp with time zone DEFAULT now() NOT NULL,
	"chains" jsonb NOT NULL,
	"settled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE UNIQUE INDEX "trail_alarms_one_at_a_time" ON "trail_alarms" USING btree ((settled_at is null)) WHERE settled_at is null;