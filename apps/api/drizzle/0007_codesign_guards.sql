ALTER TABLE "group_members" ADD CONSTRAINT "members_tenant" UNIQUE("place_id","id");
--> statement-breakpoint
CREATE TABLE "group_echoes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"manage_hash" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "group_echoes_manage_hash_unique" UNIQUE("manage_hash")
);
--> statement-breakpoint
ALTER TABLE "group_echoes" ADD CONSTRAINT "group_echoes_place_id_group_id_groups_place_id_id_fk" FOREIGN KEY ("place_id","group_id") REFERENCES "public"."groups"("place_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "group_echoes" ADD CONSTRAINT "group_echoes_place_id_member_id_group_members_place_id_id_fk" FOREIGN KEY ("place_id","member_id") REFERENCES "public"."group_members"("place_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "echoes_reference" ON "group_echoes" USING btree ("place_id","reference");
--> statement-breakpoint
CREATE INDEX "echoes_of_group" ON "group_echoes" USING btree ("group_id","created_at");
--> statement-breakpoint
CREATE INDEX "groups_of_facilitator" ON "groups" USING btree ("facilitator_id");
--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "members_left_are_blank" CHECK (state <> 'left' or (first_name = '' and contact = '' and length(contact_hash) = 0));
--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_rung" CHECK (rung in ('engagement', 'co-design', 'co-production'));