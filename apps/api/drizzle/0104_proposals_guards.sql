-- CH9, J-05: a question from a resident is public only after somebody of the place has read it; nobody refuses in silence;
-- what is backed is answered by name; and whoever asked stays co-author of what it becomes.
CREATE FUNCTION support_needed(place uuid) RETURNS integer LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce((SELECT s.support_needed FROM proposal_settings s WHERE s.place_id = place ORDER BY s.number DESC LIMIT 1), 10)
$$;
--> statement-breakpoint
-- People behind a question and those joined into it, each once however often they said so; whoever asked is one of them.
CREATE FUNCTION proposal_people(of_id uuid) RETURNS integer LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT count(DISTINCT said.contact_hash)::integer FROM (
    SELECT s.contact_hash FROM proposal_supports s JOIN proposals p ON p.id = s.proposal_id
      WHERE (p.id = of_id OR p.joined_into = of_id) AND s.confirmed_at IS NOT NULL
    UNION ALL SELECT p.contact_hash FROM proposals p WHERE p.id = of_id OR p.joined_into = of_id) said
$$;
--> statement-breakpoint
CREATE FUNCTION proposal_paper(of_id uuid) RETURNS integer LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(sum(s.people), 0)::integer FROM proposal_sheets s JOIN proposals p ON p.id = s.proposal_id
    WHERE p.id = of_id OR p.joined_into = of_id
$$;
--> statement-breakpoint
CREATE FUNCTION proposal_is_backed(of_id uuid, place uuid) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT proposal_people(of_id) + proposal_paper(of_id) >= support_needed(place)
    OR EXISTS (SELECT FROM proposal_sponsors s JOIN proposals p ON p.id = s.proposal_id WHERE p.id = of_id OR p.joined_into = of_id)
$$;
--> statement-breakpoint
-- Answers come from somebody with a name who asks questions for a public body of the place and belongs to it.
CREATE FUNCTION proposal_answerer_fits(p proposals) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM people who JOIN memberships m ON m.person_id = who.id
    JOIN organisations o ON o.id = m.organisation_id AND o.place_id = p.place_id AND o.sector = 'public' AND o.state <> 'left'
    WHERE who.id = p.answered_by AND btrim(coalesce(who.display_name, '')) <> '' AND o.id = p.answered_for
      AND holds_role(p.place_id, who.id, 'commissioner', ARRAY[o.id]))
