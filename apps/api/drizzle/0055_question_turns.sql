CREATE TABLE "question_turn_keys" (
	"day" text PRIMARY KEY NOT NULL,
	"key" "bytea" NOT NULL,
	CONSTRAINT "question_turn_keys_day" CHECK (day ~ '^\d{4}-\d{2}-\d{2}$' and length(key) = 32)
);
--> statement-breakpoint
CREATE TABLE "question_turns" (
	"day" text NOT NULL,
	"challenge_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"asked" smallint NOT NULL,
	CONSTRAINT "question_turns_day_challenge_id_number_pk" PRIMARY KEY("day","challenge_id","number"),
	CONSTRAINT "question_turns_few" CHECK (asked between 1 and 5 and number between 0 and 1023)
);
--> statement-breakpoint
ALTER TABLE "question_turns" ADD CONSTRAINT "question_turns_day_question_turn_keys_day_fk" FOREIGN KEY ("day") REFERENCES "public"."question_turn_keys"("day") ON DELETE cascade ON UPDATE no action;