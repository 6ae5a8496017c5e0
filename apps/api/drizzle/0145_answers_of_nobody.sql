ALTER TABLE "homework_marks" DROP CONSTRAINT "homework_marks_suggestion_id_member_id_pk";--> statement-breakpoint
ALTER TABLE "ladder_ratings" DROP CONSTRAINT "ladder_ratings_group_id_member_id_pk";--> statement-breakpoint
ALTER TABLE "session_felt" DROP CONSTRAINT "session_felt_session_id_member_id_pk";--> statement-breakpoint
ALTER TABLE "homework_marks" ALTER COLUMN "member_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "ladder_ratings" ALTER COLUMN "member_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "session_felt" ALTER COLUMN "member_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "homework_marks" ADD COLUMN "bloc" text;--> statement-breakpoint
ALTER TABLE "ladder_ratings" ADD COLUMN "bloc" text;--> statement-breakpoint
ALTER TABLE "session_felt" ADD COLUMN "bloc" text;--> statement-breakpoint
ALTER TABLE "session_felt" ADD COLUMN "teller" uuid;--> statement-breakpoint
ALTER TABLE "homework_marks" ADD CONSTRAINT "homework_marks_once" UNIQUE("suggestion_id","member_id");--> statement-breakpoint
ALTER TABLE "ladder_ratings" ADD CONSTRAINT "ladder_ratings_once" UNIQUE("group_id","member_id");--> statement-breakpoint
ALTER TABLE "session_felt" ADD CONSTRAINT "session_felt_once" UNIQUE("session_id","member_id");--> statement-breakpoint
ALTER TABLE "homework_marks" ADD CONSTRAINT "homework_marks_of_one_or_a_voice" CHECK ((member_id is null) = (bloc is not null));--> statement-breakpoint
ALTER TABLE "ladder_ratings" ADD CONSTRAINT "ladder_ratings_of_one_or_a_voice" CHECK ((member_id is null) = (bloc is not null));--> statement-breakpoint
ALTER TABLE "session_felt" ADD CONSTRAINT "session_felt_of_one_or_a_voice" CHECK ((member_id is null) = (bloc is not null) and (bloc is null) = (teller is null));--> statement-breakpoint
-- Whose an answer was is forgotten, what was answered stays: only with the member's own voice in its place, and never sooner
-- than what the figures stand on has come to rest.
CREATE FUNCTION voice_of_member(m uuid) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT bloc FROM group_members WHERE id = m
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION homework_marks_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  g uuid;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a mark is changed, not taken away' USING ERRCODE = 'HW225';
  END IF;
  SELECT group_id INTO g FROM suggestions WHERE id = NEW.suggestion_id;
  IF TG_OP = 'UPDATE' AND OLD.member_id IS NOT NULL AND NEW.member_id IS NULL THEN
    IF (NEW.suggestion_id, NEW.place_id, NEW.mark) IS DISTINCT FROM (OLD.suggestion_id, OLD.place_id, OLD.mark)
      OR NEW.bloc IS DISTINCT FROM voice_of_member(OLD.member_id) OR NEW.entered_by IS NOT NULL
      OR NOT EXISTS (SELECT FROM group_reports WHERE group_id = g AND marked_at < clock_timestamp() - interval '30 days') THEN
      RAISE EXCEPTION 'whose a mark is goes thirty days after marks are published, and nothing else' USING ERRCODE = 'HW225';
    END IF;
    NEW.marked_at := clock_timestamp();
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.suggestion_id, NEW.member_id, NEW.place_id, NEW.bloc)
    IS DISTINCT FROM (OLD.suggestion_id, OLD.member_id, OLD.place_id, OLD.bloc) THEN
    RAISE EXCEPTION 'a mark is its member''s own' USING ERRCODE = 'HW225';
  END IF;
  PERFORM 1 FROM groups WHERE id = g AND state = 'reporting-back' FOR SHARE;
  IF NOT FOUND OR EXISTS (SELECT FROM group_reports WHERE group_id = g AND marked_at IS NOT NULL) THEN
    RAISE EXCEPTION 'homework is marked while the group reports back' USING ERRCODE = 'HW225';
  END IF;
  IF NOT EXISTS (SELECT FROM group_members m WHERE m.id = NEW.member_id AND m.group_id = g AND m.state <> 'left') THEN
    RAISE EXCEPTION 'only who takes part marks' USING ERRCODE = 'HW220';
  END IF;
  NEW.marked_at := clock_timestamp();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION ladder_ratings_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a rung is changed, not taken away' USING ERRCODE = 'HW226';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.member_id IS NOT NULL AND NEW.member_id IS NULL THEN
    IF (NEW.group_id, NEW.place_id, NEW.rung) IS DISTINCT FROM (OLD.group_id, OLD.place_id, OLD.rung)
      OR NEW.bloc IS DISTINCT FROM voice_of_member(OLD.member_id) OR NEW.entered_by IS NOT NULL
      OR NOT EXISTS (SELECT FROM group_reports WHERE group_id = NEW.group_id
        AND closed_at < clock_timestamp() - interval '30 days') THEN
      RAISE EXCEPTION 'whose a rung is goes thirty days after the group has finished, and nothing else' USING ERRCODE = 'HW226';
    END IF;
    NEW.rated_at := clock_timestamp();
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.group_id, NEW.member_id, NEW.place_id, NEW.bloc)
    IS DISTINCT FROM (OLD.group_id, OLD.member_id, OLD.place_id, OLD.bloc) THEN
    RAISE EXCEPTION 'a rung is its member''s own' USING ERRCODE = 'HW226';
  END IF;
  PERFORM 1 FROM groups WHERE id = NEW.group_id AND state IN ('reporting-back', 'homework-marked') FOR SHARE;
  IF NOT FOUND OR NOT EXISTS (SELECT FROM group_reports WHERE group_id = NEW.group_id AND ladder_asked_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the ladder is asked at the end' USING ERRCODE = 'HW226';
  END IF;
  IF NOT EXISTS (SELECT FROM group_members m WHERE m.id = NEW.member_id AND m.group_id = NEW.group_id AND m.state <> 'left') THEN
    RAISE EXCEPTION 'only who takes part says where it stood' USING ERRCODE = 'HW220';
  END IF;
  NEW.rated_at := clock_timestamp();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION session_felt_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  g uuid;
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.member_id IS NOT NULL AND NEW.member_id IS NULL THEN
    SELECT group_id INTO g FROM group_sessions WHERE id = NEW.session_id;
    IF (NEW.session_id, NEW.place_id, NEW.heard, NEW.changed) IS DISTINCT FROM (OLD.session_id, OLD.place_id, OLD.heard, OLD.changed)
      OR NEW.bloc IS DISTINCT FROM voice_of_member(OLD.member_id) OR NEW.teller = OLD.member_id
      OR NOT EXISTS (SELECT FROM group_reports WHERE group_id = g AND closed_at < clock_timestamp() - interval '30 days')
      AND EXISTS (SELECT FROM group_sessions WHERE group_id = g AND ends_at > clock_timestamp() - interval '365 days') THEN
      RAISE EXCEPTION 'who said how it felt goes thirty days after the group has finished or a year without a session, and nothing else'
        USING ERRCODE = 'HW198';
    END IF;
    NEW.said_at := clock_timestamp();
    RETURN NEW;
  END IF;
  IF session_voice(NEW.session_id, NEW.member_id) IS NULL
    OR TG_OP = 'UPDATE' AND (NEW.session_id, NEW.member_id, NEW.bloc, NEW.teller)
      IS DISTINCT FROM (OLD.session_id, OLD.member_id, OLD.bloc, OLD.teller) THEN
    RAISE EXCEPTION 'only who takes part says how it felt' USING ERRCODE = 'HW191';
  END IF;
  IF NOT EXISTS (SELECT FROM group_sessions WHERE id = NEW.session_id AND state <> 'cancelled'
    AND ends_at <= clock_timestamp() AND ends_at > clock_timestamp() - interval '7 days') THEN
    RAISE EXCEPTION 'for a week after a session' USING ERRCODE = 'HW198';
  END IF;
  NEW.said_at := clock_timestamp();
  RETURN NEW;
END $$;
