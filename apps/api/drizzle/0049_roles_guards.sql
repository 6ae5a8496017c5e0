-- §2.2, RoleGrant: requested → granted → suspended → ended. Who holds what, over what and where is fixed when it
-- begins; it is granted by a steward of the place, never by oneself, and a steward's by another one than asked for it.
CREATE FUNCTION role_is_live(g role_grants) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT g.state = 'granted' AND g.ended_at IS NULL AND g.granted_at <= clock_timestamp()
    AND (g.until IS NULL OR g.until > clock_timestamp())
$$;
--> statement-breakpoint
-- Holds a role over a place, or over one of these things in it.
CREATE FUNCTION holds_role(place uuid, person uuid, wanted text, over_these uuid[]) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM role_grants g WHERE g.place_id = place AND g.person_id = person AND g.role = wanted
    AND role_is_live(g) AND (g.scope_kind = 'place' OR g.scope_id = ANY (over_these)))
$$;
--> statement-breakpoint
CREATE FUNCTION role_granter_fits(g role_grants) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT g.granted_by <> g.person_id AND holds_role(g.place_id, g.granted_by, 'steward', '{}')
    AND (g.role <> 'steward' OR g.requested_by IS NOT NULL AND g.requested_by <> g.granted_by)
$$;
--> statement-breakpoint
CREATE FUNCTION role_scope_exists(g role_grants) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE g.scope_kind
    WHEN 'place' THEN true
    WHEN 'challenge' THEN EXISTS (SELECT 1 FROM challenges c WHERE c.id = g.scope_id AND c.place_id = g.place_id)
    WHEN 'organisation' THEN EXISTS (SELECT 1 FROM organisations o
      WHERE o.id = g.scope_id AND o.place_id = g.place_id AND o.sector = 'public' AND o.state <> 'left')
    WHEN 'group' THEN EXISTS (SELECT 1 FROM groups w WHERE w.id = g.scope_id AND w.place_id = g.place_id)
    ELSE false
  END
$$;
--> statement-breakpoint
CREATE FUNCTION role_grants_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moving text[] := ARRAY['state', 'ended_at', 'suspended_at', 'reason', 'words', 'version'];
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'who held which role stays known' USING ERRCODE = 'HW073';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.state NOT IN ('requested', 'granted') OR NEW.ended_at IS NOT NULL OR NEW.suspended_at IS NOT NULL
      OR (NEW.state = 'requested' AND (NEW.requested_by IS NULL OR NEW.granted_by IS NOT NULL)) THEN
      RAISE EXCEPTION 'a role is asked for or granted' USING ERRCODE = 'HW073';
    END IF;
    IF NEW.granted_by IS NOT NULL AND role_granter_fits(NEW) IS NOT TRUE THEN
      RAISE EXCEPTION 'a role is granted by a steward, and a steward by a second one' USING ERRCODE = 'HW074';
    END IF;
    IF role_scope_exists(NEW) IS NOT TRUE THEN
      RAISE EXCEPTION 'a role is held over something of its place' USING ERRCODE = 'HW074';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.ended_at IS NOT NULL AND OLD.ended_at IS NULL THEN
    NEW.state := 'ended';
  ELSIF NEW.state = 'ended' AND OLD.state <> 'ended' THEN
    NEW.ended_at := clock_timestamp();
  END IF;
  IF (OLD.state = 'ended'
      AND (to_jsonb(OLD) - ARRAY['words', 'reason']) IS DISTINCT FROM (to_jsonb(NEW) - ARRAY['words', 'reason']))
    OR NOT (OLD.state = NEW.state
      OR (OLD.state = 'requested' AND NEW.state IN ('granted', 'ended'))
      OR (OLD.state = 'granted' AND NEW.state IN ('suspended', 'ended'))
      OR (OLD.state = 'suspended' AND NEW.state IN ('granted', 'ended'))) THEN
    RAISE EXCEPTION 'a role cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'HW073';
  END IF;
  IF OLD.state = 'requested' AND NEW.state = 'granted' THEN
    moving := moving || ARRAY['granted_by', 'granted_at', 'until'];
    NEW.granted_at := clock_timestamp();
    IF role_granter_fits(NEW) IS NOT TRUE THEN
      RAISE EXCEPTION 'a role is granted by a steward, and a steward by a second one' USING ERRCODE = 'HW074';
    END IF;
  END IF;
  IF (to_jsonb(OLD) - moving) IS DISTINCT FROM (to_jsonb(NEW) - moving) THEN
    RAISE EXCEPTION 'who holds which role over what, since when and by whom stands' USING ERRCODE = 'HW073';
  END IF;
  IF NEW.state <> OLD.state THEN
    NEW.suspended_at := CASE WHEN NEW.state = 'suspended' THEN clock_timestamp() END;
  END IF;
  IF role_is_live(OLD) AND NEW.state <> 'granted' AND OLD.role IN ('steward', 'broker') AND OLD.scope_kind = 'place' THEN
    PERFORM 1 FROM places p WHERE p.id = OLD.place_id AND p.state = 'active' FOR NO KEY UPDATE;
    IF FOUND AND NOT EXISTS (SELECT 1 FROM role_grants g JOIN people o ON o.id = g.person_id
      WHERE g.place_id = OLD.place_id AND g.role = OLD.role AND g.scope_kind = 'place' AND g.id <> OLD.id
        AND role_is_live(g) AND o.erased_at IS NULL
        AND (g.role <> 'broker' OR btrim(coalesce(o.display_name, '')) <> '')) THEN
      RAISE EXCEPTION 'a place that is active keeps a steward and a broker' USING ERRCODE = 'HW075';
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER role_grants_guard BEFORE INSERT OR UPDATE OR DELETE ON role_grants
  FOR EACH ROW EXECUTE FUNCTION role_grants_guard();
