CREATE TABLE "recruitment_names" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"recruitment_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"reference" text NOT NULL,
	"first_name" text NOT NULL,
	"contact_by" text NOT NULL,
	"contact" text NOT NULL,
	"contact_hash" "bytea" NOT NULL,
	"ways" text[] NOT NULL,
	"language" text NOT NULL,
	"consent_version" text NOT NULL,
	"answers" jsonb NOT NULL,
	"state" text DEFAULT 'in' NOT NULL,
	"member_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recruitment_names_tenant" UNIQUE("place_id","id"),
	CONSTRAINT "recruitment_names_number" UNIQUE("recruitment_id","number"),
	CONSTRAINT "recruitment_names_reference" UNIQUE("recruitment_id","reference"),
	CONSTRAINT "recruitment_names_state" CHECK (state in ('in', 'out', 'drawn', 'not-drawn')),
	CONSTRAINT "recruitment_names_out_are_blank" CHECK (state <> 'out' or (first_name = '' and contact = '' and length(contact_hash) = 0 and answers = '{}'))
);
--> statement-breakpoint
CREATE TABLE "recruitment_special_answers" (
	"name_id" uuid NOT NULL,
	"category" text NOT NULL,
	"feature" text NOT NULL,
	CONSTRAINT "recruitment_special_answers_name_id_category_pk" PRIMARY KEY("name_id","category")
);
--> statement-breakpoint
CREATE TABLE "recruitments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"way" text,
	"seats" integer NOT NULL,
	"categories" jsonb NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"public_source" text NOT NULL,
	"public_at" timestamp with time zone NOT NULL,
	"commitment" text NOT NULL,
	"box" text,
	"box_hash" text,
	"sheets" integer DEFAULT 0 NOT NULL,
	"kept" jsonb,
	"closed_at" timestamp with time zone,
	"typed_value" text,
	"typed_by" uuid,
	"public_value" text,
	"secret" text,
	"seed" text,
	"sheet" integer,
	"drawn_by" uuid,
	"drawn_at" timestamp with time zone,
	"result" jsonb,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone,
	"opened_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recruitments_tenant" UNIQUE("place_id","id"),
	CONSTRAINT "recruitments_state" CHECK (state in ('open', 'closed', 'drawn', 'confirmed')),
	CONSTRAINT "recruitments_seats" CHECK (seats between 3 and 60),
	CONSTRAINT "recruitments_in_order" CHECK (closes_at < public_at),
	CONSTRAINT "recruitments_commitment" CHECK (commitment ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "recruitments_closed" CHECK ((state = 'open') = (way is null) and (way is null) = (kept is null)),
	CONSTRAINT "recruitments_box" CHECK ((box is not null) = (way is not distinct from 'lottery') and
      (box is null) = (box_hash is null) and box_hash = encode(sha256(convert_to(box, 'UTF8')), 'hex')),
	CONSTRAINT "recruitments_secret" CHECK (commitment = encode(sha256(convert_to(secret, 'UTF8')), 'hex')),
	CONSTRAINT "recruitments_seed" CHECK ((seed is null) = (secret is null) and (seed is null) = (public_value is null) and
      (seed is null) = (sheet is null) and
      seed = encode(sha256(convert_to(secret || '|' || public_value, 'UTF8')), 'hex')),
	CONSTRAINT "recruitments_drawn" CHECK (way is distinct from 'lottery' or (state in ('drawn', 'confirmed')) = (seed is not null)),
	CONSTRAINT "recruitments_two_people" CHECK (drawn_by is null or drawn_by <> typed_by),
	CONSTRAINT "recruitments_confirmed" CHECK ((state = 'confirmed') = (confirmed_by is not null))
);
--> statement-breakpoint
ALTER TABLE "recruitment_names" ADD CONSTRAINT "recruitment_names_place_id_recruitment_id_recruitments_place_id_id_fk" FOREIGN KEY ("place_id","recruitment_id") REFERENCES "public"."recruitments"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recruitment_names" ADD CONSTRAINT "recruitment_names_place_id_member_id_group_members_place_id_id_fk" FOREIGN KEY ("place_id","member_id") REFERENCES "public"."group_members"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recruitment_special_answers" ADD CONSTRAINT "recruitment_special_answers_name_id_recruitment_names_id_fk" FOREIGN KEY ("name_id") REFERENCES "public"."recruitment_names"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recruitments" ADD CONSTRAINT "recruitments_typed_by_people_id_fk" FOREIGN KEY ("typed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recruitments" ADD CONSTRAINT "recruitments_drawn_by_people_id_fk" FOREIGN KEY ("drawn_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recruitments" ADD CONSTRAINT "recruitments_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recruitments" ADD CONSTRAINT "recruitments_opened_by_people_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recruitments" ADD CONSTRAINT "recruitments_place_id_group_id_groups_place_id_id_fk" FOREIGN KEY ("place_id","group_id") REFERENCES "public"."groups"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "recruitment_names_once" ON "recruitment_names" USING btree ("recruitment_id","contact_hash") WHERE length(contact_hash) > 0;--> statement-breakpoint
CREATE UNIQUE INDEX "recruitments_one_at_a_time" ON "recruitments" USING btree ("group_id") WHERE state <> 'confirmed';--> statement-breakpoint
CREATE INDEX "recruitments_of_group" ON "recruitments" USING btree ("group_id","created_at");--> statement-breakpoint
CREATE INDEX "recruitments_to_close" ON "recruitments" USING btree ("closes_at") WHERE state = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "recruitments_one_draw" ON "recruitments" USING btree ("box_hash") WHERE box_hash is not null;