-- The two sums of a batch are those of its lines, kept apart, when the transaction ends.
CREATE OR REPLACE FUNCTION pay_batches_add_up() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  which uuid := CASE TG_TABLE_NAME WHEN 'pay_batches' THEN (to_jsonb(NEW) ->> 'id')::uuid ELSE (to_jsonb(NEW) ->> 'batch_id')::uuid END;
  b pay_batches%ROWTYPE;
  many integer;
  involved integer;
  spent integer;
BEGIN
  SELECT * INTO b FROM pay_batches WHERE id = which;
  SELECT count(*), coalesce(sum(l.pence) FILTER (WHERE l.kind = 'involvement'), 0),
      coalesce(sum(l.pence) FILTER (WHERE l.kind = 'expense'), 0)
    INTO many, involved, spent FROM pay_lines l WHERE l.batch_id = which;
  IF many = 0 OR many <> b.lines OR involved <> b.involvement_pence OR spent <> b.expense_pence THEN
    RAISE EXCEPTION 'a batch is the sum of its items' USING ERRCODE = 'HW218';
  END IF;
  RETURN NULL;
END $$;
