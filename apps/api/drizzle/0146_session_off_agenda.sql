-- §4.2, issue 5: papers five working days before, or off the agenda. What others than residents wanted decided and had no
-- paper in time comes off and goes on the next agenda. What residents raised stays, to be talked about: the first third is
-- theirs, and nobody takes it from them by letting no paper go out.
ALTER TABLE "session_agenda_items" ADD COLUMN "off_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "session_agenda_items" ADD COLUMN "carried_to" uuid;--> statement-breakpoint
ALTER TABLE "session_agenda_items" ADD COLUMN "carried_from" uuid;--> statement-breakpoint
ALTER TABLE "session_agenda_items" ADD CONSTRAINT "session_agenda_items_carried_to_group_sessions_id_fk" FOREIGN KEY ("carried_to") REFERENCES "public"."group_sessions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_agenda_items" ADD CONSTRAINT "session_agenda_items_carried_from_group_sessions_id_fk" FOREIGN KEY ("carried_from") REFERENCES "public"."group_sessions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "session_agenda_to_carry" ON "session_agenda_items" USING btree ("session_id") WHERE off_at is not null and carried_to is null;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION session_first_third_missing(of_session uuid) RETURNS integer LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT greatest(0, ceil(coalesce(sum(minutes), 0) / 3.0)::integer
    - coalesce(sum(minutes) FILTER (WHERE position < coalesce((SELECT min(position) FROM session_agenda_items
        WHERE session_id = of_session AND off_at IS NULL AND bloc IS DISTINCT FROM 'residents'), 2147483647)), 0)::integer
    - coalesce((SELECT sum(r.minutes) FROM session_agenda_returns r WHERE r.session_id = of_session), 0)::integer)
    FROM session_agenda_items WHERE session_id = of_session AND off_at IS NULL
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION session_agenda_stands() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  of_session uuid;
  s group_sessions%ROWTYPE;
  total integer;
BEGIN
  IF TG_TABLE_NAME = 'group_sessions' THEN
    of_session := NEW.id;
  ELSIF TG_OP = 'DELETE' THEN
    of_session := OLD.session_id;
  ELSE
    of_session := NEW.session_id;
  END IF;
  SELECT * INTO s FROM group_sessions WHERE id = of_session;
  IF NOT FOUND OR s.agenda_published_at IS NULL THEN
    RETURN NULL;
  END IF;
  SELECT coalesce(sum(minutes) FILTER (WHERE off_at IS NULL), 0) INTO total FROM session_agenda_items WHERE session_id = of_session;
  IF NOT EXISTS (SELECT FROM session_agenda_items WHERE session_id = of_session)
    OR total * interval '1 minute' > s.ends_at - s.starts_at OR session_first_third_missing(of_session) > 0 THEN
    RAISE EXCEPTION 'the first third of an agenda is the residents’' USING ERRCODE = 'HW195';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION session_agenda_items_off() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  was_off timestamptz := CASE WHEN TG_OP = 'UPDATE' THEN OLD.off_at END;
BEGIN
  IF was_off IS NOT NULL THEN
    IF NEW.off_at IS DISTINCT FROM was_off OR NEW.purpose <> OLD.purpose THEN
      RAISE EXCEPTION 'what is off an agenda stays off' USING ERRCODE = 'HW197';
    END IF;
  ELSIF NEW.off_at IS NOT NULL THEN
    IF TG_OP = 'INSERT' OR NEW.bloc = 'residents' OR NEW.purpose <> 'decide' OR session_paper_in_time(NEW.id)
      OR NOT EXISTS (SELECT FROM group_sessions WHERE id = NEW.session_id AND papers_due_at <= clock_timestamp()) THEN
      RAISE EXCEPTION 'off comes only what others wanted decided without a paper in time' USING ERRCODE = 'HW191';
    END IF;
    NEW.off_at := clock_timestamp();
  END IF;
  IF NEW.carried_to IS NOT NULL AND NEW.off_at IS NULL THEN
    RAISE EXCEPTION 'only what is off is carried on' USING ERRCODE = 'HW191';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER session_agenda_items_off BEFORE INSERT OR UPDATE ON session_agenda_items
  FOR EACH ROW EXECUTE FUNCTION session_agenda_items_off();
--> statement-breakpoint
-- No paper makes good afterwards what is off: it is for the next agenda.
CREATE FUNCTION session_papers_on_agenda() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM session_agenda_items WHERE id = NEW.item_id AND off_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a paper is about something on this agenda' USING ERRCODE = 'HW191';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER session_papers_on_agenda BEFORE INSERT ON session_papers
  FOR EACH ROW EXECUTE FUNCTION session_papers_on_agenda();