--> statement-breakpoint
CREATE TRIGGER role_grants_never_emptied BEFORE TRUNCATE ON role_grants
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Guards that asked whether a role had ended ask whether it is live, and over what.
CREATE OR REPLACE FUNCTION place_lacks(p places) RETURNS text[] LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT array_remove(ARRAY[
    CASE WHEN NOT EXISTS (
      SELECT 1 FROM organisations o WHERE o.place_id = p.id AND o.sector = 'public' AND o.state <> 'left')
      THEN 'public-body' END,
    CASE WHEN btrim(p.contact_name) = '' OR coalesce(p.contact_phone, p.contact_email) IS NULL OR NOT EXISTS (
      SELECT 1 FROM role_grants g JOIN people b ON b.id = g.person_id
        WHERE g.place_id = p.id AND g.role = 'broker' AND g.scope_kind = 'place' AND role_is_live(g) AND b.erased_at IS NULL
          AND btrim(coalesce(b.display_name, '')) <> '')
      THEN 'broker' END,
    CASE WHEN coalesce(p.pay_hourly_pence, 0) <= 0 OR p.pay_source IS NULL OR p.pay_as_of IS NULL THEN 'pay' END,
    CASE WHEN btrim(coalesce(p.complaints_name, '')) = '' OR coalesce(p.complaints_phone, p.complaints_email) IS NULL
      THEN 'complaints' END
  ], NULL)
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION reading_comments_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  c challenges%ROWTYPE;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'what a reader said and was answered stands' USING ERRCODE = 'HW014';
  END IF;
  IF TG_OP = 'UPDATE' AND ((to_jsonb(OLD) - ARRAY['answer', 'answered_by', 'answered_at', 'reminded_at'])
      IS DISTINCT FROM (to_jsonb(NEW) - ARRAY['answer', 'answered_by', 'answered_at', 'reminded_at'])
    OR OLD.answered_at IS NOT NULL AND (OLD.answer, OLD.answered_by, OLD.answered_at)
      IS DISTINCT FROM (NEW.answer, NEW.answered_by, NEW.answered_at)) THEN
    RAISE EXCEPTION 'what a reader said and was answered stands' USING ERRCODE = 'HW014';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.answer IS NOT DISTINCT FROM NEW.answer THEN
    RETURN NEW;
  END IF;
  SELECT * INTO c FROM challenges WHERE id = NEW.challenge_id FOR SHARE;
  IF c.state IS DISTINCT FROM 'read-through' THEN
    RAISE EXCEPTION 'comments and answers are for before it opens' USING ERRCODE = 'HW014';
  END IF;
  IF NEW.answer IS NOT NULL AND (NEW.answered_by <> c.commissioner_id OR char_length(trim(NEW.answer)) < 10) THEN
    RAISE EXCEPTION 'whoever asks answers a reader, in a sentence' USING ERRCODE = 'HW014';
  END IF;
  IF TG_OP = 'UPDATE' THEN
    RETURN NEW;
  END IF;
  IF NEW.person_id = c.commissioner_id
    OR NEW.organisation_id IS NOT DISTINCT FROM c.organisation_id
    OR EXISTS (SELECT 1 FROM memberships m
      WHERE m.person_id = NEW.person_id AND m.organisation_id = c.organisation_id)
    OR holds_role(c.place_id, NEW.person_id, 'broker', ARRAY[c.id]) THEN
    RAISE EXCEPTION 'whoever has a part in asking is no reader of it' USING ERRCODE = 'HW015';
  END IF;
  IF NEW.organisation_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM memberships m
    WHERE m.person_id = NEW.person_id AND m.organisation_id = NEW.organisation_id) THEN
    RAISE EXCEPTION 'one reads for an organisation one belongs to' USING ERRCODE = 'HW015';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW.challenge_id::text || NEW.person_id::text, 0));
  IF (SELECT count(*) FROM reading_comments r
    WHERE r.challenge_id = NEW.challenge_id AND r.person_id = NEW.person_id) >= 20 THEN
    RAISE EXCEPTION 'one person says twenty things at most' USING ERRCODE = 'HW015';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION protections_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moving text[] := ARRAY['state', 'next_review_on', 'remind_at', 'updated_at', 'version'];
  newest protection_reviews;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'draft' THEN
      RAISE EXCEPTION 'a decision begins as a draft' USING ERRCODE = 'HW040';
    END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'draft' THEN
      RAISE EXCEPTION 'a published decision is never deleted' USING ERRCODE = 'HW041';
    END IF;
    RETURN OLD;
  END IF;
  IF NOT (OLD.state = NEW.state
    OR (OLD.state = 'draft' AND NEW.state = 'published')
    OR (OLD.state = 'published' AND NEW.state = 'ended')) THEN
    RAISE EXCEPTION 'a decision cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'HW040';
  END IF;
  IF OLD.state <> 'ended' THEN
    moving := moving || ARRAY['commissioner_id'];
  END IF;
  IF OLD.state <> 'draft' AND (to_jsonb(OLD) - moving) IS DISTINCT FROM (to_jsonb(NEW) - moving) THEN
    RAISE EXCEPTION 'a published decision stands as it was decided' USING ERRCODE = 'HW041';
  END IF;
  IF NEW.commissioner_id <> OLD.commissioner_id
    AND NOT holds_role(NEW.place_id, NEW.commissioner_id, 'commissioner', ARRAY[NEW.organisation_id]) THEN
    RAISE EXCEPTION 'it is handed to a commissioner of the place' USING ERRCODE = 'HW086';
  END IF;
  IF OLD.state = 'draft' AND NEW.state = 'published' THEN
    IF '' IN (btrim(NEW.title), btrim(NEW.why), btrim(NEW.at_risk), btrim(NEW.strengthen), btrim(NEW.alternatives), btrim(NEW.page))
      OR NEW.slug IS NULL
      OR jsonb_array_length(NEW.evidence) = 0
      OR EXISTS (SELECT 1 FROM jsonb_array_elements(NEW.evidence) e WHERE btrim(coalesce(e ->> 'statement', '')) = '') THEN
      RAISE EXCEPTION 'a decision is published whole, with what is known' USING ERRCODE = 'HW042';
    END IF;
    IF NEW.next_review_on IS DISTINCT FROM NEW.review_on
      OR protections_review_fits(NEW.place_id, NEW.review_on) IS NOT TRUE THEN
      RAISE EXCEPTION 'it is looked at again in three to twenty-four months' USING ERRCODE = 'HW042';
    END IF;
    NEW.published_at := clock_timestamp();
    RETURN NEW;
  END IF;
  IF OLD.state <> 'draft' AND (OLD.state, OLD.next_review_on) IS DISTINCT FROM (NEW.state, NEW.next_review_on) THEN
    SELECT * INTO newest FROM protection_reviews WHERE protection_id = NEW.id ORDER BY at DESC, id DESC LIMIT 1;
    IF NOT (newest.outcome IS NOT DISTINCT FROM 'kept' AND NEW.state = OLD.state AND newest.review_on = NEW.next_review_on
      OR newest.outcome IS NOT DISTINCT FROM 'ended' AND NEW.state = 'ended' AND NEW.next_review_on = OLD.next_review_on) THEN
      RAISE EXCEPTION 'only a review moves the day, or ends it' USING ERRCODE = 'HW043';
    END IF;
  END IF;
  RETURN NEW;
END $$;
