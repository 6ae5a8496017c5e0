-- Who was asked for help, and what they said, is forgotten a year after the last day of the ask (`trust.md` §4.6), and never sooner.
CREATE OR REPLACE FUNCTION support_requests_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  ask support_asks%ROWTYPE;
  offer support_offers%ROWTYPE;
  standing text;
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM 1 FROM support_asks a WHERE a.id = OLD.ask_id AND a.state NOT IN ('open', 'matched')
      AND a.ends_at < clock_timestamp() - interval '365 days';
    IF NOT FOUND THEN
      RAISE EXCEPTION 'who was asked stays' USING ERRCODE = 'HW129';
    END IF;
    RETURN OLD;
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
