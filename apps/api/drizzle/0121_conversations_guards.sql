-- CO5: what a group says to each other. Nothing is hidden, closed or handed out but by a line in the moderation log that
-- everybody in the group reads; nobody deletes the words of others; and that somebody may be at risk never reaches who
-- runs groups or asks for a council.
ALTER TABLE message_files ALTER COLUMN data SET STORAGE EXTERNAL;
--> statement-breakpoint
CREATE FUNCTION conversation_is_over(of_group uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM groups g WHERE g.id = of_group AND g.state = 'closed')
$$;
--> statement-breakpoint
-- Somebody of the group: a member who has not left, or whoever runs it.
CREATE FUNCTION is_of_group(of_group uuid, member uuid, author uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE WHEN member IS NOT NULL
    THEN EXISTS (SELECT FROM group_members m WHERE m.id = member AND m.group_id = of_group AND m.state <> 'left')
    ELSE EXISTS (SELECT FROM groups g WHERE g.id = of_group AND g.facilitator_id = author) END
$$;
--> statement-breakpoint
CREATE FUNCTION looks_after(of_group uuid, member uuid, author uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT is_of_group(of_group, member, author)
    AND (member IS NULL OR EXISTS (SELECT FROM group_moderators d WHERE d.member_id = member AND d.group_id = of_group))
$$;
--> statement-breakpoint
CREATE FUNCTION group_threads_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF NOT conversation_is_over(OLD.group_id) THEN
      RAISE EXCEPTION 'what a group talks about is not deleted' USING ERRCODE = 'HW232';
    END IF;
    RETURN OLD;
  END IF;
  IF TG_OP = 'INSERT' THEN
    NEW.created_at := clock_timestamp();
    NEW.last_at := NEW.created_at;
    IF NEW.closed OR conversation_is_over(NEW.group_id) THEN
      RAISE EXCEPTION 'a conversation begins open, in a group that goes on' USING ERRCODE = 'HW233';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.place_id, NEW.group_id, NEW.title, NEW.lang, NEW.created_at)
    IS DISTINCT FROM (OLD.id, OLD.place_id, OLD.group_id, OLD.title, OLD.lang, OLD.created_at) THEN
    RAISE EXCEPTION 'what a conversation is about stands' USING ERRCODE = 'HW232';
  END IF;
  IF NEW.closed <> OLD.closed AND pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'a conversation is closed by a line in the log' USING ERRCODE = 'HW230';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER group_threads_guard BEFORE INSERT OR UPDATE OR DELETE ON group_threads
  FOR EACH ROW EXECUTE FUNCTION group_threads_guard();
--> statement-breakpoint
CREATE FUNCTION thread_messages_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  now_at timestamptz := clock_timestamp();
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF NOT conversation_is_over(OLD.group_id) THEN
      RAISE EXCEPTION 'nobody deletes words' USING ERRCODE = 'HW232';
    END IF;
    RETURN OLD;
  END IF;
  IF TG_OP = 'INSERT' THEN
    NEW.created_at := now_at;
    IF NEW.taken_back_at IS NOT NULL OR NEW.emptied_at IS NOT NULL OR NEW.hidden_act IS NOT NULL THEN
      RAISE EXCEPTION 'a message begins as it is' USING ERRCODE = 'HW230';
    END IF;
    IF is_of_group(NEW.group_id, NEW.member_id, NEW.author_id) IS NOT TRUE
      OR NEW.typed_by IS NOT NULL AND is_of_group(NEW.group_id, NULL, NEW.typed_by) IS NOT TRUE THEN
      RAISE EXCEPTION 'written by somebody of the group' USING ERRCODE = 'HW234';
    END IF;
    PERFORM 1 FROM group_threads t WHERE t.id = NEW.thread_id AND NOT t.closed FOR SHARE;
    IF NOT FOUND OR conversation_is_over(NEW.group_id) THEN
      RAISE EXCEPTION 'this conversation is closed' USING ERRCODE = 'HW233';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.place_id, NEW.group_id, NEW.thread_id, NEW.member_id, NEW.author_id, NEW.key, NEW.typed_by, NEW.said_by, NEW.created_at)
    IS DISTINCT FROM (OLD.id, OLD.place_id, OLD.group_id, OLD.thread_id, OLD.member_id, OLD.author_id, OLD.key, OLD.typed_by, OLD.said_by, OLD.created_at) THEN
    RAISE EXCEPTION 'who wrote what, where and when stands' USING ERRCODE = 'HW232';
  END IF;
  IF NEW.hidden_act IS DISTINCT FROM OLD.hidden_act AND pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'nothing is hidden or shown again but by a line in the log' USING ERRCODE = 'HW230';
  END IF;
  IF OLD.taken_back_at IS NOT NULL AND NEW.taken_back_at IS DISTINCT FROM OLD.taken_back_at
    OR OLD.emptied_at IS NOT NULL AND NEW.emptied_at IS DISTINCT FROM OLD.emptied_at THEN
    RAISE EXCEPTION 'taken back is for good' USING ERRCODE = 'HW232';
  END IF;
  IF NEW.taken_back_at IS NOT NULL OR NEW.emptied_at IS NOT NULL THEN
    NEW.words := '';
    RETURN NEW;
  END IF;
  IF (NEW.words, NEW.lang) IS DISTINCT FROM (OLD.words, OLD.lang) THEN
    IF OLD.hidden_act IS NOT NULL OR now_at > OLD.created_at + interval '15 minutes' THEN
      RAISE EXCEPTION 'words are put better within fifteen minutes' USING ERRCODE = 'HW232';
    END IF;
    INSERT INTO message_versions (message_id, number, words, lang, until)
      SELECT OLD.id, 1 + count(*), OLD.words, OLD.lang, now_at FROM message_versions v WHERE v.message_id = OLD.id;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER thread_messages_guard BEFORE INSERT OR UPDATE OR DELETE ON thread_messages
  FOR EACH ROW EXECUTE FUNCTION thread_messages_guard();
