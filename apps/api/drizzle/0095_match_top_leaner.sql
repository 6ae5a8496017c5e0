-- Counts who takes part from the index alone.
CREATE INDEX match_organisations_part ON match_organisations (place_id) INCLUDE (organisation_id) WHERE takes_part;
--> statement-breakpoint
-- As before, and looking at less at a million entries: who meets nothing is passed over before anything is worked out, and
-- whether somebody of a wide list is of the place is asked only of those who could get in.
CREATE OR REPLACE FUNCTION match_top(question jsonb, OUT best match_candidate[], OUT considered integer, OUT fitting integer,
  OUT fitting_small integer)
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, public, pg_temp SET plan_cache_mode = force_generic_plan SET jit = off
SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off SET enable_bitmapscan = off AS $$
DECLARE
  q match_question := jsonb_populate_record(NULL::match_question, question);
  n integer := cardinality(q.themes);
  w integer := cardinality(q.words) + 2;
  one_district boolean := cardinality(q.lads) = 1;
  lowest integer;
  lowest_small integer;
  bars integer[];
  class record;
BEGIN
  WITH counted AS MATERIALIZED (
    SELECT o.*, greatest(bit_count((o.mask & q.asked)::bit(64)), CASE WHEN o.cards = '{}' THEN 0 ELSE
        (SELECT max(bit_count((card & q.asked)::bit(64))) FROM unnest(o.cards) card) END)::integer AS shared,
      CASE WHEN o.words IS NULL THEN 0 ELSE icount(o.words & q.words) + 1 END AS common,
      CASE WHEN o.trusted && q.affected THEN 1 WHEN o.weekly && q.affected THEN 2 WHEN o.members && q.affected THEN 3
        ELSE 0 END AS how
    FROM match_organisations o
    WHERE o.place_id = q.place AND o.takes_part AND o.organisation_id IS DISTINCT FROM q.asker
      AND (o.mask & q.asked <> 0 OR o.cards <> '{}' OR o.words && q.words
        OR o.trusted && q.affected OR o.weekly && q.affected OR o.members && q.affected)
      AND o.organisation_id <> ALL (q.pool)),
  valued AS MATERIALIZED (
    SELECT o.organisation_id, o.small, o.lot, q.theme[o.common * (n + 1) + o.shared + 1] AS theme,
      q.reach[o.how * (q.areas_of + 1) + icount(o.areas & q.areas) + 1] AS reach,
      coalesce(q.lived[o.lived], -1) AS lived,
      CASE WHEN o.skills = 0 AND o.rooms = 0 AND o.reaches = '[]' THEN -1
        ELSE q.adds[bit_count((o.skills & ~q.pool_skills)::bit(32))::integer * 4
          + CASE WHEN o.rooms > 0 AND NOT q.pool_room OR o.rooms = 2 AND NOT q.pool_step_free THEN 2 ELSE 0 END
          + CASE WHEN o.reaches = '[]' THEN 0 WHEN q.pool_reach = '{}' THEN 1
            ELSE EXISTS (SELECT FROM jsonb_array_elements(o.reaches) r WHERE NOT r ?| q.pool_reach)::integer END + 1]
        END AS adds,
      q.hours[(CASE WHEN o.not_before > q.ends_on THEN 2 ELSE 0 END + o.backfill::integer) * (q.need + 2)
        + CASE WHEN o.hours IS NULL THEN 0 ELSE least(o.hours, q.need) + 1 END + 1] AS hours,
      q.sphere[1 + (o.sector <> ALL (q.sectors))::integer] AS sphere
    FROM counted o WHERE o.how > 0 OR q.theme[o.common * (n + 1) + o.shared + 1] > 0),
  ours AS MATERIALIZED (
    SELECT v.organisation_id, v.small, v.lot,
      greatest(v.theme, 0) * q.weights[1] + greatest(v.reach, 0) * q.weights[2] + greatest(v.lived, 0) * q.weights[3]
        + greatest(v.adds, 0) * q.weights[4] + greatest(v.hours, 0) * q.weights[5] + greatest(v.sphere, 0) * q.weights[6] AS points,
      (v.theme >= 0)::integer * q.weights[1] + (v.reach >= 0)::integer * q.weights[2] + (v.lived >= 0)::integer * q.weights[3]
        + (v.adds >= 0)::integer * q.weights[4] + (v.hours >= 0)::integer * q.weights[5] + (v.sphere >= 0)::integer * q.weights[6] AS sure
    FROM valued v),
  everybody AS MATERIALIZED (
    SELECT 'register' AS kind, l.entry_id AS id,
      q.entry[((CASE WHEN l.sector = ANY (q.sectors) THEN 0 ELSE 1 END) * w
        + CASE WHEN l.known THEN icount(l.words & q.words) + 1 ELSE 0 END) * (n + 1)
        + bit_count((l.mask & q.asked)::bit(64))::integer + 1] AS score,
      q.entry_sure AS sure, l.lot * q.multiplier % 2147483647 AS place, l.small, 0 AS level
    FROM (SELECT * FROM match_lists WHERE code = ANY (q.lads) AND mask & q.asked <> 0 OFFSET 0) l
    WHERE l.entry_id NOT IN (SELECT o.entry_id FROM match_organisations o WHERE o.place_id = q.place AND o.entry_id IS NOT NULL)
      AND (one_district OR NOT EXISTS (SELECT FROM match_lists other WHERE other.entry_id = l.entry_id
        AND other.code = ANY (q.lads) AND other.code < l.code))
    UNION ALL
    SELECT 'organisation', o.organisation_id, CASE WHEN o.sure = 0 THEN 0 ELSE (2 * o.points + o.sure) / (2 * o.sure) END,
      o.sure, o.lot * q.multiplier % 2147483647, o.small, 0
    FROM ours o),
  counts AS (
    SELECT count(*) AS fitting, count(*) FILTER (WHERE small) AS smalls, count(*) FILTER (WHERE kind = 'register') AS entries
    FROM everybody),
  first AS MATERIALIZED (SELECT * FROM everybody ORDER BY score DESC, sure DESC, place, id LIMIT q.take),
  first_small AS MATERIALIZED (SELECT * FROM everybody WHERE small ORDER BY score DESC, sure DESC, place, id LIMIT q.take),
  bar AS (SELECT CASE WHEN count(*) = q.take THEN min(score) ELSE 0 END AS score FROM first),
  bar_small AS (SELECT CASE WHEN count(*) = q.take THEN min(score) ELSE 0 END AS score FROM first_small)
  SELECT ARRAY(SELECT pick::match_candidate FROM (SELECT * FROM first UNION SELECT * FROM first_small) pick),
    c.fitting, c.smalls, bar.score, bar_small.score, c.entries
      + (SELECT count(*) FROM match_organisations o WHERE o.place_id = q.place AND o.takes_part
        AND o.organisation_id IS DISTINCT FROM q.asker)
  INTO best, fitting, fitting_small, lowest, lowest_small, considered
  FROM counts c, bar, bar_small;
  best := coalesce(best, '{}');
  IF n = 0 OR cardinality(q.codes) = 0 THEN RETURN; END IF;

  -- How many themes one of each width must share to reach the twentieth of the place: with all words, and with none. Codes
  -- where nobody can are left alone.
  bars := ARRAY(SELECT coalesce((SELECT min(s) FROM generate_series(1, n) s
    WHERE q.most_worded[level * (n + 1) + s + 1] >= least(lowest, lowest_small)), n + 1) FROM generate_series(1, 3) level);
  IF cardinality(q.words) >= q.words_from AND n >= ANY (bars) THEN
    best := best || ARRAY(
      SELECT (c.kind, c.id, c.score, c.sure, c.place, c.small, c.level)::match_candidate
      FROM (
        SELECT 'register' AS kind, p.entry_id AS id,
          q.entry[((p.level * 2 + CASE WHEN l.sector = ANY (q.sectors) THEN 0 ELSE 1 END) * w + p.words + 1) * (n + 1)
            + p.shared + 1] AS score,
          q.entry_sure AS sure, l.lot * q.multiplier % 2147483647 AS place, l.small, p.level
        FROM (
          SELECT p.entry_id, p.code, c.level, count(*)::integer AS words, min(bit_count((p.mask & q.asked)::bit(64)))::integer AS shared
          FROM unnest(q.codes, q.levels) AS c (code, level), LATERAL (
            SELECT * FROM match_postings p WHERE p.code = c.code AND p.term = ANY (q.words)
              AND bit_count((p.mask & q.asked)::bit(64)) >= bars[c.level] OFFSET 0) p
          WHERE bars[c.level] <= n
          GROUP BY p.entry_id, p.code, c.level HAVING count(*) >= q.words_from) p
        CROSS JOIN LATERAL (SELECT * FROM match_lists l
          WHERE l.entry_id = p.entry_id AND l.code = p.code OFFSET 0) l
        WHERE NOT EXISTS (SELECT FROM match_organisations o WHERE o.place_id = q.place AND o.entry_id = l.entry_id)
          AND NOT EXISTS (SELECT FROM match_lists here WHERE here.entry_id = l.entry_id AND here.code = ANY (q.lads))) c
      WHERE c.score >= lowest OR c.small AND c.score >= lowest_small);
  END IF;

  -- Those without words are alike: the best kind first, until nobody of the next could get in.
  bars := ARRAY(SELECT coalesce((SELECT min(s) FROM generate_series(1, n) s
    WHERE q.most_plain[level * (n + 1) + s + 1] >= least(lowest, lowest_small)), n + 1) FROM generate_series(1, 3) level);
  IF n >= ANY (bars) THEN
  FOR class IN
    SELECT k.score, bool_or(k.smalls > 0) AS has_small, array_agg(k.code) AS codes, array_agg(k.level) AS levels,
      array_agg(k.mask) AS masks, array_agg(k.sector) AS sectors, array_agg(k.known) AS knowns
    FROM (
      SELECT c.code, c.level, k.mask, k.sector, k.known, k.smalls,
        q.entry[((c.level * 2 + CASE WHEN k.sector = ANY (q.sectors) THEN 0 ELSE 1 END) * w + k.known::integer) * (n + 1)
          + bit_count((k.mask & q.asked)::bit(64))::integer + 1] AS score
      FROM unnest(q.codes, q.levels) AS c (code, level), LATERAL (
        SELECT * FROM match_cells k WHERE k.code = c.code AND k.theme = ANY (q.themes[1:n - bars[c.level] + 1])
          AND k.mask & q.asked & ((1::bigint << k.theme) - 1) = 0
          AND bit_count((k.mask & q.asked)::bit(64)) >= bars[c.level] AND k.entries > 0 OFFSET 0) k
      WHERE bars[c.level] <= n) k
    WHERE k.score >= lowest OR k.smalls > 0 AND k.score >= lowest_small
    GROUP BY k.score ORDER BY k.score DESC
  LOOP
    EXIT WHEN (SELECT count(DISTINCT f.id) >= q.take AND count(DISTINCT f.id) FILTER (WHERE f.small) >= q.take FROM unnest(best) f
      WHERE f.score > class.score);
    best := best || ARRAY(
      WITH members AS MATERIALIZED (
        SELECT 'register' AS kind, l.entry_id AS id, class.score AS score, q.entry_sure AS sure,
          l.lot * q.multiplier % 2147483647 AS place, l.small, c.level
        FROM unnest(class.codes, class.levels, class.masks, class.sectors, class.knowns) AS c (code, level, mask, sector, known)
        CROSS JOIN LATERAL (SELECT * FROM match_lists l WHERE l.code = c.code AND l.mask = c.mask
          AND l.sector = c.sector AND l.known = c.known AND (class.score >= lowest OR l.small) OFFSET 0) l),
      -- In the order of their lots, until enough are left who are not of the place; somebody may stand under every code.
      first AS (SELECT * FROM (SELECT * FROM members ORDER BY place, id OFFSET 0) m
        WHERE NOT EXISTS (SELECT FROM match_organisations o WHERE o.place_id = q.place AND o.entry_id = m.id)
          AND NOT EXISTS (SELECT FROM match_lists here WHERE here.entry_id = m.id AND here.code = ANY (q.lads))
        LIMIT q.take * cardinality(q.codes)),
      first_small AS (SELECT * FROM (SELECT * FROM members WHERE small ORDER BY place, id OFFSET 0) m
        WHERE NOT EXISTS (SELECT FROM match_organisations o WHERE o.place_id = q.place AND o.entry_id = m.id)
          AND NOT EXISTS (SELECT FROM match_lists here WHERE here.entry_id = m.id AND here.code = ANY (q.lads))
        LIMIT q.take * cardinality(q.codes))
      SELECT pick::match_candidate FROM (SELECT * FROM first UNION SELECT * FROM first_small) pick);
  END LOOP;
  END IF;

  WITH once AS MATERIALIZED (
    SELECT DISTINCT ON (f.kind, f.id) f.* FROM unnest(best) f ORDER BY f.kind, f.id, f.score DESC, f.level),
  first AS (SELECT * FROM once ORDER BY score DESC, sure DESC, place, id LIMIT q.take),
  first_small AS (SELECT * FROM once WHERE small ORDER BY score DESC, sure DESC, place, id LIMIT q.take)
  SELECT coalesce(array_agg(pick::match_candidate), '{}') INTO best
  FROM (SELECT * FROM first UNION SELECT * FROM first_small) pick;
END $$;
