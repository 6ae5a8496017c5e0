-- Beside 0061, which may be written anew before it is released.
ALTER TABLE people ADD COLUMN IF NOT EXISTS dormant_letter_id uuid;
--> statement-breakpoint
-- Which letter told them was not kept: they are told again, and have their month anew.
UPDATE people SET dormant_told_at = NULL WHERE dormant_told_at IS NOT NULL;
--> statement-breakpoint
-- §2.2: nobody is erased for being away without 18 months and a letter that left 30 days ago to where they can be
-- reached. Who presses it themselves was here; who asks whoever runs the service, by telephone say, has an event that
-- says so.
CREATE OR REPLACE FUNCTION people_not_by_surprise() RETURNS trigger LANGUAGE plpgsql
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD.erased_at IS NOT NULL OR NEW.erased_at IS NULL
    OR OLD.last_seen_at > clock_timestamp() - interval '31 days' THEN
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT FROM audit_events e
    WHERE e.subject_id = OLD.id AND e.subject_kind = 'person' AND e.action = 'identity.erasure-asked'
      AND e.at BETWEEN clock_timestamp() - interval '1 hour' AND clock_timestamp()) THEN
    RETURN NEW;
  END IF;
  IF OLD.last_seen_at > clock_timestamp() - interval '18 months'
    OR (OLD.email IS NULL AND OLD.phone_verified_at IS NULL)
    OR NOT EXISTS (SELECT FROM outbox o
      WHERE o.id = OLD.dormant_letter_id AND o.template = 'identity.quiet'
        AND o.sent_at >= OLD.dormant_told_at AND o.sent_at <= clock_timestamp() - interval '30 days') THEN
    RAISE EXCEPTION 'whoever is away is told a month before, and has 18 months' USING ERRCODE = 'HW085';
  END IF;
  RETURN NEW;
END $$;
