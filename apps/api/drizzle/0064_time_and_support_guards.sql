-- Who is asked, how often and for how much (FR-05, FR-12, J-09, OR3, OR5): what the application decides first, kept here
-- whatever it decides.

-- Less than £100,000 a year, or no accounts at all; a register entry that does not say counts as such, as in matching.
CREATE FUNCTION is_small_band(band text) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(band, 'none') IN ('none', 'micro', 'small')
$$;
--> statement-breakpoint
-- Nobody who pauses or has left is invited; and of every ten invitations of a challenge, the small have their share. One
-- invitation after the other: whoever invites holds the row that says how many there are to invite.
CREATE FUNCTION invitations_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  counted invitation_balances%ROWTYPE;
  standing text;
  band text;
  everyone integer;
  small_ones integer;
BEGIN
  IF TG_OP <> 'INSERT' THEN
    RAISE EXCEPTION 'an invitation stays as it was sent' USING ERRCODE = 'HW127';
  END IF;
  IF NEW.organisation_id IS NOT NULL THEN
    SELECT state, income_band INTO standing, band FROM organisations WHERE id = NEW.organisation_id FOR SHARE;
    IF standing IN ('paused', 'left') THEN
      RAISE EXCEPTION 'who pauses is not asked' USING ERRCODE = 'HW126';
    END IF;
  ELSE
    SELECT income_band INTO band FROM register_entries WHERE id = NEW.register_entry_id;
  END IF;
  INSERT INTO invitation_balances (challenge_id, place_id) VALUES (NEW.challenge_id, NEW.place_id)
    ON CONFLICT (challenge_id) DO NOTHING;
  SELECT * INTO counted FROM invitation_balances WHERE challenge_id = NEW.challenge_id FOR UPDATE;
  SELECT count(*) + 1,
      count(*) FILTER (WHERE is_small_band(coalesce(o.income_band, e.income_band))) + is_small_band(band)::integer
    INTO everyone, small_ones
    FROM invitations i
    LEFT JOIN organisations o ON o.id = i.organisation_id
    LEFT JOIN register_entries e ON e.id = i.register_entry_id
    WHERE i.challenge_id = NEW.challenge_id;
  IF everyone % 10 = 0
    AND (small_ones * counted.eligible_all >= counted.eligible_small * everyone) IS NOT TRUE THEN
    RAISE EXCEPTION 'of ten invited, the small have their share' USING ERRCODE = 'HW125';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER invitations_guard BEFORE INSERT OR DELETE OR UPDATE OF place_id, challenge_id, organisation_id, register_entry_id
  ON invitations FOR EACH ROW EXECUTE FUNCTION invitations_guard();
--> statement-breakpoint
-- A pause begins when the database says so, lasts a year at most, and leaves nothing behind.
CREATE FUNCTION organisations_pause() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NEW.state <> 'paused' THEN
    NEW.paused_until := NULL;
    NEW.paused_at := NULL;
    NEW.pause_ends_at := NULL;
    RETURN NEW;
  END IF;
  NEW.paused_at := CASE WHEN OLD.state = 'paused' THEN OLD.paused_at ELSE clock_timestamp() END;
  IF OLD.state = 'left' THEN
    RAISE EXCEPTION 'who has left does not pause' USING ERRCODE = 'HW126';
  END IF;
  IF NEW.pause_ends_at IS DISTINCT FROM OLD.pause_ends_at AND NEW.pause_ends_at IS NOT NULL
    AND NEW.pause_ends_at NOT BETWEEN clock_timestamp() AND clock_timestamp() + interval '367 days' THEN
    RAISE EXCEPTION 'a pause ends within a year' USING ERRCODE = 'HW126';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER organisations_pause BEFORE UPDATE OF state, paused_until, paused_at, pause_ends_at ON organisations
  FOR EACH ROW EXECUTE FUNCTION organisations_pause();
