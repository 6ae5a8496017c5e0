-- Matching at the size of a country (docs/decisions/0026): what it reads is kept in step here, whoever writes.
CREATE EXTENSION IF NOT EXISTS intarray;
--> statement-breakpoint
CREATE UNIQUE INDEX match_lists_of_entry ON match_lists (entry_id, code);
--> statement-breakpoint
CREATE INDEX match_lists_found ON match_lists (code, mask) INCLUDE (entry_id, sector, small, known, lot, words);
--> statement-breakpoint
CREATE UNIQUE INDEX match_cells_once ON match_cells (code, theme, mask, sector, known) INCLUDE (entries, smalls);
--> statement-breakpoint
CREATE UNIQUE INDEX match_postings_once ON match_postings (code, term, entry_id) INCLUDE (mask);
--> statement-breakpoint
CREATE INDEX organisations_of_entry ON organisations (register_entry_id) WHERE register_entry_id IS NOT NULL;
--> statement-breakpoint
INSERT INTO match_terms (term) VALUES ('');
--> statement-breakpoint
-- A bit for each theme, in the published order.
CREATE FUNCTION match_mask(themes text[]) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(bit_or(1::bigint << (array_position(ARRAY['carers', 'children-young-people', 'older-people', 'disability',
    'mental-health', 'health', 'poverty-money', 'food', 'housing-homelessness', 'employment-skills', 'education',
    'community-spaces', 'transport', 'environment', 'arts-heritage', 'sport-play', 'safety-justice', 'refugees-migration',
    'equality-rights', 'digital', 'advice-information', 'faith', 'volunteering-infrastructure', 'animals'], t) - 1)), 0)
  FROM unnest(themes) t
$$;
--> statement-breakpoint
CREATE FUNCTION match_skills(skills text[]) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(bit_or(1 << (array_position(ARRAY['outreach', 'listening-groups', 'interpreting', 'advice', 'caring-support',
    'youth-work', 'facilitation', 'data-and-evidence', 'design', 'building-and-repair', 'cooking', 'transport', 'digital',
    'fundraising', 'training'], s) - 1)), 0)
  FROM unnest(skills) s
