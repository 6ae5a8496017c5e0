-- What no draw asks, and what it asks only with a consent of its own (CD1, CD7; issue 5, line 1). The API holds the same
-- two lists; a test compares them.
CREATE FUNCTION draw_never_asked() RETURNS text[] LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT ARRAY[
    'benefit', 'benefits', 'universal credit', 'tax credit', 'tax credits', 'jobseeker*', 'pip', 'welfare',
    'uitkering*', 'bijstand*', 'toeslag', 'toeslagen', 'wajong', 'wia', 'ww', 'immigra*', 'migra*', 'visa', 'asylum',
    'refugee*', 'residence permit', 'right to work', 'leave to remain', 'settled status', 'undocumented',
    'nationalit*', 'citizenship', 'passport*', 'asiel*', 'vluchteling*', 'statushouder*', 'verblijfs*', 'paspoort*',
    'staatsburger*', 'diagnos*', 'illness*', 'ill', 'disease*', 'medical condition*', 'health condition*',
    'mental health', 'medication*', 'cancer', 'dementia', 'depress*', 'autis*', 'adhd', 'hiv', 'ziek*',
    'aandoening*', 'medicijn*', 'kanker', 'dementie', 'psychisch*'
  ]::text[]
$$;
--> statement-breakpoint
CREATE FUNCTION draw_special_words() RETURNS text[] LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT ARRAY[
    'disab*', 'health', 'ethnic*', 'race', 'racial', 'colour', 'religio*', 'faith', 'belief*', 'church', 'mosque',
    'muslim*', 'christian*', 'sexual*', 'gay', 'lesbian*', 'transgender', 'trade union*', 'politic*', 'vote*',
    'handicap*', 'beperking*', 'gezondheid', 'etni*', 'afkomst', 'huidskleur', 'ras', 'geloof', 'godsdienst*',
    'religie*', 'kerk', 'moskee', 'moslim*', 'seksu*', 'homo*', 'lesbisch*', 'vakbond*', 'politiek*', 'stemt',
    'stemmen'
  ]::text[]
$$;
--> statement-breakpoint
-- Whether one of these words stands in a sentence; a star stands for any ending.
CREATE FUNCTION says_one_of(said text, words text[]) RETURNS boolean LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT said ~* ('(^|[^[:alpha:]])(' || replace(array_to_string(words, '|'), '*', '[[:alpha:]]*') || ')([^[:alpha:]]|$)')
$$;
--> statement-breakpoint
CREATE FUNCTION recruitments_ask() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one jsonb;
BEGIN
  FOR one IN SELECT * FROM jsonb_array_elements(NEW.categories) LOOP
    IF says_one_of(concat_ws(' · ', one ->> 'name', one ->> 'features'), draw_never_asked()) THEN
      RAISE EXCEPTION 'a draw never asks this' USING ERRCODE = 'HW176';
    END IF;
    IF NOT (one ->> 'special')::boolean AND says_one_of(one ->> 'name', draw_special_words()) THEN
      RAISE EXCEPTION 'this is asked as sensitive alone' USING ERRCODE = 'HW179';
    END IF;
  END LOOP;
  RETURN NEW;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER recruitments_ask BEFORE INSERT OR UPDATE OF categories ON recruitments
  FOR EACH ROW EXECUTE FUNCTION recruitments_ask();