$$;
--> statement-breakpoint
CREATE FUNCTION proposals_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  now_at timestamptz := clock_timestamp();
  stands text[] := ARRAY['id', 'place_id', 'reference', 'language', 'contact_by', 'wording', 'typed_by', 'created_at'];
  said text[] := ARRAY['question', 'story', 'area_id', 'where_abouts', 'affected'];
  who text[] := ARRAY['first_name', 'contact', 'contact_hash', 'manage_hash', 'person_id', 'erased_at'];
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state NOT IN ('to-read', 'returned', 'taken-back') THEN
      RAISE EXCEPTION 'what everybody could read is not deleted' USING ERRCODE = 'HW180';
    END IF;
    RETURN OLD;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'to-read' OR NEW.read_at IS NOT NULL OR NEW.backed_at IS NOT NULL OR NEW.read_by <= now_at
      OR NEW.read_by > now_at + interval '30 days' THEN
      RAISE EXCEPTION 'a question begins by being read, in time' USING ERRCODE = 'HW181';
    END IF;
    NEW.created_at := now_at;
    RETURN NEW;
  END IF;
  IF (SELECT jsonb_object_agg(k, to_jsonb(OLD) -> k) FROM unnest(stands) k)
    IS DISTINCT FROM (SELECT jsonb_object_agg(k, to_jsonb(NEW) -> k) FROM unnest(stands) k) THEN
    RAISE EXCEPTION 'where and when a question was asked stands' USING ERRCODE = 'HW180';
  END IF;
  IF (SELECT jsonb_object_agg(k, to_jsonb(OLD) -> k) FROM unnest(who) k)
    IS DISTINCT FROM (SELECT jsonb_object_agg(k, to_jsonb(NEW) -> k) FROM unnest(who) k)
    AND (OLD.erased_at IS NOT NULL OR NEW.erased_at IS NULL) THEN
    RAISE EXCEPTION 'who asked stands until they are forgotten, and then for good' USING ERRCODE = 'HW180';
  END IF;
  IF (SELECT jsonb_object_agg(k, to_jsonb(OLD) -> k) FROM unnest(said) k)
    IS DISTINCT FROM (SELECT jsonb_object_agg(k, to_jsonb(NEW) -> k) FROM unnest(said) k) THEN
    IF OLD.state NOT IN ('to-read', 'returned') OR NEW.state <> 'to-read' THEN
      RAISE EXCEPTION 'what people stand behind stays as it was' USING ERRCODE = 'HW185';
    END IF;
    INSERT INTO proposal_versions (place_id, proposal_id, number, question, story, where_abouts, affected, until)
      SELECT OLD.place_id, OLD.id, 1 + count(*), OLD.question, OLD.story, OLD.where_abouts, OLD.affected, now_at
      FROM proposal_versions v WHERE v.proposal_id = OLD.id;
  END IF;
  IF NEW.read_by <> OLD.read_by AND NOT (OLD.state = 'returned' AND NEW.state = 'to-read') THEN
    RAISE EXCEPTION 'a promised day stands' USING ERRCODE = 'HW181';
  END IF;
  IF OLD.backed_at IS NOT NULL AND (NEW.backed_at IS DISTINCT FROM OLD.backed_at
    OR NEW.answer_by IS DISTINCT FROM OLD.answer_by AND NOT (NEW.answer_by < OLD.answer_by
      AND EXISTS (SELECT FROM proposals j WHERE j.joined_into = OLD.id AND j.answer_by = NEW.answer_by))) THEN
    RAISE EXCEPTION 'the day of the answer stands' USING ERRCODE = 'HW182';
  END IF;
  IF OLD.state = 'joined' AND NEW.joined_into IS DISTINCT FROM OLD.joined_into AND pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION 'joined is joined' USING ERRCODE = 'HW184';
  END IF;
  IF NEW.state = OLD.state THEN
    IF (OLD.read_at, OLD.reader_id, OLD.published_at, OLD.gather_until, OLD.answered_at, OLD.answered_by, OLD.answered_for,
        OLD.reasons, OLD.next_step, OLD.challenge_id)
      IS DISTINCT FROM (NEW.read_at, NEW.reader_id, NEW.published_at, NEW.gather_until, NEW.answered_at, NEW.answered_by,
        NEW.answered_for, NEW.reasons, NEW.next_step, NEW.challenge_id)
      OR (OLD.backed_at IS NULL) <> (NEW.backed_at IS NULL) THEN
      RAISE EXCEPTION 'what was decided stands' USING ERRCODE = 'HW183';
    END IF;
    RETURN NEW;
  END IF;
  IF (OLD.state, NEW.state) NOT IN (('to-read', 'gathering'), ('to-read', 'returned'), ('to-read', 'taken-back'),
    ('returned', 'to-read'), ('returned', 'taken-back'), ('gathering', 'answering'), ('gathering', 'joined'),
    ('answering', 'joined'), ('gathering', 'lapsed'), ('gathering', 'adopted'), ('gathering', 'no'), ('gathering', 'not-now'),
    ('answering', 'adopted'), ('answering', 'no'), ('answering', 'not-now')) THEN
    RAISE EXCEPTION 'a question does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'HW180';
  END IF;
  IF NEW.state IN ('gathering', 'returned') THEN
    IF holds_role(NEW.place_id, NEW.reader_id, 'broker', '{}') IS NOT TRUE THEN
      RAISE EXCEPTION 'a broker of the place reads it first' USING ERRCODE = 'HW181';
    END IF;
    NEW.read_at := now_at;
    IF NEW.state = 'gathering' THEN
      NEW.published_at := now_at;
      IF NEW.gather_until IS NULL OR NEW.gather_until <= now_at THEN
        RAISE EXCEPTION 'support is gathered for a while' USING ERRCODE = 'HW181';
      END IF;
    END IF;
  ELSIF NEW.state = 'answering' THEN
    NEW.backed_at := now_at;
    IF proposal_is_backed(NEW.id, NEW.place_id) IS NOT TRUE OR NEW.answer_by IS NULL OR NEW.answer_by > now_at + interval '90 days'
      OR NEW.answer_by <= now_at AND NOT EXISTS (SELECT FROM proposals j WHERE j.joined_into = NEW.id AND j.answer_by = NEW.answer_by) THEN
      RAISE EXCEPTION 'backed by a sponsor or by enough people, and answered in time' USING ERRCODE = 'HW182';
    END IF;
  ELSIF NEW.state = 'lapsed' AND NEW.gather_until > now_at THEN
    RAISE EXCEPTION 'its time is not over' USING ERRCODE = 'HW180';
  ELSIF NEW.state = 'joined' THEN
    PERFORM 1 FROM proposals t WHERE t.id = NEW.joined_into AND t.place_id = NEW.place_id AND t.id <> NEW.id
      AND t.state IN ('gathering', 'answering') FOR NO KEY UPDATE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'joined to another of the place that is still open' USING ERRCODE = 'HW184';
    END IF;
  ELSIF NEW.state IN ('adopted', 'no', 'not-now') THEN
    NEW.answered_at := now_at;
    IF proposal_answerer_fits(NEW) IS NOT TRUE THEN
      RAISE EXCEPTION 'answered by name, for a public body of the place' USING ERRCODE = 'HW183';
    END IF;
    IF NEW.state <> 'adopted' AND ((SELECT count(*) FROM regexp_matches(NEW.reasons, '[^.!?]{3,}[.!?]+(?=\s|$)', 'g')) < 2
      OR char_length(btrim(NEW.next_step)) < 10) THEN
      RAISE EXCEPTION 'a no has reasons and a next step' USING ERRCODE = 'HW183';
    END IF;
    IF NEW.state = 'adopted' AND NOT EXISTS (SELECT FROM challenges c WHERE c.id = NEW.challenge_id
      AND c.place_id = NEW.place_id AND c.commissioner_id = NEW.answered_by AND c.organisation_id = NEW.answered_for) THEN
      RAISE EXCEPTION 'adopted with a challenge of whoever adopts' USING ERRCODE = 'HW183';
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER proposals_guard BEFORE INSERT OR UPDATE OR DELETE ON proposals
  FOR EACH ROW EXECUTE FUNCTION proposals_guard();