--> statement-breakpoint
-- Hours set aside: sent answers reserve, being chosen commits, everything ends; what is promised is not put back to maybe.
CREATE FUNCTION capacity_commitments_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state NOT IN ('reserved', 'committed') THEN
      RAISE EXCEPTION 'hours are set aside before they end' USING ERRCODE = 'HW128';
    END IF;
  ELSIF (NEW.place_id, NEW.organisation_id, NEW.source_kind, NEW.source_id)
      IS DISTINCT FROM (OLD.place_id, OLD.organisation_id, OLD.source_kind, OLD.source_id)
    OR OLD.state = 'expired' AND NEW.state <> 'expired'
    OR OLD.state = 'committed' AND NEW.state = 'reserved'
    OR OLD.state = 'released' AND NEW.state = 'expired' THEN
    RAISE EXCEPTION 'hours set aside cannot change like this' USING ERRCODE = 'HW128';
  END IF;
  IF TG_OP = 'INSERT' OR NEW.state <> OLD.state THEN
    IF NEW.state = 'reserved' THEN NEW.reserved_at := clock_timestamp(); END IF;
    IF NEW.state = 'committed' THEN NEW.committed_at := clock_timestamp(); END IF;
    NEW.ended_at := CASE WHEN NEW.state IN ('released', 'expired') THEN clock_timestamp() END;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER capacity_commitments_guard BEFORE INSERT OR UPDATE ON capacity_commitments
  FOR EACH ROW EXECUTE FUNCTION capacity_commitments_guard();
--> statement-breakpoint
-- An ask and an offer go forward, never back.
CREATE FUNCTION support_state_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT (NEW.state = OLD.state
    OR OLD.state = 'open' AND NEW.state IN ('matched', 'lapsed', 'taken-back')
    OR OLD.state = 'matched' AND NEW.state IN ('given', 'lapsed', 'taken-back')
    OR OLD.state = 'given' AND NEW.state = 'thanked') THEN
    RAISE EXCEPTION 'support cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'HW129';
  END IF;
  IF (NEW.place_id, NEW.organisation_id, NEW.kind) IS DISTINCT FROM (OLD.place_id, OLD.organisation_id, OLD.kind) THEN
    RAISE EXCEPTION 'whose it is and what sort is not changed' USING ERRCODE = 'HW129';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER support_asks_guard BEFORE UPDATE ON support_asks FOR EACH ROW EXECUTE FUNCTION support_state_guard();
--> statement-breakpoint
CREATE TRIGGER support_offers_guard BEFORE UPDATE ON support_offers FOR EACH ROW EXECUTE FUNCTION support_state_guard();
--> statement-breakpoint
-- Somebody who could help is asked once, while both are open and the one who is asked is not resting; answers stand.
CREATE FUNCTION support_requests_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  ask support_asks%ROWTYPE;
  offer support_offers%ROWTYPE;
  standing text;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'who was asked stays' USING ERRCODE = 'HW129';
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.answer IS NOT NULL OR NEW.answer IS NULL
    OR (NEW.place_id, NEW.ask_id, NEW.offer_id, NEW.asked_by, NEW.asked_at)
      IS DISTINCT FROM (OLD.place_id, OLD.ask_id, OLD.offer_id, OLD.asked_by, OLD.asked_at)) THEN
    RAISE EXCEPTION 'an answer is given once' USING ERRCODE = 'HW129';
  END IF;
  SELECT * INTO ask FROM support_asks WHERE id = NEW.ask_id FOR SHARE;
  SELECT * INTO offer FROM support_offers WHERE id = NEW.offer_id FOR SHARE;
  IF TG_OP = 'INSERT' THEN
    SELECT state INTO standing FROM organisations WHERE id = offer.organisation_id FOR SHARE;
    IF standing IN ('paused', 'left') THEN
      RAISE EXCEPTION 'who pauses is not asked' USING ERRCODE = 'HW126';
    END IF;
    IF NEW.answer IS NOT NULL OR ask.organisation_id = offer.organisation_id OR ask.kind <> offer.kind
      OR ask.state <> 'open' OR offer.state <> 'open' THEN
      RAISE EXCEPTION 'only an open ask meets an open offer of its sort' USING ERRCODE = 'HW129';
    END IF;
    NEW.asked_at := clock_timestamp();
  ELSE
    IF NEW.answer = 'yes' AND (ask.state <> 'open' OR offer.state <> 'open') THEN
      RAISE EXCEPTION 'only an open ask meets an open offer of its sort' USING ERRCODE = 'HW129';
    END IF;
    NEW.answered_at := clock_timestamp();
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER support_requests_guard BEFORE INSERT OR UPDATE OR DELETE ON support_requests
  FOR EACH ROW EXECUTE FUNCTION support_requests_guard();
