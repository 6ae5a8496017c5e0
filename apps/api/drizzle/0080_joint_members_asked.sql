ALTER TABLE "joint_interest_members" ADD COLUMN "asked_purpose" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "joint_interest_members" ADD COLUMN "seed_why" text;--> statement-breakpoint
-- Rows from before: whom a seed asked in its own transaction. Nobody's terms count up by it, so nobody agrees again.
ALTER TABLE "joint_interest_members" DISABLE TRIGGER USER;
--> statement-breakpoint
UPDATE joint_interest_members m SET seed_why = m.why FROM joint_interests j
  WHERE j.id = m.joint_interest_id AND j.seeded_by IS NOT NULL AND m.why <> '' AND m.invited_at = j.created_at;
--> statement-breakpoint
ALTER TABLE "joint_interest_members" ENABLE TRIGGER USER;
