-- Dutch joins its words: huurtoeslag, bijstandsuitkering.
CREATE OR REPLACE FUNCTION draw_never_asked() RETURNS text[] LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT ARRAY[
    'benefit', 'benefits', 'universal credit', 'tax credit', 'tax credits', 'jobseeker*', 'pip', 'welfare',
    '*uitkering*', 'bijstand*', '*toeslag', '*toeslagen', 'wajong', 'wia', 'ww', 'immigra*', 'migra*', 'visa', 'asylum',
    'refugee*', 'residence permit', 'right to work', 'leave to remain', 'settled status', 'undocumented',
    'nationalit*', 'citizenship', 'passport*', 'asiel*', 'vluchteling*', 'statushouder*', 'verblijfs*', 'paspoort*',
    'staatsburger*', 'diagnos*', 'illness*', 'ill', 'disease*', 'medical condition*', 'health condition*',
    'mental health', 'medication*', 'cancer', 'dementia', 'depress*', 'autis*', 'adhd', 'hiv', 'ziek*',
    'aandoening*', 'medicijn*', 'kanker', 'dementie', 'psychisch*'
  ]::text[]
$$;