--> statement-breakpoint
-- What is taken back goes with its files and with how it read before.
CREATE FUNCTION thread_messages_follow() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    UPDATE group_threads SET last_at = NEW.created_at WHERE id = NEW.thread_id;
  ELSIF NEW.taken_back_at IS NOT NULL OR NEW.emptied_at IS NOT NULL THEN
    DELETE FROM message_versions WHERE message_id = NEW.id;
    DELETE FROM message_files WHERE message_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER thread_messages_follow AFTER INSERT OR UPDATE ON thread_messages
  FOR EACH ROW EXECUTE FUNCTION thread_messages_follow();
--> statement-breakpoint
CREATE FUNCTION message_versions_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'how it read before is kept by the message' USING ERRCODE = 'HW232';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER message_versions_guard BEFORE INSERT OR UPDATE OR DELETE ON message_versions
  FOR EACH ROW EXECUTE FUNCTION message_versions_guard();
--> statement-breakpoint
CREATE FUNCTION moderation_acts_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  m thread_messages;
  fits boolean;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF NOT conversation_is_over(OLD.group_id) THEN
      RAISE EXCEPTION 'the moderation log stays' USING ERRCODE = 'HW231';
    END IF;
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF OLD.act <> 'asked-back' OR NEW.sentence <> '[taken out]' OR to_jsonb(NEW) - 'sentence' <> to_jsonb(OLD) - 'sentence'
      OR NOT EXISTS (SELECT FROM thread_messages t WHERE t.id = OLD.message_id AND t.emptied_at IS NOT NULL) THEN
      RAISE EXCEPTION 'the moderation log stays as it is' USING ERRCODE = 'HW231';
    END IF;
    RETURN NEW;
  END IF;
  NEW.created_at := clock_timestamp();
  PERFORM 1 FROM groups g WHERE g.id = NEW.group_id FOR NO KEY UPDATE;
  IF NEW.message_id IS NOT NULL THEN
    SELECT * INTO m FROM thread_messages t WHERE t.id = NEW.message_id AND t.group_id = NEW.group_id FOR NO KEY UPDATE;
    IF NOT FOUND OR m.taken_back_at IS NOT NULL OR m.emptied_at IS NOT NULL OR (m.hidden_act IS NULL) <> (NEW.act = 'hidden') THEN
      RAISE EXCEPTION 'as the message stands, this cannot be done' USING ERRCODE = 'HW235';
    END IF;
  ELSIF NEW.thread_id IS NOT NULL THEN
    PERFORM 1 FROM group_threads t WHERE t.id = NEW.thread_id AND t.group_id = NEW.group_id
      AND t.closed = (NEW.act = 'thread-opened') FOR NO KEY UPDATE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'it is so already' USING ERRCODE = 'HW235';
    END IF;
  ELSE
    IF is_of_group(NEW.group_id, NEW.about_id, NULL) IS NOT TRUE AND NEW.act = 'moderator-named'
      OR looks_after(NEW.group_id, NEW.about_id, NULL) IS NOT FALSE AND NEW.act = 'moderator-named'
      OR NEW.act = 'moderator-ended' AND NOT EXISTS (SELECT FROM group_moderators d WHERE d.member_id = NEW.about_id AND d.group_id = NEW.group_id)
      OR NEW.act = 'moderator-named' AND (SELECT count(*) FROM group_moderators d JOIN group_members o ON o.id = d.member_id
        WHERE d.group_id = NEW.group_id AND o.state <> 'left') >= 2 THEN
      RAISE EXCEPTION 'a group names two members at most' USING ERRCODE = 'HW235';
    END IF;
  END IF;
  fits := CASE
    WHEN NEW.act = 'asked-back' THEN is_of_group(NEW.group_id, NEW.member_id, NEW.author_id)
      AND (m.member_id, m.author_id) IS NOT DISTINCT FROM (NEW.member_id, NEW.author_id)
    WHEN NEW.act LIKE 'moderator-%' THEN NEW.member_id IS NULL AND is_of_group(NEW.group_id, NULL, NEW.author_id)
    WHEN NEW.act IN ('shown-again', 'stays-hidden') THEN looks_after(NEW.group_id, NEW.member_id, NEW.author_id)
      AND (m.member_id, m.author_id) IS DISTINCT FROM (NEW.member_id, NEW.author_id)
    ELSE looks_after(NEW.group_id, NEW.member_id, NEW.author_id) END;
  IF fits IS NOT TRUE THEN
    RAISE EXCEPTION 'done by who looks after the group' USING ERRCODE = 'HW234';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER moderation_acts_guard BEFORE INSERT OR UPDATE OR DELETE ON moderation_acts
  FOR EACH ROW EXECUTE FUNCTION moderation_acts_guard();
