-- Two changes that touch two places in opposite order wait for each other no more: the heads of all chains a transaction
-- adds to are taken in one order, whoever began where.
CREATE FUNCTION trail.note_chain() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  of_chain text := coalesce(NEW.place_id, '00000000-0000-0000-0000-000000000000')::text;
  noted text := coalesce(current_setting('trail.chains', true), '');
BEGIN
  IF position(of_chain IN noted) = 0 THEN
    PERFORM set_config('trail.chains', noted || of_chain || ' ', true);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_notes_chain AFTER INSERT ON audit_events
  FOR EACH ROW EXECUTE FUNCTION trail.note_chain();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION trail.append_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  noted text := trim(coalesce(current_setting('trail.chains', true), ''));
  one text;
BEGIN
  IF TG_RELID <> 'public.audit_events'::regclass THEN
    RAISE EXCEPTION 'only audit_events are chained' USING ERRCODE = 'HW001';
  END IF;
  IF position(' ' IN noted) > 0 THEN
    FOR one IN SELECT x FROM unnest(string_to_array(noted, ' ')) x WHERE x ~ '^[0-9a-f-]{36}$' ORDER BY x LOOP
      INSERT INTO trail.heads VALUES (one::uuid, 0, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
      PERFORM 1 FROM trail.heads WHERE chain = one::uuid FOR UPDATE;
    END LOOP;
    PERFORM set_config('trail.chains', '', true);
  END IF;
  PERFORM trail.append(NEW);
  RETURN NULL;
END $$;
