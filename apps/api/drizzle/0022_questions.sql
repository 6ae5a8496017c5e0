CREATE TABLE "challenge_followers" (
	"place_id" uuid NOT NULL,
	"challenge_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "challenge_followers_challenge_id_person_id_pk" PRIMARY KEY("challenge_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"place_id" uuid NOT NULL,
	"challenge_id" uuid NOT NULL,
	"words" text NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"asked_on" text NOT NULL,
	"tell_at" timestamp with time zone NOT NULL,
	"remind_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"told_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	"late_told_at" timestamp with time zone,
	"reply" text,
	"merged_into" uuid,
	"closed_by" uuid,
	"closed_as" text,
	"closed_at" timestamp with time zone,
	CONSTRAINT "questions_tenant" UNIQUE("place_id","id"),
	CONSTRAINT "questions_of_challenge" UNIQUE("challenge_id","id"),
	CONSTRAINT "questions_id_tells_no_time" CHECK (substr(id::text, 15, 1) = '4'),
	CONSTRAINT "questions_asked_on_a_day" CHECK (asked_on ~ '^\d{4}-\d{2}-\d{2}$'),
	CONSTRAINT "questions_words" CHECK (length(words) between 10 and 500 or (state = 'declined' and words = '')),
	CONSTRAINT "questions_closed_whole" CHECK ((state = 'asked') = (closed_at is null)
        and (closed_at is null) = (closed_by is null)
        and (closed_at is null) = (closed_as is null)
        and (state = 'merged') = (merged_into is not null)
        and (state in ('answered', 'declined')) = (reply is not null)
        and (state <> 'declined' or length(reply) >= 20))
);
--> statement-breakpoint
ALTER TABLE "challenge_followers" ADD CONSTRAINT "challenge_followers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge_followers" ADD CONSTRAINT "challenge_followers_place_id_challenge_id_challenges_place_id_id_fk" FOREIGN KEY ("place_id","challenge_id") REFERENCES "public"."challenges"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_closed_by_people_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_place_id_challenge_id_challenges_place_id_id_fk" FOREIGN KEY ("place_id","challenge_id") REFERENCES "public"."challenges"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_merged_within_challenge" FOREIGN KEY ("challenge_id","merged_into") REFERENCES "public"."questions"("challenge_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "followers_of_person" ON "challenge_followers" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "questions_asked_once" ON "questions" USING btree ("challenge_id",md5(words)) WHERE state = 'asked';--> statement-breakpoint
CREATE INDEX "questions_waiting" ON "questions" USING btree ("due_at") WHERE state = 'asked';