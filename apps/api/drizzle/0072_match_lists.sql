CREATE TABLE "match_cells" (
	"code" text NOT NULL,
	"theme" smallint NOT NULL,
	"mask" bigint NOT NULL,
	"sector" text NOT NULL,
	"known" boolean NOT NULL,
	"entries" integer NOT NULL,
	"smalls" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "match_lists" (
	"code" text NOT NULL,
	"entry_id" uuid NOT NULL,
	"wide" boolean NOT NULL,
	"mask" bigint NOT NULL,
	"sector" text NOT NULL,
	"small" boolean NOT NULL,
	"known" boolean NOT NULL,
	"lot" bigint NOT NULL,
	"words" integer[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "match_organisations" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"takes_part" boolean NOT NULL,
	"entry_id" uuid,
	"mask" bigint NOT NULL,
	"cards" bigint[] NOT NULL,
	"sector" text NOT NULL,
	"small" boolean NOT NULL,
	"lot" bigint NOT NULL,
	"areas" integer[] NOT NULL,
	"trusted" integer[] NOT NULL,
	"weekly" integer[] NOT NULL,
	"members" integer[] NOT NULL,
	"reaches" jsonb NOT NULL,
	"lived" smallint,
	"skills" integer NOT NULL,
	"rooms" smallint NOT NULL,
	"hours" integer,
	"backfill" boolean NOT NULL,
	"not_before" text,
	"words" integer[]
);
--> statement-breakpoint
CREATE TABLE "match_postings" (
	"code" text NOT NULL,
	"term" integer NOT NULL,
	"entry_id" uuid NOT NULL,
	"mask" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "match_terms" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "match_terms_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"term" text NOT NULL,
	"entries" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "match_terms_term_unique" UNIQUE("term")
);
--> statement-breakpoint
CREATE TABLE "challenge_matches" (
	"challenge_id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"changes" integer DEFAULT 0 NOT NULL,
	"made_of" integer,
	"knows_answers" boolean DEFAULT false NOT NULL,
	"made_at" timestamp with time zone,
	"list" text
);
--> statement-breakpoint
ALTER TABLE "match_organisations" ADD CONSTRAINT "match_organisations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge_matches" ADD CONSTRAINT "challenge_matches_challenge_id_challenges_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."challenges"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "match_organisations_here" ON "match_organisations" USING btree ("place_id","entry_id");--> statement-breakpoint
CREATE INDEX "challenge_matches_here" ON "challenge_matches" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "challenge_matches_oldest" ON "challenge_matches" USING btree ("made_at");