--> statement-breakpoint
-- A line does what it says.
CREATE FUNCTION moderation_acts_do() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.act IN ('hidden', 'shown-again') THEN
    UPDATE thread_messages SET hidden_act = CASE WHEN NEW.act = 'hidden' THEN NEW.id END WHERE id = NEW.message_id;
  ELSIF NEW.act LIKE 'thread-%' THEN
    UPDATE group_threads SET closed = NEW.act = 'thread-closed' WHERE id = NEW.thread_id;
  ELSIF NEW.act = 'moderator-named' THEN
    INSERT INTO group_moderators (member_id, group_id, act) VALUES (NEW.about_id, NEW.group_id, NEW.id);
  ELSIF NEW.act = 'moderator-ended' THEN
    DELETE FROM group_moderators WHERE member_id = NEW.about_id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER moderation_acts_do AFTER INSERT ON moderation_acts FOR EACH ROW EXECUTE FUNCTION moderation_acts_do();
--> statement-breakpoint
CREATE FUNCTION group_moderators_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'moderators are named by a line in the log' USING ERRCODE = 'HW230';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER group_moderators_guard BEFORE INSERT OR UPDATE OR DELETE ON group_moderators
  FOR EACH ROW EXECUTE FUNCTION group_moderators_guard();
--> statement-breakpoint
CREATE FUNCTION content_reports_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  now_at timestamptz := clock_timestamp();
  may text[] := ARRAY['said', 'reminded_at', 'outcome', 'answer', 'answered_at', 'answered_by_member', 'answered_by_id'];
  m thread_messages;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF NOT conversation_is_over(OLD.group_id) THEN
      RAISE EXCEPTION 'a report stays' USING ERRCODE = 'HW236';
    END IF;
    RETURN OLD;
  END IF;
  SELECT * INTO m FROM thread_messages t WHERE t.id = NEW.message_id AND t.group_id = NEW.group_id;
  IF TG_OP = 'INSERT' THEN
    NEW.created_at := now_at;
    IF m.id IS NULL OR is_of_group(NEW.group_id, NEW.member_id, NEW.author_id) IS NOT TRUE OR NEW.outcome IS NOT NULL
      OR NEW.answer_by <= now_at OR NEW.answer_by > now_at + interval '30 days' THEN
      RAISE EXCEPTION 'reported by somebody of the group, to be answered in time' USING ERRCODE = 'HW236';
    END IF;
    RETURN NEW;
  END IF;
  IF to_jsonb(NEW) - may <> to_jsonb(OLD) - may OR NEW.said NOT IN (OLD.said, '')
    OR OLD.outcome IS NOT NULL AND to_jsonb(NEW) - 'said'::text <> to_jsonb(OLD) - 'said'::text THEN
    RAISE EXCEPTION 'a report and its answer stand' USING ERRCODE = 'HW236';
  END IF;
  IF NEW.outcome IS NOT NULL AND OLD.outcome IS NULL THEN
    NEW.answered_at := now_at;
    -- Nobody judges their own words, nor what they reported themselves as one of two moderators.
    IF looks_after(NEW.group_id, NEW.answered_by_member, NEW.answered_by_id) IS NOT TRUE
      OR NEW.answered_by_member IS NOT NULL AND NEW.answered_by_member IN (m.member_id, NEW.member_id) THEN
      RAISE EXCEPTION 'answered by who looks after the group' USING ERRCODE = 'HW236';
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER content_reports_guard BEFORE INSERT OR UPDATE OR DELETE ON content_reports
  FOR EACH ROW EXECUTE FUNCTION content_reports_guard();
