-- EI3, §2.7, J-13: several who answer as one count as the band that follows from who they are when it is sent, whoever
-- writes the row. The same rule as bandOfMajority in packages/shared: the band more share than any other, of several the
-- largest, and never below the upper of the middle.
CREATE FUNCTION joint_band_of(bands text[]) RETURNS text
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  WITH known AS (
    SELECT ARRAY['none', 'micro', 'small', 'medium', 'large', 'major', 'super-major', 'not-a-charity'] AS names
  ), sizes AS (
    SELECT array_position(k.names, b.band) AS size FROM known k, unnest(bands) AS b (band)
  )
  SELECT k.names[greatest(
    (SELECT s.size FROM sizes s GROUP BY s.size ORDER BY count(*) DESC, s.size DESC LIMIT 1),
    (SELECT s.size FROM sizes s ORDER BY s.size OFFSET cardinality(bands) / 2 LIMIT 1))]
  FROM known k
$$;
--> statement-breakpoint
-- What was sent keeps the band it had then: a member that grows later changes nothing until all of it is sent again.
CREATE FUNCTION interests_joint_size_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.state = 'submitted' AND (OLD.joint_band, OLD.parties, OLD.received_at)
    IS NOT DISTINCT FROM (NEW.joint_band, NEW.parties, NEW.received_at) THEN
    RETURN NEW;
  END IF;
  IF NEW.joint_band IS DISTINCT FROM (SELECT joint_band_of(array_agg(o.income_band))
    FROM joint_interest_members m JOIN organisations o ON o.id = m.organisation_id
    WHERE m.joint_interest_id = NEW.joint_interest_id AND m.state = 'joined') THEN
    RAISE EXCEPTION 'an answer together counts as what most of them are' USING ERRCODE = 'HW157';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- After interests_joint_guard, which looks whether it is whole: triggers fire by name.
CREATE TRIGGER interests_joint_size_guard BEFORE INSERT OR UPDATE ON interests
  FOR EACH ROW WHEN (NEW.state = 'submitted' AND NEW.joint_interest_id IS NOT NULL)
  EXECUTE FUNCTION interests_joint_size_guard();
