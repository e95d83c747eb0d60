-- What tables alone cannot say: the append-only journal, orders that are unique only when a transaction ends,
-- and news that every node hears.

-- The journal is append-only for everybody, its owner included.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;
--> statement-breakpoint
CREATE TRIGGER journal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER journal_sealed_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_sealed
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER command_answer_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON command_answer
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER ballot_roll_frozen BEFORE UPDATE OR DELETE ON ballot_roll
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- A row continues its chain or is refused: seq gapless, prev_hash that of the row before. Once per statement.
CREATE FUNCTION refuse_broken_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  broken record;
BEGIN
  SELECT added.stream, added.seq INTO broken
  FROM added LEFT JOIN journal AS previous
    ON previous.stream = added.stream AND previous.seq = added.seq - 1
  WHERE added.prev_hash <> CASE WHEN added.seq = 1 THEN decode(repeat('00', 32), 'hex')
    ELSE coalesce(previous.hash, '') END
  ORDER BY added.stream, added.seq LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'row % of % does not continue its chain', broken.seq, broken.stream
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER journal_chain AFTER INSERT ON journal REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_broken_chain();
--> statement-breakpoint
-- One transaction may hold many steps (neighbours change places, one item is left and another called,
-- a seat ends and its successor's begins), so these hold at commit. Partial unique indexes cannot wait; exclusion can.
ALTER TABLE agenda_item ADD CONSTRAINT agenda_item_one_current
  EXCLUDE USING btree (meeting_id WITH =) WHERE (course = 'current') DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE ballot ADD CONSTRAINT ballot_one_open
  EXCLUDE USING btree (meeting_id WITH =) WHERE (state = 'open') DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
-- Among those without an end; terms that have one may follow each other and are the domain's (BO6).
ALTER TABLE membership ADD CONSTRAINT membership_order_in_force
  EXCLUDE USING btree (body_id WITH =, "order" WITH =) WHERE (to_day IS NULL) DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE membership ADD CONSTRAINT membership_person_in_force
  EXCLUDE USING btree (body_id WITH =, person_id WITH =) WHERE (to_day IS NULL) DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE membership ADD CONSTRAINT membership_one_head
  EXCLUDE USING btree (body_id WITH =) WHERE (role = 'chair' AND to_day IS NULL) DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE role_grant ADD CONSTRAINT role_grant_in_force
  EXCLUDE USING btree (body_id WITH =, person_id WITH =, role WITH =) WHERE (to_day IS NULL) DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE agency ADD CONSTRAINT agency_code_in_force
  EXCLUDE USING btree (body_id WITH =, code WITH =) WHERE (to_day IS NULL) DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE agenda_item ADD CONSTRAINT agenda_item_place
  UNIQUE NULLS NOT DISTINCT (meeting_id, parent_id, position) DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
ALTER TABLE paper ADD CONSTRAINT paper_place
  UNIQUE (item_id, position) DEFERRABLE INITIALLY DEFERRED;
--> statement-breakpoint
-- What was settled stays as it was found: votes and minutes name versions by it.
CREATE FUNCTION refuse_unsettling() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('ready', 'rejected') THEN
    RAISE EXCEPTION 'a settled version does not change' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER document_version_settled BEFORE UPDATE ON document_version
  FOR EACH ROW EXECUTE FUNCTION refuse_unsettling();
--> statement-breakpoint
-- Every node hears of every end, whoever caused it: sign-out, the sweep of expired ones, an administrator's SQL.
CREATE FUNCTION announce_session_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('session_ended', OLD.session_id);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER session_end AFTER DELETE ON session
  FOR EACH ROW EXECUTE FUNCTION announce_session_end();
