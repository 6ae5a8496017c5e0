CREATE TABLE "group_devices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"key_hash" "bytea" NOT NULL,
	"key_version" integer NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "group_members" DROP CONSTRAINT "members_left_are_blank";--> statement-breakpoint
ALTER TABLE "group_members" ADD COLUMN "bloc" text DEFAULT 'residents' NOT NULL;--> statement-breakpoint
ALTER TABLE "group_members" ADD COLUMN "organisation" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "group_members" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "group_members" ADD COLUMN "entered_by" uuid;--> statement-breakpoint
ALTER TABLE "group_members" ADD COLUMN "said_by" text;--> statement-breakpoint
ALTER TABLE "group_members" ADD COLUMN "contact_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "group_members" ADD COLUMN "contact_reminded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "group_members" ADD COLUMN "contact_late_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "group_members" ADD COLUMN "key_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "group_members" ADD COLUMN "words_hash" "bytea";--> statement-breakpoint
ALTER TABLE "group_members" ADD COLUMN "words_tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "group_members" ADD COLUMN "words_tried_on" date;--> statement-breakpoint
ALTER TABLE "groups" ADD COLUMN "state" text DEFAULT 'recruiting' NOT NULL;--> statement-breakpoint
ALTER TABLE "group_devices" ADD CONSTRAINT "group_devices_member_id_group_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."group_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "devices_once" ON "group_devices" USING btree ("key_hash","member_id");--> statement-breakpoint
CREATE INDEX "devices_of_member" ON "group_devices" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "devices_over" ON "group_devices" USING btree ("until");--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_entered_by_people_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "members_of_person" ON "group_members" USING btree ("person_id") WHERE person_id is not null;--> statement-breakpoint
CREATE INDEX "members_to_contact" ON "group_members" USING btree ("contact_due_at") WHERE state = 'joined' and contacted_at is null and contact_late_at is null;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "members_bloc" CHECK (bloc in ('residents', 'organisations', 'public-bodies'));--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "members_state" CHECK (state in ('joined', 'contacted', 'resting', 'left'));--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "members_left_are_blank" CHECK (state <> 'left' or (first_name = '' and contact = '' and length(contact_hash) = 0
        and organisation = '' and person_id is null and words_hash is null));--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_state" CHECK (state in ('recruiting', 'convened', 'active', 'reporting-back', 'homework-marked', 'closed'));