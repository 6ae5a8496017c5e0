CREATE TABLE "pay_formers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"person_id" uuid,
	"contact_hash" "bytea",
	"left_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pay_formers_one" CHECK ((person_id is null) <> (contact_hash is null))
);
--> statement-breakpoint
ALTER TABLE "pay_formers" ADD CONSTRAINT "pay_formers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pay_formers" ADD CONSTRAINT "pay_formers_place_id_member_id_group_members_place_id_id_fk" FOREIGN KEY ("place_id","member_id") REFERENCES "public"."group_members"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "pay_formers_once" ON "pay_formers" USING btree ("member_id","person_id");--> statement-breakpoint
CREATE INDEX "pay_formers_of_person" ON "pay_formers" USING btree ("person_id") WHERE person_id is not null;
--> statement-breakpoint
-- A7, four eyes: whoever has left a group and is still owed money does not approve it themselves. What is known of them is
-- kept until the last of it has come: their accounts, and the keyed hash of their contact for an account made later. Whoever
-- was reached through somebody else, or comes back under another address, cannot be known.
CREATE FUNCTION pay_formers_keep() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF pay_is_open(NEW.id) THEN
    INSERT INTO pay_formers (id, place_id, member_id, person_id)
      SELECT gen_random_uuid(), NEW.place_id, NEW.id, p.id FROM people p
      WHERE p.erased_at IS NULL AND (p.id = OLD.person_id OR place_is_of(OLD, p)) ON CONFLICT DO NOTHING;
    IF length(OLD.contact_hash) > 0 AND OLD.contact_by IN ('email', 'phone') THEN
      INSERT INTO pay_formers (id, place_id, member_id, contact_hash)
        VALUES (gen_random_uuid(), NEW.place_id, NEW.id, OLD.contact_hash);
    END IF;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER pay_formers_keep AFTER UPDATE OF state ON group_members FOR EACH ROW
  WHEN (NEW.state = 'left' AND OLD.state <> 'left') EXECUTE FUNCTION pay_formers_keep();
--> statement-breakpoint
CREATE FUNCTION pay_formers_erased() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM pay_formers WHERE person_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER pay_formers_erased AFTER UPDATE OF erased_at ON people FOR EACH ROW
  WHEN (NEW.erased_at IS NOT NULL AND OLD.erased_at IS NULL) EXECUTE FUNCTION pay_formers_erased();
--> statement-breakpoint
-- Whose the money of a place in a group is or was.
CREATE FUNCTION pay_goes_to(which uuid, person uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM group_members m JOIN people p ON p.id = person
      WHERE m.id = which AND (m.person_id = p.id OR place_is_of(m, p)))
    OR EXISTS (SELECT FROM pay_formers f WHERE f.member_id = which AND f.person_id = person)
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION pay_may_approve(item pay_items) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF item.approved_by IS NULL OR holds_role(item.place_id, item.approved_by, 'finance-clerk', '{}') IS NOT TRUE THEN
    RAISE EXCEPTION 'a finance clerk of the place approves' USING ERRCODE = 'HW216';
  END IF;
  IF item.approved_by = (SELECT facilitator_id FROM groups WHERE id = item.group_id)
    OR item.approved_by = item.confirmed_by OR item.approved_by = item.entered_by
    OR pay_goes_to(item.member_id, item.approved_by) THEN
    RAISE EXCEPTION 'pay takes two people, and neither is who is paid' USING ERRCODE = 'HW217';
  END IF;
  IF item.kind = 'expense' AND item.confirmed_at IS NULL THEN
    RAISE EXCEPTION 'whoever runs the group has not confirmed this yet' USING ERRCODE = 'HW217';
  END IF;
END $$;
