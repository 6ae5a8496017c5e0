-- Names in a draw under an address or number somebody has proven theirs: what they may take along, and what goes with them.
CREATE FUNCTION draw_names_of(person uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT n.id FROM recruitment_names n, people p
  WHERE p.id = person AND p.erased_at IS NULL AND n.state <> 'out' AND n.first_name <> '' AND (
    n.contact_by = 'email' AND n.contact = p.email
    OR n.contact_by = 'phone' AND p.phone_verified_at IS NOT NULL
      AND p.phone = e164_of(n.contact, calling_code_of(n.place_id)))
$$;