--> statement-breakpoint
-- Those joined to a question go with it; and whoever asked any of them becomes co-author of what it becomes.
CREATE FUNCTION proposals_follow() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.state = 'joined' AND OLD.state <> 'joined' THEN
    UPDATE proposals SET joined_into = NEW.joined_into WHERE joined_into = NEW.id;
  END IF;
  IF NEW.state = 'adopted' AND OLD.state <> 'adopted' THEN
    INSERT INTO challenge_co_authors (place_id, challenge_id, proposal_id, created_at)
      SELECT p.place_id, NEW.challenge_id, p.id, clock_timestamp() FROM proposals p WHERE p.id = NEW.id OR p.joined_into = NEW.id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER proposals_follow AFTER UPDATE ON proposals
  FOR EACH ROW EXECUTE FUNCTION proposals_follow();
--> statement-breakpoint
CREATE TRIGGER proposals_never_emptied BEFORE TRUNCATE ON proposals
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION proposal_supports_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moving text[] := ARRAY['letters', 'token_hash', 'confirmed_at', 'first_name', 'contact', 'contact_hash'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM 1 FROM proposals p WHERE p.id = NEW.proposal_id AND p.state IN ('gathering', 'answering') FOR SHARE;
    IF NOT FOUND OR (NEW.typed_by IS NULL) <> (NEW.confirmed_at IS NULL)
      OR NEW.typed_by IS NOT NULL AND holds_role(NEW.place_id, NEW.typed_by, 'broker', '{}') IS NOT TRUE THEN
      RAISE EXCEPTION 'support is confirmed, or said to a broker, while it is open' USING ERRCODE = 'HW189';
    END IF;
    NEW.created_at := clock_timestamp();
    RETURN NEW;
  END IF;
  IF (to_jsonb(OLD) - moving) IS DISTINCT FROM (to_jsonb(NEW) - moving)
    OR OLD.confirmed_at IS NOT NULL AND NEW.confirmed_at IS DISTINCT FROM OLD.confirmed_at
    OR (OLD.first_name, OLD.contact, OLD.contact_hash) IS DISTINCT FROM (NEW.first_name, NEW.contact, NEW.contact_hash)
      AND NOT (NEW.first_name = '' AND NEW.contact = '') THEN
    RAISE EXCEPTION 'support stands as it was given' USING ERRCODE = 'HW189';
  END IF;
  IF OLD.confirmed_at IS NULL AND NEW.confirmed_at IS NOT NULL THEN
    PERFORM 1 FROM proposals p WHERE p.id = NEW.proposal_id AND p.state IN ('gathering', 'answering', 'joined') FOR SHARE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'this question is over' USING ERRCODE = 'HW189';
    END IF;
    NEW.confirmed_at := clock_timestamp();
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER proposal_supports_guard BEFORE INSERT OR UPDATE ON proposal_supports
  FOR EACH ROW EXECUTE FUNCTION proposal_supports_guard();
--> statement-breakpoint
CREATE FUNCTION proposal_sheets_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM proposals p WHERE p.id = NEW.proposal_id AND p.state IN ('gathering', 'answering') FOR SHARE;
  IF NOT FOUND OR holds_role(NEW.place_id, NEW.typed_by, 'broker', '{}') IS NOT TRUE THEN
    RAISE EXCEPTION 'a broker of the place types a sheet in, while the question is open' USING ERRCODE = 'HW189';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER proposal_sheets_guard BEFORE INSERT ON proposal_sheets
  FOR EACH ROW EXECUTE FUNCTION proposal_sheets_guard();
--> statement-breakpoint
CREATE TRIGGER proposal_sheets_stand BEFORE UPDATE OR DELETE ON proposal_sheets
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION proposal_sponsors_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM proposals p WHERE p.id = NEW.proposal_id AND p.state IN ('gathering', 'answering') FOR SHARE;
  IF NOT FOUND
    OR NOT EXISTS (SELECT FROM people who WHERE who.id = NEW.person_id AND btrim(coalesce(who.display_name, '')) <> '')
    OR NEW.organisation_id IS NULL AND holds_role(NEW.place_id, NEW.person_id, 'elected-member', '{}') IS NOT TRUE
    OR NEW.organisation_id IS NOT NULL AND NOT EXISTS (SELECT FROM memberships m JOIN organisations o ON o.id = m.organisation_id
      WHERE m.person_id = NEW.person_id AND o.id = NEW.organisation_id AND o.place_id = NEW.place_id AND o.state <> 'left') THEN
    RAISE EXCEPTION 'sponsored by name: an elected member, or somebody of an organisation of the place' USING ERRCODE = 'HW187';
  END IF;
  NEW.created_at := clock_timestamp();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER proposal_sponsors_guard BEFORE INSERT ON proposal_sponsors
  FOR EACH ROW EXECUTE FUNCTION proposal_sponsors_guard();
--> statement-breakpoint
CREATE TRIGGER proposal_sponsors_stand BEFORE UPDATE OR DELETE ON proposal_sponsors
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION challenge_co_authors_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT FROM challenges c WHERE c.id = OLD.challenge_id AND c.state <> 'withdrawn') THEN
      RAISE EXCEPTION 'whoever asked stays co-author' USING ERRCODE = 'HW186';
    END IF;
    RETURN OLD;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NOT EXISTS (SELECT FROM proposals p LEFT JOIN proposals r ON r.id = p.joined_into
      WHERE p.id = NEW.proposal_id AND NEW.challenge_id IN (p.challenge_id, r.challenge_id)) THEN
      RAISE EXCEPTION 'co-authors are those whose question was adopted' USING ERRCODE = 'HW186';
    END IF;
  ELSIF (to_jsonb(OLD) - 'told_state') IS DISTINCT FROM (to_jsonb(NEW) - 'told_state') THEN
    RAISE EXCEPTION 'whoever asked stays co-author' USING ERRCODE = 'HW186';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER challenge_co_authors_guard BEFORE INSERT OR UPDATE OR DELETE ON challenge_co_authors
  FOR EACH ROW EXECUTE FUNCTION challenge_co_authors_guard();
