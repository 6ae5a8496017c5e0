CREATE TABLE "reading_comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"challenge_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"reads_as" text NOT NULL,
	"organisation_id" uuid,
	"field" text,
	"quote" text,
	"words" text NOT NULL,
	"seconds_taken" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answer_due_at" timestamp with time zone NOT NULL,
	"reminded_at" timestamp with time zone,
	"answer" text,
	"answered_by" uuid,
	"answered_at" timestamp with time zone,
	CONSTRAINT "reading_comment_for_whom" CHECK ((reads_as = 'organisation') = (organisation_id is not null)),
	CONSTRAINT "reading_answer_is_whole" CHECK ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
--> statement-breakpoint
ALTER TABLE "reading_comments" ADD CONSTRAINT "reading_comments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_comments" ADD CONSTRAINT "reading_comments_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_comments" ADD CONSTRAINT "reading_comments_place_id_challenge_id_challenges_place_id_id_fk" FOREIGN KEY ("place_id","challenge_id") REFERENCES "public"."challenges"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_comments" ADD CONSTRAINT "reading_comments_place_id_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reading_comments_of_challenge" ON "reading_comments" USING btree ("challenge_id","created_at");--> statement-breakpoint
CREATE INDEX "reading_comments_due" ON "reading_comments" USING btree ("answer_due_at") WHERE answered_at is null;