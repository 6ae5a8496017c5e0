CREATE TABLE "agreement_parties" (
	"place_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"interests" text DEFAULT '' NOT NULL,
	"role" text DEFAULT '' NOT NULL,
	"hours_per_month" integer DEFAULT 0 NOT NULL,
	"pence" integer DEFAULT 0 NOT NULL,
	"advance" boolean DEFAULT false NOT NULL,
	"confirmed_version" integer,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "agreement_parties_agreement_id_organisation_id_pk" PRIMARY KEY("agreement_id","organisation_id"),
	CONSTRAINT "agreement_parties_share" CHECK (hours_per_month between 0 and 300 and pence >= 0)
);
--> statement-breakpoint
CREATE TABLE "agreement_versions" (
	"place_id" uuid NOT NULL,
	"agreement_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agreement_versions_agreement_id_version_pk" PRIMARY KEY("agreement_id","version")
);
--> statement-breakpoint
CREATE TABLE "agreements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"state" text DEFAULT 'drafting' NOT NULL,
	"source" text NOT NULL,
	"source_id" uuid,
	"title" text NOT NULL,
	"purpose" text DEFAULT '' NOT NULL,
	"who_does_what" text DEFAULT '' NOT NULL,
	"decisions" text DEFAULT '' NOT NULL,
	"data_and_stories" text DEFAULT '' NOT NULL,
	"credit" text DEFAULT '' NOT NULL,
	"ideas" text DEFAULT '' NOT NULL,
	"if_wrong" text DEFAULT '' NOT NULL,
	"how_to_leave" text DEFAULT '' NOT NULL,
	"pay_days" integer DEFAULT 14 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"live_since" timestamp with time zone,
	"review_due_at" timestamp with time zone,
	"review_told" timestamp with time zone,
	"begun_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "agreements_tenant" UNIQUE("place_id","id"),
	CONSTRAINT "agreements_paid_in_time" CHECK (pay_days between 1 and 30),
	CONSTRAINT "agreements_review" CHECK ((state = 'live') = (review_due_at is not null))
);
--> statement-breakpoint
ALTER TABLE "agreement_parties" ADD CONSTRAINT "agreement_parties_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_parties" ADD CONSTRAINT "agreement_parties_place_id_agreement_id_agreements_place_id_id_fk" FOREIGN KEY ("place_id","agreement_id") REFERENCES "public"."agreements"("place_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_parties" ADD CONSTRAINT "agreement_parties_place_id_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreement_versions" ADD CONSTRAINT "agreement_versions_place_id_agreement_id_agreements_place_id_id_fk" FOREIGN KEY ("place_id","agreement_id") REFERENCES "public"."agreements"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agreements" ADD CONSTRAINT "agreements_begun_by_people_id_fk" FOREIGN KEY ("begun_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "agreement_parties_of" ON "agreement_parties" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "agreements_review_due" ON "agreements" USING btree ("review_due_at");--> statement-breakpoint
-- EI3, BR4, FR-13, J-12, J-13: several organisations answer as one, and none of them is swallowed.
ALTER TABLE interests ADD CONSTRAINT interests_joint_fk FOREIGN KEY (place_id, joint_interest_id)
  REFERENCES joint_interests (place_id, id);
--> statement-breakpoint
-- Any change of what all say together un-agrees everybody: the version only goes up, and nobody sets it by hand.
CREATE FUNCTION joint_interests_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moving text[] := ARRAY['state', 'terms_version', 'interest_id', 'sent_terms_version', 'remind_at', 'updated_at'];
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state = 'submitted' THEN
      RAISE EXCEPTION 'what was sent stays' USING ERRCODE = 'HW121';
    END IF;
    RETURN OLD;
  END IF;
  IF (OLD.id, OLD.place_id, OLD.challenge_id, OLD.seeded_by, OLD.created_at)
    IS DISTINCT FROM (NEW.id, NEW.place_id, NEW.challenge_id, NEW.seeded_by, NEW.created_at)
    OR OLD.state = 'ended' THEN
    RAISE EXCEPTION 'it stays where it began' USING ERRCODE = 'HW121';
  END IF;
  -- What was sent stands under the name of whoever sent it.
  IF OLD.state = 'submitted' AND NEW.state = 'submitted' AND NEW.convenor_id IS DISTINCT FROM OLD.convenor_id THEN
    RAISE EXCEPTION 'whoever sent it convenes it' USING ERRCODE = 'HW121';
  END IF;
  IF (to_jsonb(OLD) - moving) IS DISTINCT FROM (to_jsonb(NEW) - moving) THEN
    NEW.terms_version := OLD.terms_version + 1;
  ELSIF NEW.terms_version NOT IN (OLD.terms_version, OLD.terms_version + 1) THEN
    RAISE EXCEPTION 'the terms count up by one' USING ERRCODE = 'HW120';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER joint_interests_guard BEFORE UPDATE OR DELETE ON joint_interests
  FOR EACH ROW EXECUTE FUNCTION joint_interests_guard();
--> statement-breakpoint
CREATE FUNCTION joint_members_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  joint joint_interests%ROWTYPE;
BEGIN
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.joint_interest_id, OLD.organisation_id, OLD.place_id, OLD.challenge_id)
    IS DISTINCT FROM (NEW.joint_interest_id, NEW.organisation_id, NEW.place_id, NEW.challenge_id) THEN
    RAISE EXCEPTION 'a member is who they are' USING ERRCODE = 'HW121';
  END IF;
  SELECT * INTO joint FROM joint_interests WHERE id = NEW.joint_interest_id FOR UPDATE;
  IF TG_OP = 'UPDATE' AND OLD.state IS DISTINCT FROM NEW.state THEN
    -- Until it is sent anybody leaves; once it is sent whoever convenes takes it back first.
    IF joint.state = 'submitted' AND 'joined' IN (OLD.state, NEW.state) THEN
      RAISE EXCEPTION 'nobody joins or leaves what was sent' USING ERRCODE = 'HW121';
    END IF;
    IF NEW.state <> 'joined' THEN
      NEW.agreed_version := NULL;
      NEW.agreed_at := NULL;
      NEW.agreed_by := NULL;
    END IF;
  END IF;
  IF NEW.state = 'joined' AND (TG_OP = 'INSERT' OR OLD.state <> 'joined') THEN
    PERFORM 1 FROM challenges WHERE id = NEW.challenge_id FOR SHARE;
    IF EXISTS (SELECT 1 FROM interests i WHERE i.challenge_id = NEW.challenge_id AND i.state <> 'withdrawn'
      AND (i.organisation_id = NEW.organisation_id OR NEW.organisation_id = ANY (i.parties))) THEN
      RAISE EXCEPTION 'it has answered this challenge already' USING ERRCODE = 'HW122';
    END IF;
    IF (SELECT count(*) FROM joint_interest_members m WHERE m.joint_interest_id = NEW.joint_interest_id
      AND m.state = 'joined' AND m.organisation_id <> NEW.organisation_id) >= 6 THEN
      RAISE EXCEPTION 'six answer together at most' USING ERRCODE = 'HW124';
    END IF;
    IF EXISTS (SELECT 1 FROM challenges c WHERE c.id = NEW.challenge_id AND c.organisation_id = NEW.organisation_id) THEN
      RAISE EXCEPTION 'whoever asks does not answer' USING ERRCODE = 'HW122';
    END IF;
  END IF;
  -- FR-13: to lend a name and no more is that member's own wish, said by somebody of its own and of no one else in it.
  IF NEW.name_only IS NOT NULL AND (TG_OP = 'INSERT'
    OR (NEW.name_only, NEW.name_only_by) IS DISTINCT FROM (OLD.name_only, OLD.name_only_by)) THEN
    IF NEW.organisation_id = joint.convenor_id
      OR NOT EXISTS (SELECT 1 FROM memberships b
        WHERE b.organisation_id = NEW.organisation_id AND b.person_id = NEW.name_only_by)
      OR EXISTS (SELECT 1 FROM memberships b
        WHERE b.organisation_id = joint.convenor_id AND b.person_id = NEW.name_only_by) THEN
      RAISE EXCEPTION 'only they can ask to lend their name' USING ERRCODE = 'HW123';
    END IF;
  END IF;
  IF NEW.agreed_version IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.agreed_version IS DISTINCT FROM OLD.agreed_version) THEN
    IF NEW.agreed_version <> joint.terms_version THEN
      RAISE EXCEPTION 'they agree to the terms as they stand' USING ERRCODE = 'HW120';
    END IF;
    NEW.agreed_at := clock_timestamp();
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER joint_members_guard BEFORE INSERT OR UPDATE OR DELETE ON joint_interest_members
  FOR EACH ROW EXECUTE FUNCTION joint_members_guard();
