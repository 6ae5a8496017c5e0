CREATE TABLE "audit_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"request_id" text
);
--> statement-breakpoint
CREATE TABLE "challenge_areas" (
	"place_id" uuid NOT NULL,
	"challenge_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	CONSTRAINT "challenge_areas_challenge_id_area_id_pk" PRIMARY KEY("challenge_id","area_id")
);
--> statement-breakpoint
CREATE TABLE "challenge_criteria" (
	"place_id" uuid NOT NULL,
	"challenge_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"good_looks_like" text NOT NULL,
	"weight" integer NOT NULL,
	CONSTRAINT "challenge_criteria_challenge_id_position_pk" PRIMARY KEY("challenge_id","position"),
	CONSTRAINT "criteria_weight" CHECK (weight between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "challenges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"slug" text,
	"state" text DEFAULT 'draft' NOT NULL,
	"commissioner_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"question" text DEFAULT '' NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"themes" text[] DEFAULT '{}' NOT NULL,
	"why_now" text DEFAULT '' NOT NULL,
	"who_is_affected" text DEFAULT '' NOT NULL,
	"least_served" text DEFAULT '' NOT NULL,
	"outcome" text DEFAULT '' NOT NULL,
	"tried" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"not_at_risk" text DEFAULT '' NOT NULL,
	"constraints" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"participation_pence" integer DEFAULT 0 NOT NULL,
	"backfill_pence" integer DEFAULT 0 NOT NULL,
	"tests_pence" integer DEFAULT 0 NOT NULL,
	"access_pence" integer DEFAULT 0 NOT NULL,
	"officer_hours" integer,
	"other_offer" text DEFAULT '' NOT NULL,
	"pay_hourly_pence" integer,
	"pay_when" text DEFAULT '' NOT NULL,
	"route" text DEFAULT 'not-known' NOT NULL,
	"hours_per_month" integer,
	"cohort_size" integer DEFAULT 5 NOT NULL,
	"expected_interests" integer,
	"closes_at" timestamp with time zone,
	"results_by" text,
	"starts_on" text,
	"ends_on" text,
	"opened_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"withdrawn_reason" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"search" "tsvector",
	CONSTRAINT "challenges_slug_unique" UNIQUE("slug"),
	CONSTRAINT "challenges_tenant" UNIQUE("place_id","id"),
	CONSTRAINT "challenges_cohort_size" CHECK (cohort_size between 4 and 6),
	CONSTRAINT "challenges_open_is_whole" CHECK (state = 'draft' or (slug is not null and opened_at is not null and closes_at is not null) or state = 'withdrawn')
);
--> statement-breakpoint
CREATE TABLE "group_members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"reference" text NOT NULL,
	"first_name" text NOT NULL,
	"contact_by" text NOT NULL,
	"contact" text NOT NULL,
	"contact_hash" "bytea" NOT NULL,
	"ways" text[] NOT NULL,
	"language" text NOT NULL,
	"consent_version" text NOT NULL,
	"manage_hash" "bytea" NOT NULL,
	"state" text DEFAULT 'joined' NOT NULL,
	"joined_at" timestamp with time zone DEFAULT now() NOT NULL,
	"contacted_at" timestamp with time zone,
	"left_at" timestamp with time zone,
	CONSTRAINT "group_members_manage_hash_unique" UNIQUE("manage_hash")
);
--> statement-breakpoint
CREATE TABLE "group_sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"venue" text NOT NULL,
	"address" text,
	"getting_there" text NOT NULL,
	"step_free" boolean NOT NULL,
	"state" text DEFAULT 'announced' NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sessions_two_hours" CHECK (ends_at > starts_at and ends_at <= starts_at + interval '2 hours')
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"challenge_id" uuid NOT NULL,
	"name" text NOT NULL,
	"about" text NOT NULL,
	"rung" text NOT NULL,
	"decides" text NOT NULL,
	"shapes" text NOT NULL,
	"fixed" text NOT NULL,
	"answers_by" text NOT NULL,
	"you_get" text NOT NULL,
	"facilitator_id" uuid NOT NULL,
	"facilitator_phone" text,
	"places" integer NOT NULL,
	"taken" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "groups_tenant" UNIQUE("place_id","id"),
	CONSTRAINT "groups_never_overfilled" CHECK (taken between 0 and places)
);
--> statement-breakpoint
CREATE TABLE "cohort_organisations" (
	"place_id" uuid NOT NULL,
	"cohort_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	CONSTRAINT "cohort_organisations_cohort_id_organisation_id_pk" PRIMARY KEY("cohort_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "cohorts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"challenge_id" uuid NOT NULL,
	"statement" text NOT NULL,
	"reserved_places_reason" text,
	"formed_by" uuid NOT NULL,
	"formed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cohorts_one_each" UNIQUE("challenge_id"),
	CONSTRAINT "cohorts_tenant" UNIQUE("place_id","id")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"display_name" text,
	"email" text,
	"language" text DEFAULT 'en' NOT NULL,
	"verified_at" timestamp with time zone,
	"erased_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "people_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "refresh_tokens" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"granted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"shared_computer" boolean NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email_hash" "bytea" NOT NULL,
	"email" text NOT NULL,
	"language" text NOT NULL,
	"link_hash" "bytea" NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"browser_hash" "bytea" NOT NULL,
	"shared_computer" boolean NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "sign_in_requests_link_hash_unique" UNIQUE("link_hash")
);
--> statement-breakpoint
CREATE TABLE "interests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"challenge_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"state" text DEFAULT 'submitted' NOT NULL,
	"why" text NOT NULL,
	"bring" text[] DEFAULT '{}' NOT NULL,
	"bring_note" text NOT NULL,
	"hours_per_month" integer NOT NULL,
	"from_when" text,
	"need" text[] DEFAULT '{}' NOT NULL,
	"need_note" text NOT NULL,
	"together" text NOT NULL,
	"together_with" text NOT NULL,
	"conflict" boolean NOT NULL,
	"conflict_note" text NOT NULL,
	"seconds_taken" integer,
	"submitted_by" uuid NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"decision_reason" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "interests_tenant" UNIQUE("place_id","id"),
	CONSTRAINT "interests_one_each" UNIQUE("challenge_id","organisation_id"),
	CONSTRAINT "interests_decision_has_reason" CHECK ((state in ('chosen', 'not-this-time')) = (decided_at is not null and length(decision_reason) >= 30))
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"challenge_id" uuid NOT NULL,
	"organisation_id" uuid,
	"register_entry_id" uuid,
	"why" text NOT NULL,
	"channel" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"invited_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_one_candidate" CHECK ((organisation_id is null) <> (register_entry_id is null))
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"template" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"available_at" timestamp with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp with time zone,
	"dead_at" timestamp with time zone,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "capacity_profiles" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"staff_hours_per_month" integer,
	"volunteer_hours_per_month" integer,
	"spare_hours_per_month" integer,
	"not_before" text,
	"availability" text[] DEFAULT '{}' NOT NULL,
	"skills" text[] DEFAULT '{}' NOT NULL,
	"other_skills" text DEFAULT '' NOT NULL,
	"premises" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"reach" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"lived_experience" text,
	"possible_with" text[] DEFAULT '{}' NOT NULL,
	"confirmed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"place_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"lead" boolean NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_organisation_id_person_id_pk" PRIMARY KEY("organisation_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "organisation_areas" (
	"place_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"area_id" uuid NOT NULL,
	CONSTRAINT "organisation_areas_organisation_id_area_id_pk" PRIMARY KEY("organisation_id","area_id")
);
--> statement-breakpoint
CREATE TABLE "organisation_identifiers" (
	"organisation_id" uuid NOT NULL,
	"scheme" text NOT NULL,
	"value" text NOT NULL,
	"verified" text NOT NULL,
	"raw" text NOT NULL,
	CONSTRAINT "organisation_identifiers_organisation_id_scheme_value_pk" PRIMARY KEY("organisation_id","scheme","value")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"sector" text NOT NULL,
	"income_band" text NOT NULL,
	"state" text DEFAULT 'listed' NOT NULL,
	"themes" text[] NOT NULL,
	"website" text,
	"contact_name" text NOT NULL,
	"contact_email" text,
	"contact_phone" text,
	"register_entry_id" uuid,
	"declared_at" timestamp with time zone NOT NULL,
	"checked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "organisations_tenant" UNIQUE("place_id","id"),
	CONSTRAINT "organisations_reachable" CHECK (contact_email is not null or contact_phone is not null)
);
--> statement-breakpoint
CREATE TABLE "place_areas" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"name" text NOT NULL,
	"gss_code" text,
	"position" integer NOT NULL,
	CONSTRAINT "place_areas_tenant" UNIQUE("place_id","id")
);
--> statement-breakpoint
CREATE TABLE "places" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"host" text,
	"time_zone" text NOT NULL,
	"currency" text NOT NULL,
	"languages" text[] NOT NULL,
	"introduction" text NOT NULL,
	"contact_name" text NOT NULL,
	"contact_role" text NOT NULL,
	"contact_phone" text,
	"contact_email" text,
	"contact_hours" text,
	"pay_hourly_pence" integer,
	"pay_source" text,
	"pay_as_of" text,
	"lad_codes" text[] NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "places_slug_unique" UNIQUE("slug"),
	CONSTRAINT "places_host_unique" UNIQUE("host")
);
--> statement-breakpoint
CREATE TABLE "gss_areas" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"lad_code" text,
	"county_code" text,
	"region_code" text,
	"country_code" text,
	"active_code" text NOT NULL,
	"current" boolean NOT NULL,
	"source" text NOT NULL,
	"vintage" text
);
--> statement-breakpoint
CREATE TABLE "postcodes" (
	"postcode" text PRIMARY KEY NOT NULL,
	"lad_code" text NOT NULL,
	"ward_code" text,
	"lsoa_code" text,
	"terminated" boolean DEFAULT false NOT NULL,
	"source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "register_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"scheme" text NOT NULL,
	"identifier" text NOT NULL,
	"org_id" text GENERATED ALWAYS AS (scheme || '-' || identifier) STORED NOT NULL,
	"source" text NOT NULL,
	"source_key" text,
	"source_extracted_on" date,
	"licence" text NOT NULL,
	"name_raw" text NOT NULL,
	"name_shown" text NOT NULL,
	"other_names" text[] DEFAULT '{}'::text[] NOT NULL,
	"status" text NOT NULL,
	"registered_on" date,
	"removed_on" date,
	"kind" text NOT NULL,
	"unincorporated" boolean,
	"activities" text,
	"objects" text,
	"what_codes" text[] DEFAULT '{}'::text[] NOT NULL,
	"who_codes" text[] DEFAULT '{}'::text[] NOT NULL,
	"how_codes" text[] DEFAULT '{}'::text[] NOT NULL,
	"income_pounds" bigint,
	"spending_pounds" bigint,
	"fin_year_end" date,
	"income_band" text,
	"company_number" text,
	"website" text,
	"postcode_raw" text,
	"postcode_district" text,
	"postcode_valid" boolean NOT NULL,
	"lad_code" text,
	"lad_basis" text,
	"ward_code" text,
	"areas" text[] DEFAULT '{}'::text[] NOT NULL,
	"areas_unmapped" text[] DEFAULT '{}'::text[] NOT NULL,
	"themes" text[] DEFAULT '{}'::text[] NOT NULL,
	"theme_tags" text[] DEFAULT '{}'::text[] NOT NULL,
	"theme_basis" text NOT NULL,
	"doubts" text[] DEFAULT '{}'::text[] NOT NULL,
	"raw" jsonb NOT NULL,
	"row_hash" text NOT NULL,
	"search_names" text NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('simple', search_names), 'A') || setweight(to_tsvector('english', coalesce(activities, '')), 'B')) STORED,
	"imported_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "register_entries_number" UNIQUE("scheme","identifier")
);
--> statement-breakpoint
CREATE TABLE "vault_boxes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"field" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "vault_one_box" UNIQUE("subject_id","field")
);
--> statement-breakpoint
ALTER TABLE "challenge_areas" ADD CONSTRAINT "challenge_areas_place_id_challenge_id_challenges_place_id_id_fk" FOREIGN KEY ("place_id","challenge_id") REFERENCES "public"."challenges"("place_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge_areas" ADD CONSTRAINT "challenge_areas_place_id_area_id_place_areas_place_id_id_fk" FOREIGN KEY ("place_id","area_id") REFERENCES "public"."place_areas"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge_criteria" ADD CONSTRAINT "challenge_criteria_place_id_challenge_id_challenges_place_id_id_fk" FOREIGN KEY ("place_id","challenge_id") REFERENCES "public"."challenges"("place_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_commissioner_id_people_id_fk" FOREIGN KEY ("commissioner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_place_id_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_place_id_group_id_groups_place_id_id_fk" FOREIGN KEY ("place_id","group_id") REFERENCES "public"."groups"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_sessions" ADD CONSTRAINT "group_sessions_place_id_group_id_groups_place_id_id_fk" FOREIGN KEY ("place_id","group_id") REFERENCES "public"."groups"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_facilitator_id_people_id_fk" FOREIGN KEY ("facilitator_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_place_id_challenge_id_challenges_place_id_id_fk" FOREIGN KEY ("place_id","challenge_id") REFERENCES "public"."challenges"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_organisations" ADD CONSTRAINT "cohort_organisations_place_id_cohort_id_cohorts_place_id_id_fk" FOREIGN KEY ("place_id","cohort_id") REFERENCES "public"."cohorts"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_organisations" ADD CONSTRAINT "cohort_organisations_place_id_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohorts" ADD CONSTRAINT "cohorts_formed_by_people_id_fk" FOREIGN KEY ("formed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohorts" ADD CONSTRAINT "cohorts_place_id_challenge_id_challenges_place_id_id_fk" FOREIGN KEY ("place_id","challenge_id") REFERENCES "public"."challenges"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_submitted_by_people_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_place_id_challenge_id_challenges_place_id_id_fk" FOREIGN KEY ("place_id","challenge_id") REFERENCES "public"."challenges"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_place_id_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_register_entry_id_register_entries_id_fk" FOREIGN KEY ("register_entry_id") REFERENCES "public"."register_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_place_id_challenge_id_challenges_place_id_id_fk" FOREIGN KEY ("place_id","challenge_id") REFERENCES "public"."challenges"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_place_id_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capacity_profiles" ADD CONSTRAINT "capacity_profiles_place_id_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_place_id_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_areas" ADD CONSTRAINT "organisation_areas_place_id_organisation_id_organisations_place_id_id_fk" FOREIGN KEY ("place_id","organisation_id") REFERENCES "public"."organisations"("place_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_areas" ADD CONSTRAINT "organisation_areas_place_id_area_id_place_areas_place_id_id_fk" FOREIGN KEY ("place_id","area_id") REFERENCES "public"."place_areas"("place_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_identifiers" ADD CONSTRAINT "organisation_identifiers_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_areas" ADD CONSTRAINT "place_areas_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_by_subject" ON "audit_events" USING btree ("subject_id","id");--> statement-breakpoint
CREATE INDEX "audit_by_place" ON "audit_events" USING btree ("place_id","id");--> statement-breakpoint
CREATE INDEX "challenges_open_list" ON "challenges" USING btree ("place_id","closes_at","id") WHERE state <> 'draft';--> statement-breakpoint
CREATE INDEX "challenges_search" ON "challenges" USING gin ("search");--> statement-breakpoint
CREATE INDEX "challenges_question_like" ON "challenges" USING gin ("question" gin_trgm_ops);--> statement-breakpoint
CREATE UNIQUE INDEX "members_once" ON "group_members" USING btree ("group_id","contact_hash") WHERE state <> 'left';--> statement-breakpoint
CREATE UNIQUE INDEX "members_reference" ON "group_members" USING btree ("place_id","reference");--> statement-breakpoint
CREATE INDEX "sessions_of_group" ON "group_sessions" USING btree ("group_id","starts_at");--> statement-breakpoint
CREATE INDEX "groups_of_challenge" ON "groups" USING btree ("challenge_id");--> statement-breakpoint
CREATE INDEX "refresh_by_session" ON "refresh_tokens" USING btree ("session_id");--> statement-breakpoint
CREATE UNIQUE INDEX "role_held_once" ON "role_grants" USING btree ("place_id","person_id","role") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "roles_of_person" ON "role_grants" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_of_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sign_in_by_address" ON "sign_in_requests" USING btree ("email_hash","created_at");--> statement-breakpoint
CREATE INDEX "interests_of_organisation" ON "interests" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_organisation_once" ON "invitations" USING btree ("challenge_id","organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_entry_once" ON "invitations" USING btree ("challenge_id","register_entry_id");--> statement-breakpoint
CREATE INDEX "invitations_of_challenge" ON "invitations" USING btree ("challenge_id","id");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("available_at") WHERE sent_at is null and dead_at is null;--> statement-breakpoint
CREATE INDEX "outbox_by_recipient" ON "outbox" USING btree ("recipient","id");--> statement-breakpoint
CREATE INDEX "memberships_of_person" ON "memberships" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_name_once" ON "organisations" USING btree ("place_id",lower("name")) WHERE state <> 'left';--> statement-breakpoint
CREATE UNIQUE INDEX "organisations_entry_once" ON "organisations" USING btree ("place_id","register_entry_id") WHERE register_entry_id is not null and state <> 'left';--> statement-breakpoint
CREATE INDEX "place_areas_in_order" ON "place_areas" USING btree ("place_id","position");--> statement-breakpoint
CREATE INDEX "gss_areas_of_lad" ON "gss_areas" USING btree ("lad_code");--> statement-breakpoint
CREATE INDEX "gss_areas_by_name" ON "gss_areas" USING btree (lower("name"));--> statement-breakpoint
CREATE INDEX "postcodes_of_lad" ON "postcodes" USING btree ("lad_code");--> statement-breakpoint
CREATE INDEX "register_entries_names_like" ON "register_entries" USING gin ("search_names" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "register_entries_words" ON "register_entries" USING gin ("search");--> statement-breakpoint
CREATE INDEX "register_entries_areas" ON "register_entries" USING gin ("areas");--> statement-breakpoint
CREATE INDEX "register_entries_of_lad" ON "register_entries" USING btree ("lad_code");--> statement-breakpoint
CREATE INDEX "register_entries_company" ON "register_entries" USING btree ("company_number");--> statement-breakpoint
CREATE INDEX "vault_by_place" ON "vault_boxes" USING btree ("place_id");