--> statement-breakpoint
CREATE FUNCTION message_files_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.message_id IS NOT NULL AND NOT conversation_is_over(OLD.group_id) AND NOT EXISTS (SELECT FROM thread_messages m
      WHERE m.id = OLD.message_id AND (m.taken_back_at IS NOT NULL OR m.emptied_at IS NOT NULL)) THEN
      RAISE EXCEPTION 'a file stays with its message' USING ERRCODE = 'HW238';
    END IF;
    RETURN OLD;
  END IF;
  IF TG_OP = 'INSERT' THEN
    NEW.created_at := clock_timestamp();
    IF NEW.message_id IS NOT NULL OR is_of_group(NEW.group_id, NEW.member_id, NEW.author_id) IS NOT TRUE THEN
      RAISE EXCEPTION 'a file is sent by somebody of the group' USING ERRCODE = 'HW238';
    END IF;
    RETURN NEW;
  END IF;
  PERFORM 1 FROM thread_messages m WHERE m.id = NEW.message_id AND m.group_id = NEW.group_id
    AND (m.member_id, m.author_id) IS NOT DISTINCT FROM (NEW.member_id, NEW.author_id)
    AND m.taken_back_at IS NULL AND m.emptied_at IS NULL FOR NO KEY UPDATE;
  IF NOT FOUND OR OLD.message_id IS NOT NULL
    OR (NEW.id, NEW.place_id, NEW.group_id, NEW.member_id, NEW.author_id, NEW.kind, NEW.name, NEW.alt, NEW.width, NEW.height, NEW.size, NEW.data, NEW.created_at)
      IS DISTINCT FROM (OLD.id, OLD.place_id, OLD.group_id, OLD.member_id, OLD.author_id, OLD.kind, OLD.name, OLD.alt, OLD.width, OLD.height, OLD.size, OLD.data, OLD.created_at)
    OR (SELECT count(*) FROM message_files f WHERE f.message_id = NEW.message_id) >= 4 THEN
    RAISE EXCEPTION 'a file goes into one message of who sent it, four at most' USING ERRCODE = 'HW238';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER message_files_guard BEFORE INSERT OR UPDATE OR DELETE ON message_files
  FOR EACH ROW EXECUTE FUNCTION message_files_guard();
