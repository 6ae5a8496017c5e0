ALTER TABLE "people" ADD COLUMN "formats_at" timestamp with time zone;--> statement-breakpoint
UPDATE people SET formats_at = clock_timestamp() WHERE cardinality(formats) > 0;--> statement-breakpoint
CREATE INDEX "people_with_formats" ON "people" USING btree ("id") WHERE cardinality(formats) > 0;--> statement-breakpoint
-- A place taken under an address, or a number however it is written, that this person has proven theirs.
CREATE FUNCTION place_is_of(m group_members, p people) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT m.state <> 'left' AND p.erased_at IS NULL AND (
    m.contact_by = 'email' AND m.contact = p.email
    OR m.contact_by = 'phone' AND p.phone_verified_at IS NOT NULL
      AND right(regexp_replace(m.contact, '[^0-9]', '', 'g'), 9) = right(p.phone, 9))
$$;
--> statement-breakpoint
CREATE FUNCTION places_of(person uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT m.id FROM people p JOIN group_members m ON place_is_of(m, p) WHERE p.id = person
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION group_places_of(person uuid) RETURNS TABLE (group_id uuid)
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT m.group_id FROM people p JOIN group_members m ON place_is_of(m, p) WHERE p.id = person
$$;
