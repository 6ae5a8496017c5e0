CREATE TABLE "interest_feedback" (
	"place_id" uuid NOT NULL,
	"challenge_id" uuid NOT NULL,
	"interest_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"sentence" text NOT NULL,
	CONSTRAINT "interest_feedback_interest_id_position_pk" PRIMARY KEY("interest_id","position"),
	CONSTRAINT "interest_feedback_sentence" CHECK (length(btrim(sentence)) >= 30)
);
--> statement-breakpoint
CREATE TABLE "interest_next_steps" (
	"place_id" uuid NOT NULL,
	"challenge_id" uuid NOT NULL,
	"interest_id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "interest_next_steps_kind" CHECK (kind in ('keep-in-touch', 'meet-broker', 'join-group', 'another-challenge', 'practical-tip', 'start-with-team')),
	CONSTRAINT "interest_next_steps_note" CHECK (length(btrim(note)) >= 10)
);
--> statement-breakpoint
CREATE TABLE "answer_clocks" (
	"challenge_id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"ten_days_at" timestamp with time zone NOT NULL,
	"soon_at" timestamp with time zone NOT NULL,
	"day_at" timestamp with time zone NOT NULL,
	"soon_told" timestamp with time zone,
	"day_told" timestamp with time zone,
	"late_told" timestamp with time zone,
	CONSTRAINT "answer_clocks_order" CHECK (soon_at <= day_at and day_at <= due_at and due_at <= ten_days_at)
);
--> statement-breakpoint
CREATE TABLE "decision_drafts" (
	"challenge_id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"decisions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"statement" text DEFAULT '' NOT NULL,
	"reserved_places_reason" text DEFAULT '' NOT NULL,
	"saved_by" uuid NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feedback_ratings" (
	"interest_id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"rating" smallint NOT NULL,
	"rated_by" uuid NOT NULL,
	"rated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changeable_until" timestamp with time zone NOT NULL,
	CONSTRAINT "feedback_ratings_one_to_five" CHECK (rating between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "questions_back" (
	"interest_id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"question" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"day_at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	"day_told" timestamp with time zone,
	"late_told" timestamp with time zone,
	CONSTRAINT "questions_back_answered" CHECK ((answer is null) = (answered_at is null)),
	CONSTRAINT "questions_back_order" CHECK (asked_at < due_at and day_at <= due_at)
);
--> statement-breakpoint
ALTER TABLE "interest_feedback" ADD CONSTRAINT "interest_feedback_place_id_interest_id_interests_place_id_id_fk" FOREIGN KEY ("place_id","interest_id") REFERENCES "public"."interests"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest_feedback" ADD CONSTRAINT "interest_feedback_challenge_id_position_challenge_criteria_challenge_id_position_fk" FOREIGN KEY ("challenge_id","position") REFERENCES "public"."challenge_criteria"("challenge_id","position") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interest_next_steps" ADD CONSTRAINT "interest_next_steps_place_id_interest_id_interests_place_id_id_fk" FOREIGN KEY ("place_id","interest_id") REFERENCES "public"."interests"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_clocks" ADD CONSTRAINT "answer_clocks_place_id_challenge_id_challenges_place_id_id_fk" FOREIGN KEY ("place_id","challenge_id") REFERENCES "public"."challenges"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_drafts" ADD CONSTRAINT "decision_drafts_saved_by_people_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_drafts" ADD CONSTRAINT "decision_drafts_place_id_challenge_id_challenges_place_id_id_fk" FOREIGN KEY ("place_id","challenge_id") REFERENCES "public"."challenges"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_ratings" ADD CONSTRAINT "feedback_ratings_rated_by_people_id_fk" FOREIGN KEY ("rated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feedback_ratings" ADD CONSTRAINT "feedback_ratings_place_id_interest_id_interests_place_id_id_fk" FOREIGN KEY ("place_id","interest_id") REFERENCES "public"."interests"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions_back" ADD CONSTRAINT "questions_back_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions_back" ADD CONSTRAINT "questions_back_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions_back" ADD CONSTRAINT "questions_back_place_id_interest_id_interests_place_id_id_fk" FOREIGN KEY ("place_id","interest_id") REFERENCES "public"."interests"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_clocks_running" ON "answer_clocks" USING btree ("due_at") WHERE late_told is null;--> statement-breakpoint
CREATE INDEX "questions_back_waiting" ON "questions_back" USING btree ("day_at") WHERE answered_at is null;