--> statement-breakpoint
-- Somebody the place can name: a broker or steward who neither runs groups nor asks questions for a council.
CREATE FUNCTION may_lead_safeguarding(place uuid, who uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM people p WHERE p.id = who AND p.erased_at IS NULL AND btrim(coalesce(p.display_name, '')) <> '')
    AND (holds_role(place, who, 'broker', '{}') OR holds_role(place, who, 'steward', '{}'))
    AND NOT EXISTS (SELECT FROM role_grants r WHERE r.place_id = place AND r.person_id = who AND role_is_live(r)
      AND r.role IN ('facilitator', 'commissioner'))
    AND NOT EXISTS (SELECT FROM groups g WHERE g.place_id = place AND g.facilitator_id = who AND g.state <> 'closed')
    AND NOT EXISTS (SELECT FROM memberships m JOIN organisations o ON o.id = m.organisation_id
      WHERE m.person_id = who AND o.place_id = place AND o.sector = 'public' AND o.state <> 'left')
$$;
--> statement-breakpoint
-- Who reads today: the newest that was named, as long as they fit.
CREATE FUNCTION safeguarding_lead_of(place uuid) RETURNS uuid LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT l.lead_id FROM (SELECT * FROM safeguarding_leads s WHERE s.place_id = place ORDER BY s.number DESC LIMIT 1) l
    WHERE may_lead_safeguarding(place, l.lead_id)
$$;
--> statement-breakpoint
CREATE FUNCTION safeguarding_leads_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.created_at := clock_timestamp();
    IF may_lead_safeguarding(NEW.place_id, NEW.lead_id) IS NOT TRUE OR holds_role(NEW.place_id, NEW.named_by, 'steward', '{}') IS NOT TRUE
      OR NEW.number <> (SELECT coalesce(max(s.number), 0) + 1 FROM safeguarding_leads s WHERE s.place_id = NEW.place_id) THEN
      RAISE EXCEPTION 'a safeguarding lead runs no groups and asks for no council' USING ERRCODE = 'HW237';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' OR NEW.phone <> '' OR to_jsonb(NEW) - ARRAY['phone', 'hours'] <> to_jsonb(OLD) - ARRAY['phone', 'hours'] THEN
    RAISE EXCEPTION 'who was named stands' USING ERRCODE = 'HW237';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER safeguarding_leads_guard BEFORE INSERT OR UPDATE OR DELETE ON safeguarding_leads
  FOR EACH ROW EXECUTE FUNCTION safeguarding_leads_guard();
--> statement-breakpoint
CREATE FUNCTION safeguarding_concerns_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  may text[] := ARRAY['state', 'read_at', 'reminded_at', 'settled_at'];
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'settled' THEN
      RAISE EXCEPTION 'a concern nobody has dealt with stays' USING ERRCODE = 'HW239';
    END IF;
    RETURN OLD;
  END IF;
  IF TG_OP = 'INSERT' THEN
    NEW.created_at := clock_timestamp();
    IF NEW.state <> 'new' THEN
      RAISE EXCEPTION 'a concern begins unread' USING ERRCODE = 'HW239';
    END IF;
    RETURN NEW;
  END IF;
  IF to_jsonb(NEW) - may <> to_jsonb(OLD) - may OR OLD.read_at IS NOT NULL AND NEW.read_at IS DISTINCT FROM OLD.read_at
    OR NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (('new', 'read'), ('read', 'settled'))
    OR OLD.state = 'settled' THEN
    RAISE EXCEPTION 'a concern is read, then dealt with' USING ERRCODE = 'HW239';
  END IF;
  IF NEW.state = 'read' AND OLD.state = 'new' THEN
    NEW.read_at := clock_timestamp();
  ELSIF NEW.state = 'settled' THEN
    NEW.settled_at := clock_timestamp();
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER safeguarding_concerns_guard BEFORE INSERT OR UPDATE OR DELETE ON safeguarding_concerns
  FOR EACH ROW EXECUTE FUNCTION safeguarding_concerns_guard();
