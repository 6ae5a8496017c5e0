-- T-07: a seat is given back once. Whoever leaves, or comes to sit with another voice, frees it or takes it in the statement
-- that moves them, which alone knows where they sat a moment before; the count of a group is never lowered beside that.
CREATE FUNCTION group_members_count_seats() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  sat CONSTANT boolean := OLD.bloc = 'residents' AND OLD.state <> 'left';
  sits CONSTANT boolean := NEW.bloc = 'residents' AND NEW.state <> 'left';
BEGIN
  IF sat AND NOT sits THEN
    -- Nobody is kept from leaving by a count that is wrong.
    UPDATE groups SET taken = greatest(0, taken - 1) WHERE id = OLD.group_id;
  ELSIF sits AND NOT sat THEN
    UPDATE groups SET taken = taken + 1 WHERE id = NEW.group_id;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER group_members_count_seats BEFORE UPDATE OF bloc, state ON group_members
  FOR EACH ROW EXECUTE FUNCTION group_members_count_seats();
--> statement-breakpoint
-- What two who pressed at once have miscounted so far is put right.
UPDATE groups g SET taken = least(g.places, n.people) FROM (
    SELECT group_id, count(*)::integer AS people FROM group_members WHERE bloc = 'residents' AND state <> 'left' GROUP BY group_id) n
  WHERE n.group_id = g.id AND g.taken < least(g.places, n.people);
