-- Of every ten invited, the small have their share (FR-05), and what was sent is not taken back: so a larger one goes only
-- while the places left before the next tenth can hold the small ones it still asks for, as far as so many fit at all. A
-- small one always goes, once somebody has counted: it is the only way back where the share is lost already.
CREATE OR REPLACE FUNCTION invitations_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  counted invitation_balances%ROWTYPE;
  standing text;
  band text;
  everyone integer;
  small_ones integer;
  tenth integer;
  needed bigint := 0;
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
  tenth := (everyone + 9) / 10 * 10;
  IF everyone = tenth AND counted.eligible_all IS NULL THEN
    RAISE EXCEPTION 'nobody has counted whom to invite' USING ERRCODE = 'HW125';
  END IF;
  IF counted.eligible_all > 0 THEN
    needed := (counted.eligible_small::bigint * tenth + counted.eligible_all - 1) / counted.eligible_all;
    IF everyone < tenth THEN
      needed := least(needed, counted.eligible_small);
    END IF;
  END IF;
  IF NOT is_small_band(band) AND small_ones + tenth - everyone < needed THEN
    RAISE EXCEPTION 'of ten invited, the small have their share' USING ERRCODE = 'HW125';
  END IF;
  RETURN NEW;
END $$;