--> statement-breakpoint
CREATE TRIGGER challenge_co_authors_never_emptied BEFORE TRUNCATE ON challenge_co_authors
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION co_author_comments_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moving text[] := ARRAY['answered_at', 'answered_by', 'answer', 'taken'];
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT FROM challenges c WHERE c.id = OLD.challenge_id AND c.state <> 'withdrawn') THEN
      RAISE EXCEPTION 'what a co-author said stays' USING ERRCODE = 'HW186';
    END IF;
    RETURN OLD;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.answered_at IS NOT NULL THEN
      RAISE EXCEPTION 'said first, answered then' USING ERRCODE = 'HW186';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('co_author_comments' || NEW.challenge_id::text, 0));
    NEW.number := 1 + (SELECT count(*) FROM co_author_comments c WHERE c.challenge_id = NEW.challenge_id);
    NEW.created_at := clock_timestamp();
    RETURN NEW;
  END IF;
  IF (to_jsonb(OLD) - moving) IS DISTINCT FROM (to_jsonb(NEW) - moving) OR OLD.answered_at IS NOT NULL
    OR NOT EXISTS (SELECT FROM challenges c WHERE c.id = NEW.challenge_id AND c.commissioner_id = NEW.answered_by) THEN
    RAISE EXCEPTION 'what a co-author said stays, and is answered once by whoever asks the question' USING ERRCODE = 'HW186';
  END IF;
  NEW.answered_at := clock_timestamp();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER co_author_comments_guard BEFORE INSERT OR UPDATE OR DELETE ON co_author_comments
  FOR EACH ROW EXECUTE FUNCTION co_author_comments_guard();
--> statement-breakpoint
CREATE FUNCTION proposal_settings_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('proposal_settings' || NEW.place_id::text, 0));
  IF holds_role(NEW.place_id, NEW.set_by, 'steward', '{}') IS NOT TRUE OR NEW.support_needed = support_needed(NEW.place_id)
    OR NEW.number <> 1 + (SELECT count(*) FROM proposal_settings s WHERE s.place_id = NEW.place_id) THEN
    RAISE EXCEPTION 'a steward of the place sets another number, one after the other' USING ERRCODE = 'HW188';
  END IF;
  NEW.since := clock_timestamp();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER proposal_settings_guard BEFORE INSERT ON proposal_settings
  FOR EACH ROW EXECUTE FUNCTION proposal_settings_guard();
--> statement-breakpoint
CREATE TRIGGER proposal_settings_stand BEFORE UPDATE OR DELETE ON proposal_settings
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