--> statement-breakpoint
CREATE FUNCTION joint_members_unagree() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  agreeing text[] := ARRAY['agreed_version', 'agreed_by', 'agreed_at', 'answered_at', 'invited_at', 'why'];
BEGIN
  IF TG_OP = 'UPDATE' AND ('joined' NOT IN (OLD.state, NEW.state)
    OR (to_jsonb(OLD) - agreeing) IS NOT DISTINCT FROM (to_jsonb(NEW) - agreeing)) THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'INSERT' AND NEW.state <> 'joined' THEN
    RETURN NULL;
  END IF;
  UPDATE joint_interests SET terms_version = terms_version + 1, updated_at = clock_timestamp()
    WHERE id = NEW.joint_interest_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER joint_members_unagree AFTER INSERT OR UPDATE ON joint_interest_members
  FOR EACH ROW EXECUTE FUNCTION joint_members_unagree();
--> statement-breakpoint
-- FR-13, J-12: what several send as one is whole: two to six who have all said yes to the very same terms, each with
-- hours and money of its own or its own written wish to lend a name. Nobody answers twice in one challenge.
CREATE FUNCTION interests_joint_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  joint joint_interests%ROWTYPE;
  offered bigint;
  shared bigint;
  joined integer;
  whole boolean;
  everybody uuid[];
  deciding text[] := ARRAY['state', 'decision_reason', 'decided_by', 'decided_at', 'version'];
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.joint_interest_id IS DISTINCT FROM NEW.joint_interest_id AND OLD.state <> 'withdrawn' THEN
    RAISE EXCEPTION 'an answer stays whose it is' USING ERRCODE = 'HW121';
  END IF;
  IF NEW.state <> 'submitted' OR TG_OP = 'UPDATE' AND OLD.state = 'submitted'
    AND (to_jsonb(OLD) - deciding) IS NOT DISTINCT FROM (to_jsonb(NEW) - deciding) THEN
    RETURN NEW;
  END IF;
  PERFORM 1 FROM challenges WHERE id = NEW.challenge_id FOR SHARE;
  IF EXISTS (SELECT 1 FROM joint_interest_members m WHERE m.challenge_id = NEW.challenge_id AND m.state = 'joined'
      AND (m.organisation_id = NEW.organisation_id OR m.organisation_id = ANY (NEW.parties))
      AND m.joint_interest_id IS DISTINCT FROM NEW.joint_interest_id)
    OR EXISTS (SELECT 1 FROM interests i WHERE i.challenge_id = NEW.challenge_id AND i.id <> NEW.id
      AND i.state <> 'withdrawn' AND (i.organisation_id = ANY (NEW.parties) OR NEW.organisation_id = ANY (i.parties)
        OR i.parties && NEW.parties)) THEN
    RAISE EXCEPTION 'one answer each, alone or together' USING ERRCODE = 'HW122';
  END IF;
  IF NEW.joint_interest_id IS NULL THEN
    RETURN NEW;
  END IF;
  SELECT * INTO joint FROM joint_interests WHERE id = NEW.joint_interest_id FOR UPDATE;
  SELECT coalesce(backfill_pence, 0)::bigint + coalesce(participation_pence, 0) + coalesce(tests_pence, 0)
      + coalesce(access_pence, 0) INTO offered FROM challenges WHERE id = NEW.challenge_id;
  SELECT count(*), coalesce(sum(m.pence), 0), array_agg(m.organisation_id),
      bool_and(m.agreed_version = joint.terms_version AND btrim(m.part) <> '' AND btrim(m.role) <> ''
        AND (m.name_only IS NOT NULL AND m.organisation_id <> joint.convenor_id OR m.hours_per_month > 0 AND (m.pence > 0 OR offered = 0)))
    INTO joined, shared, everybody, whole
    FROM joint_interest_members m WHERE m.joint_interest_id = joint.id AND m.state = 'joined';
  IF joint.challenge_id IS DISTINCT FROM NEW.challenge_id OR joint.convenor_id IS DISTINCT FROM NEW.organisation_id
    OR joint.state = 'ended' OR joined NOT BETWEEN 2 AND 6 OR whole IS NOT TRUE OR shared > offered
    OR jsonb_array_length(NEW.joint_parts) <> joined OR NOT everybody @> (NEW.parties || NEW.organisation_id)
    OR NOT (NEW.parties || NEW.organisation_id) @> everybody THEN
    RAISE EXCEPTION 'an answer together is whole or is not sent' USING ERRCODE = 'HW124';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- After the guard of the deadline: triggers fire by name.
