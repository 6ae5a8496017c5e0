-- TR2, `trust.md` §4.4: every event becomes a link of its place's chain when its change is committed. Byte for byte what
-- is hashed stands in docs/audit.md; packages/verifier does it again without a line of this.

-- JSON with one spelling: keys in byte order, no white space, numbers as they were stored.
CREATE FUNCTION trail.canonical(value jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN CASE jsonb_typeof(value)
    WHEN 'object' THEN '{' || coalesce((
      SELECT string_agg(to_json(e.key)::text || ':' || trail.canonical(e.value), ',' ORDER BY e.key COLLATE "C")
        FROM jsonb_each(value) e), '') || '}'
    WHEN 'array' THEN '[' || coalesce((
      SELECT string_agg(trail.canonical(e.value), ',' ORDER BY e.n)
        FROM jsonb_array_elements(value) WITH ORDINALITY e(value, n)), '') || ']'
    WHEN 'string' THEN to_json(value #>> '{}')::text
    ELSE value::text
  END;
END $$;
--> statement-breakpoint
CREATE FUNCTION trail.utc(moment timestamptz) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');
--> statement-breakpoint
-- What an event says about a change: states and references, never words a person wrote.
CREATE FUNCTION trail.detail(e audit_events) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN trail.canonical(jsonb_build_object('after', e.after, 'before', e.before));
--> statement-breakpoint
-- The text whose SHA-256 is a link. Version 1: twelve lines; words as JSON, so that none can pass for two.
CREATE FUNCTION trail.line(link trail.links, e audit_events) RETURNS text LANGUAGE sql IMMUTABLE
  RETURN concat_ws(E'\n', 'howcanwe-trail-1', link.chain, link.seq, trail.utc(link.at), e.id, trail.utc(e.at),
    coalesce(e.actor_id::text, '-'), to_json(e.action), to_json(e.subject_kind) || ' ' || e.subject_id,
    coalesce(to_json(e.request_id)::text, '-'), encode(link.detail_commit, 'hex'), encode(link.prev, 'hex'));
--> statement-breakpoint
CREATE FUNCTION trail.hash(link trail.links, e audit_events) RETURNS bytea LANGUAGE sql IMMUTABLE
  RETURN sha256(convert_to(trail.line(link, e), 'UTF8'));
--> statement-breakpoint
CREATE FUNCTION trail.append(e audit_events) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  of_chain uuid := coalesce(e.place_id, '00000000-0000-0000-0000-000000000000');
  head trail.heads;
  link trail.links;
BEGIN
  SELECT * INTO head FROM trail.heads WHERE chain = of_chain FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO trail.heads VALUES (of_chain, 0, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
    SELECT * INTO STRICT head FROM trail.heads WHERE chain = of_chain FOR UPDATE;
  END IF;
  link.chain := of_chain;
  link.seq := head.size + 1;
  link.event_id := e.id;
  link.at := clock_timestamp();
  link.salt := uuid_send(gen_random_uuid());
  link.detail_commit := sha256(link.salt || convert_to(trail.detail(e), 'UTF8'));
  link.prev := head.hash;
  link.hash := trail.hash(link, e);
  INSERT INTO trail.links VALUES (link.*);
  UPDATE trail.heads SET size = link.seq, hash = link.hash WHERE chain = of_chain;
END $$;
--> statement-breakpoint
-- Whoever may hang this function on a table of their own could write whatever they like into a chain.
CREATE FUNCTION trail.append_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_RELID <> 'public.audit_events'::regclass THEN
    RAISE EXCEPTION 'only audit_events are chained' USING ERRCODE = 'HW001';
  END IF;
  PERFORM trail.append(NEW);
  RETURN NULL;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION trail.append(audit_events), trail.append_event() FROM PUBLIC;
--> statement-breakpoint
-- What happened before there were chains, in its order.
DO $$
DECLARE
  e audit_events;
BEGIN
  FOR e IN SELECT * FROM audit_events ORDER BY place_id, id LOOP
    PERFORM trail.append(e);
  END LOOP;
END $$;
--> statement-breakpoint
-- At commit: the chain's head is locked last and for an instant, whatever else a transaction holds.
CREATE CONSTRAINT TRIGGER audit_is_chained AFTER INSERT ON audit_events
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION trail.append_event();
--> statement-breakpoint
CREATE TRIGGER links_only_grow BEFORE UPDATE OR DELETE ON trail.links
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER links_are_never_emptied BEFORE TRUNCATE ON trail.links
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER checkpoints_only_grow BEFORE UPDATE OR DELETE ON trail.checkpoints
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER checkpoints_are_never_emptied BEFORE TRUNCATE ON trail.checkpoints
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER heads_stay BEFORE DELETE ON trail.heads
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER heads_are_never_emptied BEFORE TRUNCATE ON trail.heads
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Notes how far each chain has come: `every` so often while something happens, and at once after a `weighty` event.
CREATE FUNCTION trail.take_checkpoints(from_origin text, every interval, weighty text[])
  RETURNS SETOF trail.checkpoints LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO trail.checkpoints (chain, size, hash, origin, at)
  SELECT head.chain, head.size, head.hash, from_origin, clock_timestamp()
    FROM trail.heads head
    LEFT JOIN LATERAL (
      SELECT c.size, c.at FROM trail.checkpoints c WHERE c.chain = head.chain ORDER BY c.size DESC LIMIT 1
    ) last ON true
   WHERE head.size > coalesce(last.size, 0)
     AND (last.at IS NULL OR last.at <= clock_timestamp() - every OR EXISTS (
       SELECT 1 FROM trail.links link JOIN audit_events e ON e.id = link.event_id
        WHERE link.chain = head.chain AND link.seq > last.size AND e.action = ANY (weighty)))
  ON CONFLICT DO NOTHING
  RETURNING *
$$;
--> statement-breakpoint
-- One line an event, as the verifier reads it. An event without a link, or a link without its event, shows as such.
CREATE VIEW trail.lines AS
  SELECT link.chain, link.seq, json_build_object('v', 1, 'chain', link.chain, 'seq', link.seq,
      'linkedAt', trail.utc(link.at), 'id', e.id, 'at', trail.utc(e.at), 'placeId', e.place_id, 'actorId', e.actor_id,
      'action', e.action, 'subjectKind', e.subject_kind, 'subjectId', e.subject_id, 'requestId', e.request_id,
      'detail', CASE WHEN e.id IS NOT NULL AND link.salt IS NOT NULL THEN trail.detail(e) END,
      'salt', encode(link.salt, 'hex'), 'commit', encode(link.detail_commit, 'hex'),
      'prev', encode(link.prev, 'hex'), 'hash', encode(link.hash, 'hex'))::text AS line
    FROM trail.links link LEFT JOIN audit_events e ON e.id = link.event_id
  UNION ALL
  SELECT coalesce(e.place_id, '00000000-0000-0000-0000-000000000000'), NULL, json_build_object('v', 1,
      'chain', coalesce(e.place_id, '00000000-0000-0000-0000-000000000000'), 'seq', NULL, 'id', e.id,
      'at', trail.utc(e.at), 'action', e.action)::text
    FROM audit_events e WHERE NOT EXISTS (SELECT 1 FROM trail.links link WHERE link.event_id = e.id);
