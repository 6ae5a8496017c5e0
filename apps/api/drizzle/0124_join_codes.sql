-- Words to say, to print on a poster and to type on any phone: where a group is joined (CD2).
ALTER TABLE groups ADD COLUMN join_code text;
--> statement-breakpoint
DO $$
DECLARE
  first text[] := ARRAY['amber','badger','basil','berry','candle','cedar','cherry','clover','coral','daisy','falcon','fern','garden','ginger','hazel','honey','kettle','lantern','lemon','maple'];
  second text[] := ARRAY['meadow','olive','otter','parsley','pepper','plum','puffin','quilt','ribbon','robin','saffron','sparrow','spoon','thimble','thistle','tulip','velvet','walnut','willow','acorn'];
  g record;
  n integer := 0;
BEGIN
  FOR g IN SELECT id FROM groups ORDER BY id LOOP
    UPDATE groups SET join_code = first[1 + n % 20] || '-' || second[1 + (n / 20) % 20] || CASE WHEN n >= 400 THEN '-' || (n / 400) ELSE '' END WHERE id = g.id;
    n := n + 1;
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE groups ADD CONSTRAINT groups_join_code CHECK (join_code ~ '^[a-z]+-[a-z]+(-[0-9]+)?$');
--> statement-breakpoint
CREATE UNIQUE INDEX groups_join_code_once ON groups USING btree (join_code);