CREATE TRIGGER interests_joint_guard BEFORE INSERT OR UPDATE ON interests
  FOR EACH ROW EXECUTE FUNCTION interests_joint_guard();
--> statement-breakpoint
-- FR-09: everybody in an answer together is a party, sent or not.
CREATE OR REPLACE FUNCTION represents_party(of_challenge uuid, person uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM challenges c WHERE c.id = of_challenge AND c.commissioner_id = person)
    OR EXISTS (SELECT 1 FROM broker_conflicts b WHERE b.challenge_id = of_challenge AND b.broker_id = person)
    OR EXISTS (SELECT 1 FROM memberships m JOIN challenges c ON c.organisation_id = m.organisation_id
      WHERE c.id = of_challenge AND m.person_id = person)
    OR EXISTS (SELECT 1 FROM memberships m JOIN interests i
        ON i.organisation_id = m.organisation_id OR m.organisation_id = ANY (i.parties)
      WHERE i.challenge_id = of_challenge AND i.state <> 'withdrawn' AND m.person_id = person)
    OR EXISTS (SELECT 1 FROM memberships m JOIN joint_interest_members j
        ON j.organisation_id = m.organisation_id AND j.state = 'joined'
      WHERE j.challenge_id = of_challenge AND m.person_id = person)
$$;
--> statement-breakpoint
-- BR5, §2.9, FR-13: every party confirms the very same words, small ones are paid before they begin, and what was
-- confirmed stays as it was.
CREATE FUNCTION agreements_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moving text[] := ARRAY['state', 'version', 'live_since', 'review_due_at', 'review_told', 'updated_at'];
  changed boolean;
  parties integer;
  whole boolean;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.state <> 'drafting' OR OLD.live_since IS NOT NULL THEN
      RAISE EXCEPTION 'what was confirmed stays' USING ERRCODE = 'HW121';
    END IF;
    RETURN OLD;
  END IF;
  changed := (to_jsonb(OLD) - moving) IS DISTINCT FROM (to_jsonb(NEW) - moving);
  IF (OLD.id, OLD.place_id, OLD.source, OLD.source_id, OLD.begun_by)
    IS DISTINCT FROM (NEW.id, NEW.place_id, NEW.source, NEW.source_id, NEW.begun_by) OR OLD.state = 'ended'
    OR OLD.state = 'live' AND NEW.state = 'live' AND (changed OR NEW.version <> OLD.version) THEN
    RAISE EXCEPTION 'what was confirmed changes by being drafted again' USING ERRCODE = 'HW121';
  END IF;
  IF changed THEN
    NEW.version := OLD.version + 1;
  ELSIF NEW.version NOT IN (OLD.version, OLD.version + 1) THEN
    RAISE EXCEPTION 'versions count up by one' USING ERRCODE = 'HW120';
  END IF;
  IF OLD.state = 'drafting' AND NEW.state = 'live' THEN
    SELECT count(*), bool_and(p.confirmed_version = NEW.version AND btrim(p.interests) <> ''
        AND (p.pence = 0 OR p.advance OR o.income_band NOT IN ('none', 'micro', 'small')))
      INTO parties, whole
      FROM agreement_parties p JOIN organisations o ON o.id = p.organisation_id WHERE p.agreement_id = NEW.id;
    IF parties < 2 OR whole IS NOT TRUE OR btrim(NEW.purpose) = '' THEN
      RAISE EXCEPTION 'it is lived when everybody has confirmed all of it' USING ERRCODE = 'HW124';
    END IF;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER agreements_guard BEFORE UPDATE OR DELETE ON agreements
  FOR EACH ROW EXECUTE FUNCTION agreements_guard();
