-- Where somebody's money goes lies in the vault under their place, beside their needs: only this box goes with its row.
CREATE OR REPLACE FUNCTION pay_ways_forget() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM vault_boxes WHERE subject_id = OLD.member_id AND field = 'payments.way';
  RETURN NULL;
END $$;
