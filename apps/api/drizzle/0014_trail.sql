CREATE SCHEMA "trail";
--> statement-breakpoint
CREATE TABLE "trail"."checkpoints" (
	"chain" uuid NOT NULL,
	"size" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	"origin" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "checkpoints_chain_size_pk" PRIMARY KEY("chain","size")
);
--> statement-breakpoint
CREATE TABLE "trail"."heads" (
	"chain" uuid PRIMARY KEY NOT NULL,
	"size" bigint NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "trail"."links" (
	"chain" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"event_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"salt" "bytea",
	"detail_commit" "bytea" NOT NULL,
	"prev" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "links_chain_seq_pk" PRIMARY KEY("chain","seq"),
	CONSTRAINT "links_event_id_unique" UNIQUE("event_id")
);
--> statement-breakpoint
CREATE TABLE "trail_witnesses" (
	"chain" uuid PRIMARY KEY NOT NULL,
	"size" bigint NOT NULL,
	"sent_at" timestamp with time zone NOT NULL
);
