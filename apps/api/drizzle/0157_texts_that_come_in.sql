CREATE TABLE "incoming_texts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"member_id" uuid,
	"number_hash" "bytea" NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"reminded_at" timestamp with time zone,
	"late_told_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	"came_of" text,
	CONSTRAINT "incoming_texts_came_of" CHECK ((done_at is null) = (came_of is null) and came_of in ('in-touch', 'written-down', 'nothing', 'taken-back'))
);
--> statement-breakpoint
CREATE TABLE "texts_taken" (
	"gateway_hash" "bytea" PRIMARY KEY NOT NULL,
	"number_hash" "bytea" NOT NULL,
	"taken_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "group_members" ADD COLUMN "texts_stopped_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "incoming_texts" ADD CONSTRAINT "incoming_texts_place_id_group_id_groups_place_id_id_fk" FOREIGN KEY ("place_id","group_id") REFERENCES "public"."groups"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incoming_texts" ADD CONSTRAINT "incoming_texts_place_id_member_id_group_members_place_id_id_fk" FOREIGN KEY ("place_id","member_id") REFERENCES "public"."group_members"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "incoming_texts_waiting" ON "incoming_texts" USING btree ("group_id","due_at") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "incoming_texts_of_number" ON "incoming_texts" USING btree ("number_hash") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "incoming_texts_of_member" ON "incoming_texts" USING btree ("member_id") WHERE member_id is not null;--> statement-breakpoint
CREATE INDEX "incoming_texts_old" ON "incoming_texts" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "texts_taken_of_number" ON "texts_taken" USING btree ("number_hash","taken_at");--> statement-breakpoint
-- A text waits, is dealt with once, and goes with whoever leaves (CD2, J-17).
CREATE FUNCTION incoming_texts_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF (NEW.id, NEW.place_id, NEW.group_id, NEW.member_id, NEW.number_hash, NEW.received_at, NEW.due_at)
      IS DISTINCT FROM (OLD.id, OLD.place_id, OLD.group_id, OLD.member_id, OLD.number_hash, OLD.received_at, OLD.due_at)
    OR OLD.done_at IS NOT NULL AND (NEW.done_at, NEW.came_of) IS DISTINCT FROM (OLD.done_at, OLD.came_of) THEN
    RAISE EXCEPTION 'a text stays as it came, and what came of it as it was said' USING ERRCODE = 'HW275';
  END IF;
  IF NEW.done_at IS NOT NULL AND OLD.done_at IS NULL THEN
    NEW.done_at := clock_timestamp();
    DELETE FROM vault_boxes WHERE subject_id = NEW.id;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER incoming_texts_guard BEFORE UPDATE ON incoming_texts FOR EACH ROW EXECUTE FUNCTION incoming_texts_guard();
--> statement-breakpoint
CREATE FUNCTION incoming_texts_words() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM vault_boxes WHERE subject_id = OLD.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER incoming_texts_words AFTER DELETE ON incoming_texts FOR EACH ROW EXECUTE FUNCTION incoming_texts_words();
--> statement-breakpoint
CREATE FUNCTION incoming_texts_leave() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM incoming_texts WHERE member_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER incoming_texts_leave AFTER UPDATE OF state ON group_members
  FOR EACH ROW WHEN (NEW.state = 'left' AND OLD.state <> 'left') EXECUTE FUNCTION incoming_texts_leave();
--> statement-breakpoint
-- The places a number has: compared by its last nine digits first, which an index can find, and then whole.
CREATE INDEX members_by_number ON group_members (right(regexp_replace(contact, '[^0-9]', '', 'g'), 9))
  WHERE contact_by = 'phone' AND state <> 'left';
