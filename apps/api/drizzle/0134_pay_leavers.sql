CREATE TABLE "pay_leavings" (
	"place_id" uuid NOT NULL,
	"member_id" uuid PRIMARY KEY NOT NULL,
	"choice" text NOT NULL,
	"charity_name" text DEFAULT '' NOT NULL,
	"said_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pay_leavings_choice" CHECK (choice in ('all', 'charity', 'nothing') and (choice = 'charity') = (btrim(charity_name) <> '')
        and char_length(charity_name) <= 120)
);
--> statement-breakpoint
ALTER TABLE "pay_leavings" ADD CONSTRAINT "pay_leavings_place_id_member_id_group_members_place_id_id_fk" FOREIGN KEY ("place_id","member_id") REFERENCES "public"."group_members"("place_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- A session of the last 60 days that somebody took part in by all that is known, and that nobody has counted for them yet.
CREATE FUNCTION pay_may_have_come(m group_members, s group_sessions) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT m.bloc <> 'public-bodies' AND s.group_id = m.group_id AND s.state <> 'cancelled' AND s.paid_minutes > 0
    AND m.joined_at < s.ends_at AND s.starts_at < coalesce(m.left_at, clock_timestamp())
    AND s.ends_at > clock_timestamp() - interval '60 days'
    AND NOT EXISTS (SELECT FROM pay_attendance a WHERE a.session_id = s.id AND a.member_id = m.id)
    AND coalesce((SELECT l.came FROM session_attendance l WHERE l.session_id = s.id AND l.member_id = m.id),
      NOT EXISTS (SELECT FROM pay_attendance a WHERE a.session_id = s.id))
$$;
--> statement-breakpoint
-- §4.2: whoever leaves is paid for what was done. Money may still go to a member while something of theirs is open, or
-- while a session they may have been at has not been written down.
CREATE FUNCTION pay_is_open(who uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM pay_items i WHERE i.member_id = who AND i.state IN ('due', 'chosen', 'approved', 'failed'))
    OR EXISTS (SELECT FROM group_members m JOIN group_sessions s ON s.group_id = m.group_id
      WHERE m.id = who AND pay_may_have_come(m, s))
$$;
--> statement-breakpoint
-- Bank details stay until the last of it is paid or declined: only then do they go (the worker looks).
CREATE OR REPLACE FUNCTION pay_ways_of_who_left() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT pay_is_open(NEW.id) THEN
    DELETE FROM pay_ways WHERE member_id = NEW.id;
    DELETE FROM pay_leavings WHERE member_id = NEW.id;
  END IF;
  UPDATE pay_items SET charity_name = '', words = '' WHERE member_id = NEW.id AND choice IS DISTINCT FROM 'charity'
    AND (charity_name <> '' OR words <> '');
  RETURN NULL;
END $$;
