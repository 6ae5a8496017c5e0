CREATE TABLE "safeguarding_concerns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"state" text DEFAULT 'new' NOT NULL,
	"read_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "concerns_state" CHECK ((state = 'settled') = (settled_at is not null) and (state = 'new') = (read_at is null))
);
--> statement-breakpoint
CREATE TABLE "safeguarding_leads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"lead_id" uuid NOT NULL,
	"phone" text NOT NULL,
	"hours" text NOT NULL,
	"named_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_threads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"title" text NOT NULL,
	"lang" text NOT NULL,
	"closed" boolean DEFAULT false NOT NULL,
	"last_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "threads_tenant" UNIQUE("place_id","group_id","id"),
	CONSTRAINT "threads_lang" CHECK (lang ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
	CONSTRAINT "threads_title" CHECK (char_length(title) between 1 and 120)
);
--> statement-breakpoint
CREATE TABLE "message_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"message_id" uuid,
	"member_id" uuid,
	"author_id" uuid,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"alt" text NOT NULL,
	"width" integer,
	"height" integer,
	"size" integer NOT NULL,
	"data" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "files_one_sender" CHECK (num_nonnulls(member_id, author_id) = 1),
	CONSTRAINT "files_size" CHECK (size = octet_length(data) and size between 1 and 5242880),
	CONSTRAINT "files_alt" CHECK (char_length(alt) between 1 and 300),
	CONSTRAINT "files_name" CHECK (name ~ '^[A-Za-z0-9][A-Za-z0-9 _-]{0,79}\.(webp|pdf)$'),
	CONSTRAINT "files_image" CHECK ((kind = 'image') = (width is not null) and (width is null) = (height is null))
);
--> statement-breakpoint
CREATE TABLE "message_versions" (
	"message_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"words" text NOT NULL,
	"lang" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	CONSTRAINT "message_versions_message_id_number_pk" PRIMARY KEY("message_id","number")
);
--> statement-breakpoint
CREATE TABLE "thread_hearing" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"daily" boolean NOT NULL,
	"told_until" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "thread_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"thread_id" uuid NOT NULL,
	"member_id" uuid,
	"author_id" uuid,
	"words" text NOT NULL,
	"lang" text NOT NULL,
	"show_bloc" boolean NOT NULL,
	"key" uuid NOT NULL,
	"typed_by" uuid,
	"said_by" text,
	"taken_back_at" timestamp with time zone,
	"emptied_at" timestamp with time zone,
	"hidden_act" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "messages_tenant" UNIQUE("place_id","group_id","id"),
	CONSTRAINT "messages_one_writer" CHECK (num_nonnulls(member_id, author_id) = 1),
	CONSTRAINT "messages_lang" CHECK (lang ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
	CONSTRAINT "messages_words" CHECK (case when taken_back_at is not null or emptied_at is not null then words = ''
        else char_length(words) between 1 and 4000 end),
	CONSTRAINT "messages_typed" CHECK ((typed_by is null) = (said_by is null) and (typed_by is null or member_id is not null))
);
--> statement-breakpoint
CREATE TABLE "content_reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"member_id" uuid,
	"author_id" uuid,
	"reason" text NOT NULL,
	"said" text NOT NULL,
	"answer_by" timestamp with time zone NOT NULL,
	"reminded_at" timestamp with time zone,
	"outcome" text,
	"answer" text DEFAULT '' NOT NULL,
	"answered_at" timestamp with time zone,
	"answered_by_member" uuid,
	"answered_by_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reports_one_sender" CHECK (num_nonnulls(member_id, author_id) = 1),
	CONSTRAINT "reports_answered" CHECK ((outcome is null) = (answered_at is null) and (outcome is null) = (answer = '')
        and num_nonnulls(answered_by_member, answered_by_id) = case when outcome is null then 0 else 1 end)
);
--> statement-breakpoint
CREATE TABLE "group_moderators" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"act" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "moderation_acts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"act" text NOT NULL,
	"message_id" uuid,
	"thread_id" uuid,
	"about_id" uuid,
	"author_id" uuid,
	"member_id" uuid,
	"reason" text,
	"sentence" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "acts_one_doer" CHECK (num_nonnulls(member_id, author_id) = 1),
	CONSTRAINT "acts_say_why" CHECK (char_length(btrim(sentence)) >= 10 and (act = 'hidden') = (reason is not null)),
	CONSTRAINT "acts_about" CHECK (case when act like 'thread-%' then thread_id is not null and message_id is null and about_id is null
        when act like 'moderator-%' then about_id is not null and message_id is null and thread_id is null
        else message_id is not null and thread_id is null and about_id is null end)
);
--> statement-breakpoint
ALTER TABLE "safeguarding_concerns" ADD CONSTRAINT "safeguarding_concerns_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safeguarding_leads" ADD CONSTRAINT "safeguarding_leads_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safeguarding_leads" ADD CONSTRAINT "safeguarding_leads_lead_id_people_id_fk" FOREIGN KEY ("lead_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "safeguarding_leads" ADD CONSTRAINT "safeguarding_leads_named_by_people_id_fk" FOREIGN KEY ("named_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_threads" ADD CONSTRAINT "group_threads_place_id_group_id_groups_place_id_id_fk" FOREIGN KEY ("place_id","group_id") REFERENCES "public"."groups"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_files" ADD CONSTRAINT "message_files_message_id_thread_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."thread_messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_files" ADD CONSTRAINT "message_files_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_files" ADD CONSTRAINT "message_files_place_id_group_id_groups_place_id_id_fk" FOREIGN KEY ("place_id","group_id") REFERENCES "public"."groups"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_files" ADD CONSTRAINT "message_files_place_id_member_id_group_members_place_id_id_fk" FOREIGN KEY ("place_id","member_id") REFERENCES "public"."group_members"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_versions" ADD CONSTRAINT "message_versions_message_id_thread_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."thread_messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_hearing" ADD CONSTRAINT "thread_hearing_member_id_group_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."group_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_messages" ADD CONSTRAINT "thread_messages_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_messages" ADD CONSTRAINT "thread_messages_typed_by_people_id_fk" FOREIGN KEY ("typed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_messages" ADD CONSTRAINT "thread_messages_place_id_group_id_thread_id_group_threads_place_id_group_id_id_fk" FOREIGN KEY ("place_id","group_id","thread_id") REFERENCES "public"."group_threads"("place_id","group_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_messages" ADD CONSTRAINT "thread_messages_place_id_member_id_group_members_place_id_id_fk" FOREIGN KEY ("place_id","member_id") REFERENCES "public"."group_members"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_reports" ADD CONSTRAINT "content_reports_message_id_thread_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."thread_messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_reports" ADD CONSTRAINT "content_reports_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_reports" ADD CONSTRAINT "content_reports_answered_by_id_people_id_fk" FOREIGN KEY ("answered_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_reports" ADD CONSTRAINT "content_reports_place_id_group_id_groups_place_id_id_fk" FOREIGN KEY ("place_id","group_id") REFERENCES "public"."groups"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "content_reports" ADD CONSTRAINT "content_reports_place_id_member_id_group_members_place_id_id_fk" FOREIGN KEY ("place_id","member_id") REFERENCES "public"."group_members"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_moderators" ADD CONSTRAINT "group_moderators_member_id_group_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."group_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_acts" ADD CONSTRAINT "moderation_acts_message_id_thread_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."thread_messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_acts" ADD CONSTRAINT "moderation_acts_thread_id_group_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."group_threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_acts" ADD CONSTRAINT "moderation_acts_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_acts" ADD CONSTRAINT "moderation_acts_place_id_group_id_groups_place_id_id_fk" FOREIGN KEY ("place_id","group_id") REFERENCES "public"."groups"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_acts" ADD CONSTRAINT "moderation_acts_place_id_member_id_group_members_place_id_id_fk" FOREIGN KEY ("place_id","member_id") REFERENCES "public"."group_members"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_acts" ADD CONSTRAINT "moderation_acts_place_id_about_id_group_members_place_id_id_fk" FOREIGN KEY ("place_id","about_id") REFERENCES "public"."group_members"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "concerns_reference" ON "safeguarding_concerns" USING btree ("place_id","reference");--> statement-breakpoint
CREATE INDEX "concerns_of_place" ON "safeguarding_concerns" USING btree ("place_id","id");--> statement-breakpoint
CREATE INDEX "concerns_unread" ON "safeguarding_concerns" USING btree ("created_at") WHERE state = 'new';--> statement-breakpoint
CREATE UNIQUE INDEX "leads_number" ON "safeguarding_leads" USING btree ("place_id","number");--> statement-breakpoint
CREATE INDEX "threads_of_group" ON "group_threads" USING btree ("group_id","last_at","id");--> statement-breakpoint
CREATE INDEX "files_of_message" ON "message_files" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "files_loose" ON "message_files" USING btree ("created_at") WHERE message_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX "messages_once" ON "thread_messages" USING btree ("thread_id","key");--> statement-breakpoint
CREATE INDEX "messages_of_thread" ON "thread_messages" USING btree ("thread_id","id");--> statement-breakpoint
CREATE INDEX "messages_of_member" ON "thread_messages" USING btree ("member_id") WHERE member_id is not null;--> statement-breakpoint
CREATE INDEX "messages_of_group" ON "thread_messages" USING btree ("group_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "reports_once" ON "content_reports" USING btree ("message_id","member_id");--> statement-breakpoint
CREATE INDEX "reports_of_group" ON "content_reports" USING btree ("group_id","id");--> statement-breakpoint
CREATE INDEX "reports_due" ON "content_reports" USING btree ("answer_by") WHERE outcome is null and reminded_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "acts_asked_back_once" ON "moderation_acts" USING btree ("message_id") WHERE act = 'asked-back';--> statement-breakpoint
CREATE INDEX "acts_of_group" ON "moderation_acts" USING btree ("group_id","id");--> statement-breakpoint
CREATE INDEX "acts_of_message" ON "moderation_acts" USING btree ("message_id","id");