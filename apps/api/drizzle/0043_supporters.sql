CREATE TABLE "supports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"supporter_id" uuid,
	"contact" text NOT NULL,
	"called_name" text NOT NULL,
	"scopes" text[] NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"asked_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "supports_not_oneself" CHECK (supporter_id is null or supporter_id <> person_id),
	CONSTRAINT "supports_parts" CHECK (cardinality(scopes) between 1 and 2 and scopes <@ array['groups', 'answers']),
	CONSTRAINT "supports_a_year" CHECK (until > asked_at and until <= asked_at + interval '1 year'),
	CONSTRAINT "supports_state" CHECK (state in ('asked', 'active', 'declined', 'ended', 'lapsed')
        and (state <> 'active' or supporter_id is not null) and (state <> 'asked' or supporter_id is null)
        and (state in ('asked', 'active')) = (ended_at is null)),
	CONSTRAINT "supports_said_goes" CHECK ((state = 'asked') = (contact <> '') and (state = 'asked' or called_name = ''))
);
--> statement-breakpoint
ALTER TABLE "group_echoes" ADD COLUMN "held_back" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "supports" ADD CONSTRAINT "supports_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supports" ADD CONSTRAINT "supports_supporter_id_people_id_fk" FOREIGN KEY ("supporter_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supports" ADD CONSTRAINT "supports_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "supports_one_each" ON "supports" USING btree ("person_id","supporter_id") WHERE state = 'active';--> statement-breakpoint
CREATE UNIQUE INDEX "supports_asked_once" ON "supports" USING btree ("person_id","contact") WHERE state = 'asked';--> statement-breakpoint
CREATE INDEX "supports_of_supporter" ON "supports" USING btree ("supporter_id");--> statement-breakpoint
CREATE INDEX "supports_by_contact" ON "supports" USING btree ("contact") WHERE state = 'asked';