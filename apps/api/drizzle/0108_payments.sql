CREATE TABLE "pay_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lines" integer NOT NULL,
	"involvement_pence" integer NOT NULL,
	"expense_pence" integer NOT NULL,
	"currency" text NOT NULL,
	CONSTRAINT "pay_batches_tenant" UNIQUE("place_id","id"),
	CONSTRAINT "pay_batches_number" UNIQUE("place_id","number")
);
--> statement-breakpoint
CREATE TABLE "pay_exports" (
	"place_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"checksum" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"exported_by" uuid NOT NULL,
	"exported_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pay_exports_batch_id_number_pk" PRIMARY KEY("batch_id","number"),
	CONSTRAINT "pay_exports_why" CHECK (number = 1 or number > 1 and btrim(reason) <> ''),
	CONSTRAINT "pay_exports_checksum" CHECK (checksum ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "pay_lines" (
	"place_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"pence" integer NOT NULL,
	"way" text,
	"outcome" text,
	"outcome_at" timestamp with time zone,
	CONSTRAINT "pay_lines_batch_id_item_id_pk" PRIMARY KEY("batch_id","item_id"),
	CONSTRAINT "pay_lines_outcome" CHECK ((outcome is null) = (outcome_at is null) and pence > 0)
);
--> statement-breakpoint
CREATE TABLE "pay_advice" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"language" text NOT NULL,
	"words" text NOT NULL,
	"link" text NOT NULL,
	"phone" text NOT NULL,
	"set_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pay_advice_words" CHECK (btrim(words) <> '' and char_length(words) <= 600),
	CONSTRAINT "pay_advice_link" CHECK (link = '' or link ~ '^https://'),
	CONSTRAINT "pay_advice_somewhere" CHECK (link <> '' or phone <> '')
);
--> statement-breakpoint
CREATE TABLE "pay_rates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"what" text NOT NULL,
	"pence" integer NOT NULL,
	"currency" text NOT NULL,
	"from_day" date NOT NULL,
	"source" text NOT NULL,
	"set_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pay_rates_what" CHECK (what in ('hour', 'half-day', 'day', 'preparation-hour')),
	CONSTRAINT "pay_rates_pence" CHECK (pence between 1 and 1000000),
	CONSTRAINT "pay_rates_source" CHECK (btrim(source) <> '' and char_length(source) <= 300)
);
--> statement-breakpoint
CREATE TABLE "pay_settings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"from_day" date NOT NULL,
	"receipt_limit_pence" integer NOT NULL,
	"vouchers" boolean NOT NULL,
	"pays_organisations" boolean NOT NULL,
	"source" text NOT NULL,
	"set_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pay_settings_limit" CHECK (receipt_limit_pence between 0 and 100000),
	CONSTRAINT "pay_settings_source" CHECK (btrim(source) <> '' and char_length(source) <= 300)
);
--> statement-breakpoint
CREATE TABLE "pay_attendance" (
	"place_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"minutes" integer NOT NULL,
	"preparation_minutes" integer NOT NULL,
	"pay_as" text DEFAULT 'minutes' NOT NULL,
	"confirmed_by" uuid NOT NULL,
	"confirmed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pay_attendance_session_id_member_id_pk" PRIMARY KEY("session_id","member_id"),
	CONSTRAINT "pay_attendance_minutes" CHECK (minutes between 1 and 960 and preparation_minutes between 0 and 960
        and pay_as in ('minutes', 'half-day', 'day'))
);
--> statement-breakpoint
CREATE TABLE "pay_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"why" text NOT NULL,
	"minutes" integer,
	"preparation_minutes" integer,
	"amount_pence" integer NOT NULL,
	"currency" text DEFAULT '' NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"receipt" boolean DEFAULT false NOT NULL,
	"advance" boolean DEFAULT false NOT NULL,
	"choice" text,
	"chosen_pence" integer,
	"charity_name" text DEFAULT '' NOT NULL,
	"entered_by" uuid,
	"said_by" text,
	"state" text DEFAULT 'due' NOT NULL,
	"due_at" timestamp with time zone DEFAULT now() NOT NULL,
	"choose_by" timestamp with time zone NOT NULL,
	"chosen_at" timestamp with time zone,
	"approve_by" timestamp with time zone,
	"pay_by" timestamp with time zone,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone,
	"approved_by" uuid,
	"approved_at" timestamp with time zone,
	"paid_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"failed_because" text,
	"refused_why" text DEFAULT '' NOT NULL,
	"settled_pence" integer,
	"settled_at" timestamp with time zone,
	"asked_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	"approve_late_at" timestamp with time zone,
	"pay_late_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pay_items_tenant" UNIQUE("place_id","id"),
	CONSTRAINT "pay_items_amount" CHECK (amount_pence between 1 and 500000),
	CONSTRAINT "pay_items_kind" CHECK ((kind = 'involvement') = (why in ('held', 'cancelled-late'))
        and (kind = 'expense') = (why in ('fares', 'care', 'other'))
        and (kind = 'involvement') = (minutes is not null and preparation_minutes is not null)
        and (kind = 'expense' or not advance)),
	CONSTRAINT "pay_items_choice" CHECK ((choice is null) = (chosen_pence is null) and case choice
        when 'all' then chosen_pence = amount_pence when 'voucher' then chosen_pence = amount_pence
        when 'charity' then chosen_pence = amount_pence and btrim(charity_name) <> ''
        when 'less' then chosen_pence > 0 and chosen_pence < amount_pence
        when 'nothing' then chosen_pence = 0 else true end),
	CONSTRAINT "pay_items_state" CHECK (case state when 'due' then choice is null when 'declined' then choice = 'nothing'
          when 'refused' then paid_at is null and btrim(refused_why) <> ''
          else chosen_pence > 0 and choice <> 'nothing' end
        and (state in ('paid', 'settled')) = (paid_at is not null)
        and (state = 'settled') = (settled_pence is not null)),
	CONSTRAINT "pay_items_words" CHECK (char_length(words) <= 200 and char_length(charity_name) <= 120),
	CONSTRAINT "pay_items_said" CHECK ((entered_by is null) = (said_by is null))
);
--> statement-breakpoint
CREATE TABLE "pay_ways" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"way" text NOT NULL,
	"last4" text DEFAULT '' NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pay_ways_last4" CHECK ((way = 'bank') = (last4 <> '') and last4 ~ '^[0-9A-Z]{0,4}$')
);
--> statement-breakpoint
ALTER TABLE "pay_batches" ADD CONSTRAINT "pay_batches_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_exports" ADD CONSTRAINT "pay_exports_exported_by_people_id_fk" FOREIGN KEY ("exported_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_exports" ADD CONSTRAINT "pay_exports_place_id_batch_id_pay_batches_place_id_id_fk" FOREIGN KEY ("place_id","batch_id") REFERENCES "public"."pay_batches"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_lines" ADD CONSTRAINT "pay_lines_place_id_batch_id_pay_batches_place_id_id_fk" FOREIGN KEY ("place_id","batch_id") REFERENCES "public"."pay_batches"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_lines" ADD CONSTRAINT "pay_lines_place_id_item_id_pay_items_place_id_id_fk" FOREIGN KEY ("place_id","item_id") REFERENCES "public"."pay_items"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_advice" ADD CONSTRAINT "pay_advice_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_advice" ADD CONSTRAINT "pay_advice_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_rates" ADD CONSTRAINT "pay_rates_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_rates" ADD CONSTRAINT "pay_rates_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_settings" ADD CONSTRAINT "pay_settings_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_settings" ADD CONSTRAINT "pay_settings_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_attendance" ADD CONSTRAINT "pay_attendance_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_attendance" ADD CONSTRAINT "pay_attendance_place_id_member_id_group_members_place_id_id_fk" FOREIGN KEY ("place_id","member_id") REFERENCES "public"."group_members"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_attendance" ADD CONSTRAINT "pay_attendance_place_id_session_id_group_sessions_place_id_id_fk" FOREIGN KEY ("place_id","session_id") REFERENCES "public"."group_sessions"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_items" ADD CONSTRAINT "pay_items_entered_by_people_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_items" ADD CONSTRAINT "pay_items_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_items" ADD CONSTRAINT "pay_items_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_items" ADD CONSTRAINT "pay_items_place_id_group_id_groups_place_id_id_fk" FOREIGN KEY ("place_id","group_id") REFERENCES "public"."groups"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_items" ADD CONSTRAINT "pay_items_place_id_member_id_group_members_place_id_id_fk" FOREIGN KEY ("place_id","member_id") REFERENCES "public"."group_members"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_items" ADD CONSTRAINT "pay_items_place_id_session_id_group_sessions_place_id_id_fk" FOREIGN KEY ("place_id","session_id") REFERENCES "public"."group_sessions"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_ways" ADD CONSTRAINT "pay_ways_place_id_member_id_group_members_place_id_id_fk" FOREIGN KEY ("place_id","member_id") REFERENCES "public"."group_members"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pay_exports_by" ON "pay_exports" USING btree ("exported_by");--> statement-breakpoint
CREATE UNIQUE INDEX "pay_lines_once" ON "pay_lines" USING btree ("item_id") WHERE outcome is distinct from 'failed';--> statement-breakpoint
CREATE INDEX "pay_advice_of_place" ON "pay_advice" USING btree ("place_id","language");--> statement-breakpoint
CREATE INDEX "pay_rates_of_place" ON "pay_rates" USING btree ("place_id","what","from_day");--> statement-breakpoint
CREATE INDEX "pay_settings_of_place" ON "pay_settings" USING btree ("place_id","from_day");--> statement-breakpoint
CREATE UNIQUE INDEX "pay_items_once" ON "pay_items" USING btree ("member_id","session_id") WHERE kind = 'involvement';--> statement-breakpoint
CREATE UNIQUE INDEX "pay_items_spent_once" ON "pay_items" USING btree ("member_id","session_id","why","advance") WHERE kind = 'expense' and state not in ('declined', 'refused');--> statement-breakpoint
CREATE INDEX "pay_items_of_group" ON "pay_items" USING btree ("group_id","member_id");--> statement-breakpoint
CREATE INDEX "pay_items_waiting" ON "pay_items" USING btree ("place_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "pay_ways_one" ON "pay_ways" USING btree ("member_id");