$$;
--> statement-breakpoint
CREATE FUNCTION match_sector(kind text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE WHEN kind IN ('council', 'public-body', 'health-body', 'school') THEN 'public' WHEN kind = 'company' THEN 'private'
    WHEN kind = 'university' THEN 'academic' WHEN kind = 'funder' THEN 'funder' ELSE 'community' END
$$;
--> statement-breakpoint
-- Where somebody is drawn from among equals: the first 31 bits of its id's sha256.
CREATE FUNCTION match_lot(id uuid) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT ('x' || encode(substring(sha256(convert_to(id::text, 'UTF8')) FROM 1 FOR 4), 'hex'))::bit(32)::bigint >> 1
$$;
--> statement-breakpoint
CREATE FUNCTION match_is_district(code text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT code ~ '^(E0[6-9]|W06|S12|N09)'
$$;
--> statement-breakpoint
-- Takes entries out of the lists. Nobody else may count meanwhile.
CREATE FUNCTION match_unlist(ids uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  WITH gone AS (DELETE FROM match_lists WHERE entry_id = ANY (ids) RETURNING *),
  postings AS (
    DELETE FROM match_postings p USING (SELECT code, unnest(words) AS term, entry_id FROM gone WHERE wide AND known) g
    WHERE (p.code, p.term, p.entry_id) = (g.code, g.term, g.entry_id)),
  cells AS (
    UPDATE match_cells c SET entries = c.entries - g.entries, smalls = c.smalls - g.smalls
    FROM (SELECT code, theme, mask, sector, known, count(*) AS entries, count(*) FILTER (WHERE small) AS smalls
      FROM gone, generate_series(0, 62) theme WHERE wide AND mask & (1::bigint << theme) <> 0
      GROUP BY code, theme, mask, sector, known) g
    WHERE (c.code, c.theme, c.mask, c.sector, c.known) = (g.code, g.theme, g.mask, g.sector, g.known)),
  used AS (
    SELECT term, count(*) AS n FROM (SELECT DISTINCT ON (entry_id) words FROM gone) once, unnest(words) term GROUP BY term
    UNION ALL SELECT t.id, (SELECT count(DISTINCT entry_id) FROM gone) FROM match_terms t WHERE t.term = '')
  UPDATE match_terms t SET entries = t.entries - used.n FROM used WHERE t.id = used.term AND used.n > 0;
END $$;
--> statement-breakpoint
-- What an entry is to a score, under every code it works in; or sits in, unless it says it works elsewhere.
CREATE FUNCTION match_list(ids uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO match_terms (term)
    SELECT DISTINCT word FROM register_entries e, unnest(tsvector_to_array(e.search)) word
    WHERE e.id = ANY (ids) AND NOT EXISTS (SELECT FROM match_terms t WHERE t.term = word) ORDER BY word
    ON CONFLICT DO NOTHING;
  WITH entries AS MATERIALIZED (
    SELECT e.id, e.areas, e.areas_unmapped, e.lad_code, e.search, match_mask(e.themes) AS mask, match_sector(e.kind) AS sector,
      is_small_band(e.income_band) AS small, e.activities IS NOT NULL AS known, match_lot(e.id) AS lot
    FROM register_entries e WHERE e.id = ANY (ids) AND e.status = 'registered' AND cardinality(e.themes) > 0),
  worded AS MATERIALIZED (
    SELECT e.id, array_agg(t.id ORDER BY t.id) AS words
    FROM entries e, unnest(tsvector_to_array(e.search)) word JOIN match_terms t ON t.term = word GROUP BY e.id),
  nations AS (SELECT array_agg(code) AS codes FROM gss_areas WHERE kind = 'nations'),
  placed AS (
    SELECT e.id, code FROM entries e, unnest(e.areas) code
    UNION
    SELECT e.id, e.lad_code FROM entries e LEFT JOIN gss_areas a ON a.code = e.lad_code
    WHERE e.lad_code IS NOT NULL AND (a.code IS NULL OR cardinality(e.areas) + cardinality(e.areas_unmapped) = 0
      OR e.areas && array_remove(ARRAY[a.county_code, a.region_code, a.country_code], NULL)
      OR e.areas && (SELECT codes FROM nations))),
  listed AS (
    INSERT INTO match_lists (code, entry_id, wide, mask, sector, small, known, lot, words)
    SELECT p.code, e.id, NOT match_is_district(p.code), e.mask, e.sector, e.small, e.known, e.lot, coalesce(w.words[1:120], '{}')
    FROM placed p JOIN entries e USING (id) LEFT JOIN worded w USING (id)
    RETURNING *),
  postings AS (
    INSERT INTO match_postings (code, term, entry_id, mask)
    SELECT code, unnest(words), entry_id, mask FROM listed WHERE wide AND known),
  cells AS (
    INSERT INTO match_cells AS c (code, theme, mask, sector, known, entries, smalls)
    SELECT code, theme, mask, sector, known, count(*), count(*) FILTER (WHERE small)
    FROM listed, generate_series(0, 62) theme WHERE wide AND mask & (1::bigint << theme) <> 0
    GROUP BY code, theme, mask, sector, known
    ON CONFLICT (code, theme, mask, sector, known)
      DO UPDATE SET entries = c.entries + excluded.entries, smalls = c.smalls + excluded.smalls),
  used AS (
    SELECT term, count(*) AS n FROM (SELECT DISTINCT ON (entry_id) words FROM listed) once, unnest(words) term GROUP BY term
    UNION ALL SELECT t.id, (SELECT count(DISTINCT entry_id) FROM listed) FROM match_terms t WHERE t.term = '')
  UPDATE match_terms t SET entries = t.entries + used.n FROM used WHERE t.id = used.term AND used.n > 0;
END $$;
--> statement-breakpoint
-- What organisations are to a score, from everything they said.
CREATE FUNCTION match_enlist(ids uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  -- Two who change one organisation take turns, so that the second reads what the first wrote.
  PERFORM FROM match_organisations WHERE organisation_id = ANY (ids) ORDER BY organisation_id FOR UPDATE;
  INSERT INTO match_terms (term)
    SELECT DISTINCT term FROM (
      SELECT '#' || a.area_id AS term FROM organisation_areas a WHERE a.organisation_id = ANY (ids)
      UNION ALL
      SELECT unnest(tsvector_to_array(to_tsvector(match_language(c.place_id), fold(r ->> 'community'))))
        FROM capacity_profiles c, jsonb_array_elements(c.reach) r WHERE c.organisation_id = ANY (ids)
      UNION ALL
      SELECT unnest(tsvector_to_array(e.search)) FROM organisations o JOIN register_entries e ON e.id = o.register_entry_id
        WHERE o.id = ANY (ids)) t
    WHERE NOT EXISTS (SELECT FROM match_terms known WHERE known.term = t.term) ORDER BY term
    ON CONFLICT DO NOTHING;
  INSERT INTO match_organisations (organisation_id, place_id, takes_part, entry_id, mask, cards, sector, small, lot, areas,
    trusted, weekly, members, reaches, lived, skills, rooms, hours, backfill, not_before, words)
  SELECT o.id, o.place_id, o.state IN ('listed', 'checked'), CASE WHEN o.state <> 'left' THEN o.register_entry_id END,
    match_mask(o.themes),
    ARRAY(SELECT match_mask(p.themes) FROM practice_cards p WHERE p.organisation_id = o.id AND p.state = 'listed'),
    o.sector, is_small_band(o.income_band), match_lot(o.id),
    ARRAY(SELECT t.id FROM organisation_areas a JOIN match_terms t ON t.term = '#' || a.area_id
      WHERE a.organisation_id = o.id ORDER BY t.id),
    match_reached(o.place_id, c.reach, 'trusted-contact'), match_reached(o.place_id, c.reach, 'weekly-contact'),
    match_reached(o.place_id, c.reach, 'members'),
    coalesce((SELECT jsonb_agg(tsvector_to_array(to_tsvector(match_language(o.place_id), fold(r ->> 'community'))) ORDER BY n)
      FROM jsonb_array_elements(c.reach) WITH ORDINALITY AS each (r, n)), '[]'),
    array_position(ARRAY['led-by', 'majority', 'some', 'not'], c.lived_experience), coalesce(match_skills(c.skills), 0),
    CASE WHEN EXISTS (SELECT FROM jsonb_array_elements(c.premises) p WHERE (p ->> 'stepFree')::boolean) THEN 2
      WHEN jsonb_array_length(c.premises) > 0 THEN 1 ELSE 0 END,
    c.spare_hours_per_month, coalesce('backfill-pay' = ANY (c.possible_with), false), c.not_before,
    (SELECT coalesce(array_agg(t.id ORDER BY t.id), '{}')
      FROM register_entries e, unnest(tsvector_to_array(e.search)) word JOIN match_terms t ON t.term = word
      WHERE e.id = o.register_entry_id AND e.activities IS NOT NULL GROUP BY e.id)
  FROM organisations o LEFT JOIN capacity_profiles c ON c.organisation_id = o.id
  WHERE o.id = ANY (ids)
  ON CONFLICT (organisation_id) DO UPDATE SET (takes_part, entry_id, mask, cards, sector, small, areas, trusted, weekly,
      members, reaches, lived, skills, rooms, hours, backfill, not_before, words)
    = (excluded.takes_part, excluded.entry_id, excluded.mask, excluded.cards, excluded.sector, excluded.small, excluded.areas,
      excluded.trusted, excluded.weekly, excluded.members, excluded.reaches, excluded.lived, excluded.skills, excluded.rooms,
      excluded.hours, excluded.backfill, excluded.not_before, excluded.words);
END $$;
--> statement-breakpoint
CREATE FUNCTION match_language(of_place uuid) RETURNS regconfig
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT (CASE WHEN languages[1] = 'nl' THEN 'dutch' ELSE 'english' END)::regconfig FROM places WHERE id = of_place
$$;
--> statement-breakpoint
CREATE FUNCTION match_reached(of_place uuid, reach jsonb, how text) RETURNS integer[]
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT t.id ORDER BY t.id), '{}')
  FROM jsonb_array_elements(reach) r,
    unnest(tsvector_to_array(to_tsvector(match_language(of_place), fold(r ->> 'community')))) stem
    JOIN match_terms t ON t.term = stem
  WHERE r ->> 'how' = how
$$;
--> statement-breakpoint
-- Everything anew: after official areas were loaded, or when in doubt.
CREATE FUNCTION match_rebuild() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM match_lists;
  DELETE FROM match_cells;
  DELETE FROM match_postings;
  UPDATE match_terms SET entries = 0 WHERE entries <> 0;
  PERFORM match_list(array_agg(id)) FROM register_entries;
  PERFORM match_enlist(array_agg(id)) FROM organisations;
  UPDATE challenge_matches SET changes = changes + 1;
END $$;
--> statement-breakpoint
CREATE FUNCTION match_entries_moved() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  ids uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(id) INTO ids FROM coming;
  ELSIF TG_OP = 'DELETE' THEN
    SELECT array_agg(id) INTO ids FROM gone;
  ELSE
    SELECT array_agg(c.id) INTO ids FROM coming c JOIN gone g USING (id)
    WHERE (c.status, c.kind, c.income_band, c.activities IS NULL, c.search, c.areas, c.areas_unmapped, c.lad_code, c.themes)
      IS DISTINCT FROM
      (g.status, g.kind, g.income_band, g.activities IS NULL, g.search, g.areas, g.areas_unmapped, g.lad_code, g.themes);
  END IF;
  IF ids IS NULL THEN RETURN NULL; END IF;
  IF TG_OP <> 'INSERT' THEN PERFORM match_unlist(ids); END IF;
  IF TG_OP <> 'DELETE' THEN PERFORM match_list(ids); END IF;
  PERFORM match_enlist(found.ids)
    FROM (SELECT array_agg(id) AS ids FROM organisations WHERE register_entry_id = ANY (ids)) found WHERE found.ids IS NOT NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER match_entries_come AFTER INSERT ON register_entries REFERENCING NEW TABLE AS coming
  FOR EACH STATEMENT EXECUTE FUNCTION match_entries_moved();
--> statement-breakpoint
CREATE TRIGGER match_entries_change AFTER UPDATE ON register_entries REFERENCING OLD TABLE AS gone NEW TABLE AS coming
  FOR EACH STATEMENT EXECUTE FUNCTION match_entries_moved();
--> statement-breakpoint
CREATE TRIGGER match_entries_go AFTER DELETE ON register_entries REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION match_entries_moved();
--> statement-breakpoint
-- An organisation said something else: its row is made anew, and its place's lists are no longer fresh.
CREATE FUNCTION match_organisations_moved() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  ids uuid[];
BEGIN
  IF TG_TABLE_NAME = 'organisations' THEN
    SELECT array_agg(id) INTO ids FROM moved;
  ELSE
    SELECT array_agg(DISTINCT organisation_id) INTO ids FROM moved;
  END IF;
  IF ids IS NULL THEN RETURN NULL; END IF;
  PERFORM match_enlist(ids);
  UPDATE challenge_matches SET changes = changes + 1
    WHERE place_id IN (SELECT place_id FROM organisations WHERE id = ANY (ids));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER match_organisations_insert AFTER INSERT ON organisations REFERENCING NEW TABLE AS moved
  FOR EACH STATEMENT EXECUTE FUNCTION match_organisations_moved();
--> statement-breakpoint
CREATE TRIGGER match_organisations_update AFTER UPDATE ON organisations REFERENCING NEW TABLE AS moved
  FOR EACH STATEMENT EXECUTE FUNCTION match_organisations_moved();
--> statement-breakpoint
CREATE TRIGGER match_capacity_insert AFTER INSERT ON capacity_profiles REFERENCING NEW TABLE AS moved
  FOR EACH STATEMENT EXECUTE FUNCTION match_organisations_moved();
--> statement-breakpoint
CREATE TRIGGER match_capacity_update AFTER UPDATE ON capacity_profiles REFERENCING NEW TABLE AS moved
  FOR EACH STATEMENT EXECUTE FUNCTION match_organisations_moved();
--> statement-breakpoint
CREATE TRIGGER match_capacity_delete AFTER DELETE ON capacity_profiles REFERENCING OLD TABLE AS moved
  FOR EACH STATEMENT EXECUTE FUNCTION match_organisations_moved();
--> statement-breakpoint
CREATE TRIGGER match_areas_insert AFTER INSERT ON organisation_areas REFERENCING NEW TABLE AS moved
  FOR EACH STATEMENT EXECUTE FUNCTION match_organisations_moved();
--> statement-breakpoint
CREATE TRIGGER match_areas_update AFTER UPDATE ON organisation_areas REFERENCING NEW TABLE AS moved
  FOR EACH STATEMENT EXECUTE FUNCTION match_organisations_moved();
--> statement-breakpoint
CREATE TRIGGER match_areas_delete AFTER DELETE ON organisation_areas REFERENCING OLD TABLE AS moved
  FOR EACH STATEMENT EXECUTE FUNCTION match_organisations_moved();
--> statement-breakpoint
CREATE TRIGGER match_cards_insert AFTER INSERT ON practice_cards REFERENCING NEW TABLE AS moved
  FOR EACH STATEMENT EXECUTE FUNCTION match_organisations_moved();
--> statement-breakpoint
CREATE TRIGGER match_cards_update AFTER UPDATE ON practice_cards REFERENCING NEW TABLE AS moved
  FOR EACH STATEMENT EXECUTE FUNCTION match_organisations_moved();
--> statement-breakpoint
CREATE TRIGGER match_cards_delete AFTER DELETE ON practice_cards REFERENCING OLD TABLE AS moved
  FOR EACH STATEMENT EXECUTE FUNCTION match_organisations_moved();
--> statement-breakpoint
-- The words, the weights and those already in: the list of this one challenge is no longer fresh. Who has answered moves
-- nothing before the closing time: not even when a list was made may tell it (S-02).
CREATE FUNCTION match_challenge_moved() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_TABLE_NAME = 'challenges' THEN
    IF NEW.state IN ('formed', 'none-chosen', 'withdrawn') THEN
      DELETE FROM challenge_matches WHERE challenge_id = NEW.id;
    ELSE
      INSERT INTO challenge_matches AS m (challenge_id, place_id) VALUES (NEW.id, NEW.place_id)
        ON CONFLICT (challenge_id) DO UPDATE SET changes = m.changes + 1;
    END IF;
  ELSIF TG_TABLE_NAME = 'interests' THEN
    UPDATE challenge_matches m SET changes = m.changes + 1 FROM challenges c
      WHERE m.challenge_id = NEW.challenge_id AND c.id = m.challenge_id AND c.closes_at <= clock_timestamp();
  ELSIF TG_OP = 'DELETE' THEN
    UPDATE challenge_matches SET changes = changes + 1 WHERE challenge_id = OLD.challenge_id;
  ELSE
    UPDATE challenge_matches SET changes = changes + 1 WHERE challenge_id = NEW.challenge_id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER match_challenges_change AFTER INSERT OR UPDATE OF question, summary, who_is_affected, least_served, themes,
    hours_per_month, backfill_pence, ends_on, state ON challenges
  FOR EACH ROW WHEN (NEW.slug IS NOT NULL) EXECUTE FUNCTION match_challenge_moved();
--> statement-breakpoint
CREATE TRIGGER match_challenge_areas_change AFTER INSERT OR UPDATE OR DELETE ON challenge_areas
  FOR EACH ROW EXECUTE FUNCTION match_challenge_moved();
--> statement-breakpoint
CREATE TRIGGER match_invitations_come AFTER INSERT ON invitations
  FOR EACH ROW EXECUTE FUNCTION match_challenge_moved();
--> statement-breakpoint
CREATE TRIGGER match_interests_change AFTER INSERT OR UPDATE OF state ON interests
  FOR EACH ROW EXECUTE FUNCTION match_challenge_moved();
--> statement-breakpoint
INSERT INTO challenge_matches (challenge_id, place_id)
  SELECT id, place_id FROM challenges WHERE slug IS NOT NULL AND state NOT IN ('formed', 'none-chosen', 'withdrawn');
--> statement-breakpoint
ALTER TABLE challenge_matches ALTER COLUMN list SET STORAGE EXTERNAL;
--> statement-breakpoint
SELECT match_rebuild();