--> statement-breakpoint
CREATE FUNCTION agreement_parties_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  of_agreement agreements%ROWTYPE;
  confirming text[] := ARRAY['confirmed_version', 'confirmed_by', 'confirmed_at'];
BEGIN
  SELECT * INTO of_agreement FROM agreements
    WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.agreement_id ELSE NEW.agreement_id END FOR UPDATE;
  IF TG_OP = 'UPDATE' AND (OLD.agreement_id, OLD.organisation_id, OLD.place_id)
    IS DISTINCT FROM (NEW.agreement_id, NEW.organisation_id, NEW.place_id) THEN
    RAISE EXCEPTION 'a party is who it is' USING ERRCODE = 'HW121';
  END IF;
  IF of_agreement.state <> 'drafting' THEN
    RAISE EXCEPTION 'what was confirmed changes by being drafted again' USING ERRCODE = 'HW121';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  IF NEW.confirmed_version IS NOT NULL
    AND (TG_OP = 'INSERT' OR NEW.confirmed_version IS DISTINCT FROM OLD.confirmed_version) THEN
    IF NEW.confirmed_version <> of_agreement.version OR NOT EXISTS (SELECT 1 FROM memberships m
      WHERE m.organisation_id = NEW.organisation_id AND m.person_id = NEW.confirmed_by) THEN
      RAISE EXCEPTION 'each confirms the words as they stand, for itself' USING ERRCODE = 'HW120';
    END IF;
    NEW.confirmed_at := clock_timestamp();
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER agreement_parties_guard BEFORE INSERT OR UPDATE OR DELETE ON agreement_parties
  FOR EACH ROW EXECUTE FUNCTION agreement_parties_guard();
--> statement-breakpoint
CREATE FUNCTION agreement_parties_unconfirm() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  confirming text[] := ARRAY['confirmed_version', 'confirmed_by', 'confirmed_at'];
BEGIN
  IF TG_OP = 'UPDATE' AND (to_jsonb(OLD) - confirming) IS NOT DISTINCT FROM (to_jsonb(NEW) - confirming) THEN
    RETURN NULL;
  END IF;
  UPDATE agreements SET version = version + 1, updated_at = clock_timestamp()
    WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.agreement_id ELSE NEW.agreement_id END;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER agreement_parties_unconfirm AFTER INSERT OR UPDATE OR DELETE ON agreement_parties
  FOR EACH ROW EXECUTE FUNCTION agreement_parties_unconfirm();
--> statement-breakpoint
CREATE TRIGGER agreement_versions_stand BEFORE UPDATE OR DELETE ON agreement_versions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER agreement_versions_never_emptied BEFORE TRUNCATE ON agreement_versions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
