-- CD4: one account that is missing does not hold up everybody's money. Its line is put aside, and the item waits for a
-- clerk again; a line that went out in a file is never put aside afterwards.
DROP INDEX "pay_lines_once";
--> statement-breakpoint
CREATE UNIQUE INDEX "pay_lines_once" ON "pay_lines" USING btree ("item_id") WHERE outcome is null or outcome = 'paid';
--> statement-breakpoint
CREATE OR REPLACE FUNCTION pay_lines_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  i pay_items%ROWTYPE;
BEGIN
  SELECT * INTO i FROM pay_items WHERE id = NEW.item_id FOR SHARE;
  IF TG_OP = 'INSERT' THEN
    IF i.state <> 'approved' OR (NEW.pence, NEW.kind) IS DISTINCT FROM (i.chosen_pence, i.kind) OR NEW.outcome IS NOT NULL
      OR i.approved_by IS DISTINCT FROM (SELECT made_by FROM pay_batches WHERE id = NEW.batch_id)
      OR i.currency IS DISTINCT FROM (SELECT currency FROM pay_batches WHERE id = NEW.batch_id)
      OR EXISTS (SELECT FROM pay_exports e WHERE e.batch_id = NEW.batch_id) THEN
      RAISE EXCEPTION 'a line is an item as it was approved' USING ERRCODE = 'HW218';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.place_id, NEW.batch_id, NEW.item_id, NEW.kind, NEW.pence)
      IS DISTINCT FROM (OLD.place_id, OLD.batch_id, OLD.item_id, OLD.kind, OLD.pence)
    OR OLD.outcome = 'failed' AND NEW.outcome IS DISTINCT FROM 'failed'
    OR OLD.outcome = 'aside' AND NEW.outcome IS DISTINCT FROM 'aside'
    OR NEW.outcome = 'aside' AND OLD.outcome IS DISTINCT FROM 'aside' AND (OLD.outcome IS NOT NULL OR OLD.way IS NOT NULL)
    OR OLD.outcome = 'paid' AND NEW.outcome IS DISTINCT FROM 'failed' AND NEW.outcome IS DISTINCT FROM 'paid' THEN
    RAISE EXCEPTION 'a line stands' USING ERRCODE = 'HW218';
  END IF;
  IF NEW.outcome IS DISTINCT FROM OLD.outcome THEN
    IF NEW.outcome = 'paid' AND NOT EXISTS (SELECT FROM pay_exports e WHERE e.batch_id = NEW.batch_id) THEN
      RAISE EXCEPTION 'nothing is paid before its file was made' USING ERRCODE = 'HW219';
    END IF;
    NEW.outcome_at := clock_timestamp();
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION pay_items_course() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  stands CONSTANT text[] := ARRAY['id', 'place_id', 'group_id', 'member_id', 'session_id', 'kind', 'why', 'minutes',
    'preparation_minutes', 'amount_pence', 'currency', 'receipt', 'advance', 'lost_start', 'due_at', 'created_at'];
  chosen CONSTANT text[] := ARRAY['choice', 'chosen_pence', 'entered_by', 'said_by', 'chosen_at'];
  moved boolean := NEW.state <> OLD.state;
BEGIN
  IF (SELECT jsonb_object_agg(k, to_jsonb(OLD) -> k) FROM unnest(stands) k)
    IS DISTINCT FROM (SELECT jsonb_object_agg(k, to_jsonb(NEW) -> k) FROM unnest(stands) k) THEN
    RAISE EXCEPTION 'what somebody is owed stands' USING ERRCODE = 'HW215';
  END IF;
  IF moved AND (OLD.state, NEW.state) NOT IN (
    ('due', 'chosen'), ('due', 'declined'), ('chosen', 'declined'), ('declined', 'chosen'), ('chosen', 'approved'),
    ('chosen', 'refused'), ('approved', 'paid'), ('approved', 'failed'), ('paid', 'failed'), ('failed', 'chosen'),
    ('failed', 'declined'), ('paid', 'settled'), ('approved', 'chosen')) THEN
    RAISE EXCEPTION 'pay does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'HW215';
  END IF;
  IF OLD.state = 'approved' AND NEW.state = 'chosen' AND (NEW.approved_by IS NOT NULL
    OR coalesce((SELECT l.outcome FROM pay_lines l JOIN pay_batches b ON b.id = l.batch_id
      WHERE l.item_id = NEW.id ORDER BY b.number DESC LIMIT 1), '') <> 'aside') THEN
    RAISE EXCEPTION 'a yes is taken back only where its line was put aside' USING ERRCODE = 'HW215';
  END IF;
  IF OLD.state NOT IN ('due', 'chosen', 'declined', 'failed')
    AND (SELECT jsonb_object_agg(k, to_jsonb(OLD) -> k) FROM unnest(chosen) k)
      IS DISTINCT FROM (SELECT jsonb_object_agg(k, to_jsonb(NEW) -> k) FROM unnest(chosen) k) THEN
    RAISE EXCEPTION 'a choice stands once it is approved' USING ERRCODE = 'HW215';
  END IF;
  IF OLD.confirmed_at IS NOT NULL AND (NEW.confirmed_at, NEW.confirmed_by) IS DISTINCT FROM (OLD.confirmed_at, OLD.confirmed_by)
    OR NEW.confirmed_at IS NOT NULL AND OLD.confirmed_at IS NULL
      AND NEW.confirmed_by IS DISTINCT FROM (SELECT facilitator_id FROM groups WHERE id = NEW.group_id) THEN
    RAISE EXCEPTION 'whoever runs the group confirms, once' USING ERRCODE = 'HW217';
  END IF;
  IF moved AND NEW.state = 'approved' THEN
    PERFORM pay_may_approve(NEW);
    NEW.approved_at := clock_timestamp();
  ELSIF NEW.state NOT IN ('failed', 'chosen', 'declined')
    AND (NEW.approved_by, NEW.approved_at) IS DISTINCT FROM (OLD.approved_by, OLD.approved_at) THEN
    RAISE EXCEPTION 'a yes stands' USING ERRCODE = 'HW217';
  END IF;
  IF moved AND NEW.state = 'paid' THEN
    NEW.paid_at := clock_timestamp();
  END IF;
  IF moved AND NEW.state = 'settled' AND NOT OLD.advance THEN
    RAISE EXCEPTION 'only money paid beforehand is settled' USING ERRCODE = 'HW215';
  END IF;
  RETURN NEW;
END $$;
