-- J-08: whoever said something before there was a quarterly question is asked a quarter after they last said it, and
-- nobody sooner than a day from now.
UPDATE capacity_profiles p SET nudge_due_at =
  greatest(coalesce(p.confirmed_at, o.declared_at) + interval '92 days', now() + interval '1 day')
FROM organisations o WHERE o.id = p.organisation_id AND p.nudge_due_at IS NULL;
