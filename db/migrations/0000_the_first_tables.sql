CREATE SEQUENCE "public"."search_sequence" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "bid" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"challenge_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "bid_code_unique" UNIQUE("code"),
	CONSTRAINT "bid_state_known" CHECK ("bid"."state" in ('draft', 'sealed', 'withdrawn', 'opened', 'opening_failed', 'destroyed'))
);
--> statement-breakpoint
CREATE TABLE "bid_commitment" (
	"bid_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"value" double precision,
	"value_to" double precision,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "bid_commitment_bid_id_position_pk" PRIMARY KEY("bid_id","position")
);
--> statement-breakpoint
CREATE TABLE "bid_content" (
	"bid_id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"plan" text NOT NULL,
	"team" text NOT NULL,
	"price_fen" bigint NOT NULL,
	"delivery_date" date NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bid_draft" (
	"bid_id" uuid PRIMARY KEY NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bid_envelope" (
	"bid_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"state" text DEFAULT 'live' NOT NULL,
	"suite" text NOT NULL,
	"challenge_revision" integer NOT NULL,
	"ciphertext" "bytea" NOT NULL,
	"commitment" text NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"system_at" timestamp (3) with time zone NOT NULL,
	"signature" text NOT NULL,
	"submitted_by" uuid NOT NULL,
	CONSTRAINT "bid_envelope_bid_id_version_pk" PRIMARY KEY("bid_id","version")
);
--> statement-breakpoint
CREATE TABLE "closing_list" (
	"challenge_id" uuid PRIMARY KEY NOT NULL,
	"closed_at" timestamp (3) with time zone NOT NULL,
	"entries" jsonb NOT NULL,
	"digest" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "challenge" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" text,
	"kind" text DEFAULT 'problem' NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"organization_id" uuid NOT NULL,
	"created_by" uuid NOT NULL,
	"title" text NOT NULL,
	"background" text DEFAULT '' NOT NULL,
	"requirement" text NOT NULL,
	"deliverables" text DEFAULT '' NOT NULL,
	"field" text,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"cooperation_mode" text DEFAULT 'commissioned' NOT NULL,
	"budget_min_fen" bigint,
	"budget_max_fen" bigint,
	"budget_negotiable" boolean DEFAULT false NOT NULL,
	"payment_plan" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"bid_deadline" timestamp (3) with time zone,
	"delivery_deadline" date,
	"ip_ownership" text DEFAULT '' NOT NULL,
	"eligibility" text DEFAULT '' NOT NULL,
	"winner_mode" text DEFAULT 'single' NOT NULL,
	"max_winners" smallint DEFAULT 1 NOT NULL,
	"publicity_days" smallint DEFAULT 5 NOT NULL,
	"minimum_bids" smallint DEFAULT 1 NOT NULL,
	"minimum_judges" smallint DEFAULT 3 NOT NULL,
	"return_reason" text,
	"submitted_at" timestamp (3) with time zone,
	"published_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"opened_at" timestamp (3) with time zone,
	"publicity_ends_at" timestamp (3) with time zone,
	"awarded_at" timestamp (3) with time zone,
	"ended_reason" text,
	"next_event_at" timestamp (3) with time zone,
	"external_id" text,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "challenge_number_unique" UNIQUE("number"),
	CONSTRAINT "challenge_state_known" CHECK ("challenge"."state" in ('draft', 'submitted', 'returned', 'open', 'closed', 'judging', 'publicity', 'awarded', 'withdrawn', 'failed_to_award')),
	CONSTRAINT "challenge_budget_order" CHECK ("challenge"."budget_min_fen" is null or "challenge"."budget_max_fen" is null or "challenge"."budget_min_fen" <= "challenge"."budget_max_fen"),
	CONSTRAINT "challenge_budget_positive" CHECK (coalesce("challenge"."budget_min_fen", 0) >= 0 and coalesce("challenge"."budget_max_fen", 0) >= 0),
	CONSTRAINT "challenge_number_when_published" CHECK (("challenge"."published_at" is null) = ("challenge"."number" is null))
);
--> statement-breakpoint
CREATE TABLE "challenge_criterion" (
	"challenge_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"name" text NOT NULL,
	"weight" smallint NOT NULL,
	CONSTRAINT "challenge_criterion_challenge_id_position_pk" PRIMARY KEY("challenge_id","position"),
	CONSTRAINT "challenge_criterion_weight" CHECK ("challenge_criterion"."weight" between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "challenge_seal" (
	"challenge_id" uuid PRIMARY KEY NOT NULL,
	"suite" text NOT NULL,
	"recipient" text NOT NULL,
	"wrapped_identity" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "challenge_target" (
	"challenge_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"name" text NOT NULL,
	"comparator" text NOT NULL,
	"value" double precision NOT NULL,
	"value_to" double precision,
	"unit" text NOT NULL,
	"must" boolean DEFAULT true NOT NULL,
	CONSTRAINT "challenge_target_challenge_id_position_pk" PRIMARY KEY("challenge_id","position"),
	CONSTRAINT "challenge_target_comparator" CHECK ("challenge_target"."comparator" in ('>=', '<=', '=', 'between')),
	CONSTRAINT "challenge_target_range" CHECK (("challenge_target"."comparator" = 'between') = ("challenge_target"."value_to" is not null))
);
--> statement-breakpoint
CREATE TABLE "contract" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" text NOT NULL,
	"registration_number" text,
	"checking_code" text,
	"state" text DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"sub_kind" text NOT NULL,
	"field" text NOT NULL,
	"objective" text DEFAULT 'industry_commerce' NOT NULL,
	"industry" text DEFAULT '' NOT NULL,
	"plan_source" text DEFAULT 'none' NOT NULL,
	"ip_types" text[] DEFAULT '{}' NOT NULL,
	"ip_numbers" text DEFAULT '' NOT NULL,
	"contract_value_fen" bigint NOT NULL,
	"payment_mode" text DEFAULT 'instalments' NOT NULL,
	"payment_terms" text DEFAULT '' NOT NULL,
	"terms" text DEFAULT '' NOT NULL,
	"signed_on" date,
	"term_from" date,
	"term_to" date,
	"place" text DEFAULT '' NOT NULL,
	"related_parties" boolean DEFAULT false NOT NULL,
	"public_funds" boolean DEFAULT false NOT NULL,
	"overseas" boolean DEFAULT false NOT NULL,
	"origin" text NOT NULL,
	"challenge_id" uuid,
	"award_id" uuid,
	"created_by" uuid NOT NULL,
	"return_reason" text,
	"submitted_at" timestamp (3) with time zone,
	"review_due_at" timestamp (3) with time zone,
	"reviewer_id" uuid,
	"registered_at" timestamp (3) with time zone,
	"technology_amount_fen" bigint,
	"external_id" text,
	"next_event_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "contract_number_unique" UNIQUE("number"),
	CONSTRAINT "contract_registration_number_unique" UNIQUE("registration_number"),
	CONSTRAINT "contract_checking_code_unique" UNIQUE("checking_code"),
	CONSTRAINT "contract_award_id_unique" UNIQUE("award_id"),
	CONSTRAINT "contract_external_id_unique" UNIQUE("external_id"),
	CONSTRAINT "contract_state_known" CHECK ("contract"."state" in ('draft', 'signed', 'submitted', 'under_review', 'returned', 'registered', 'refused', 'cancelled')),
	CONSTRAINT "contract_kind_known" CHECK ("contract"."kind" in ('development', 'assignment', 'licence', 'consultancy', 'service')),
	CONSTRAINT "contract_value_positive" CHECK ("contract"."contract_value_fen" >= 0),
	CONSTRAINT "contract_technology_amount" CHECK ("contract"."technology_amount_fen" is null or "contract"."technology_amount_fen" between 0 and "contract"."contract_value_fen"),
	CONSTRAINT "contract_registered_whole" CHECK ("contract"."state" <> 'registered' or ("contract"."registration_number" is not null and "contract"."technology_amount_fen" is not null and "contract"."registered_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "contract_cost" (
	"contract_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"name" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	CONSTRAINT "contract_cost_contract_id_position_pk" PRIMARY KEY("contract_id","position"),
	CONSTRAINT "contract_cost_positive" CHECK ("contract_cost"."amount_fen" > 0)
);
--> statement-breakpoint
CREATE TABLE "contract_entry" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"contract_id" uuid NOT NULL,
	"contract_version" integer NOT NULL,
	"type" text NOT NULL,
	"kind" text NOT NULL,
	"field" text NOT NULL,
	"origin" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"period" text NOT NULL,
	"origin_period" text NOT NULL,
	"contract_value_fen" bigint NOT NULL,
	"technology_amount_fen" bigint NOT NULL,
	CONSTRAINT "contract_entry_type_known" CHECK ("contract_entry"."type" in ('registration', 'amendment', 'cancellation'))
);
--> statement-breakpoint
CREATE TABLE "contract_entry_share" (
	"entry_id" bigint NOT NULL,
	"position" smallint NOT NULL,
	"side" text NOT NULL,
	"region" text NOT NULL,
	"party_type" text NOT NULL,
	"contract_value_fen" bigint NOT NULL,
	"technology_amount_fen" bigint NOT NULL,
	CONSTRAINT "contract_entry_share_entry_id_position_pk" PRIMARY KEY("entry_id","position")
);
--> statement-breakpoint
CREATE TABLE "contract_party" (
	"contract_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"side" text NOT NULL,
	"organization_id" uuid,
	"name" text NOT NULL,
	"code" text NOT NULL,
	"party_type" text NOT NULL,
	"region" text NOT NULL,
	"share" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "contract_party_contract_id_position_pk" PRIMARY KEY("contract_id","position"),
	CONSTRAINT "contract_party_share" CHECK ("contract_party"."share" > 0),
	CONSTRAINT "contract_party_side" CHECK ("contract_party"."side" in ('seller', 'buyer'))
);
--> statement-breakpoint
CREATE TABLE "contract_signature" (
	"contract_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"position" smallint NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"document_hash" text NOT NULL,
	CONSTRAINT "contract_signature_contract_id_version_position_pk" PRIMARY KEY("contract_id","version","position")
);
--> statement-breakpoint
CREATE TABLE "award" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"challenge_id" uuid NOT NULL,
	"bid_id" uuid NOT NULL,
	"state" text DEFAULT 'intended' NOT NULL,
	"rank" integer NOT NULL,
	"score_hundredths" integer NOT NULL,
	"price_fen" bigint NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"intended_at" timestamp (3) with time zone NOT NULL,
	"publicity_ends_at" timestamp (3) with time zone NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	"next_event_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "award_bid_id_unique" UNIQUE("bid_id"),
	CONSTRAINT "award_state_known" CHECK ("award"."state" in ('intended', 'objected', 'confirmed', 'contracted', 'revoked'))
);
--> statement-breakpoint
CREATE TABLE "judge" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"challenge_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'invited' NOT NULL,
	"decline_reason" text,
	"invited_at" timestamp (3) with time zone NOT NULL,
	"declared_at" timestamp (3) with time zone,
	"submitted_at" timestamp (3) with time zone,
	"next_event_at" timestamp (3) with time zone,
	CONSTRAINT "judge_state_known" CHECK ("judge"."state" in ('invited', 'accepted', 'declined', 'replaced', 'submitted'))
);
--> statement-breakpoint
CREATE TABLE "score" (
	"judge_id" uuid NOT NULL,
	"bid_id" uuid NOT NULL,
	"criterion" smallint NOT NULL,
	"value" smallint NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "score_judge_id_bid_id_criterion_pk" PRIMARY KEY("judge_id","bid_id","criterion"),
	CONSTRAINT "score_range" CHECK ("score"."value" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "business_clock" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"offset_ms" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendar_day" (
	"day" date PRIMARY KEY NOT NULL,
	"working" text NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"actor_kind" text NOT NULL,
	"person_id" uuid,
	"organization_id" uuid,
	"token_id" uuid,
	"request_id" text,
	"system_at" timestamp (3) with time zone NOT NULL,
	"business_at" timestamp (3) with time zone NOT NULL,
	"input" jsonb NOT NULL,
	"before" jsonb,
	"after" jsonb
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"key_hash" "bytea" PRIMARY KEY NOT NULL,
	"command" text NOT NULL,
	"input_digest" "bytea" NOT NULL,
	"answer" "bytea",
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "number_sequence" (
	"kind" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "number_sequence_kind_year_pk" PRIMARY KEY("kind","year")
);
--> statement-breakpoint
CREATE TABLE "rate_count" (
	"key" text NOT NULL,
	"window_start" timestamp (3) with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "rate_count_key_window_start_pk" PRIMARY KEY("key","window_start")
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"changed_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"changed_by" uuid
);
--> statement-breakpoint
CREATE TABLE "api_token" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"organization_id" uuid,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "api_token_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"person_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"role" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "membership_person_id_organization_id_pk" PRIMARY KEY("person_id","organization_id"),
	CONSTRAINT "membership_role_known" CHECK ("membership"."role" in ('owner', 'editor', 'viewer'))
);
--> statement-breakpoint
CREATE TABLE "organization" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"platform_type" text,
	"level" text,
	"code" text NOT NULL,
	"region" text NOT NULL,
	"party_type" text NOT NULL,
	"controller" text,
	"introduction" text DEFAULT '' NOT NULL,
	"contact_name" text DEFAULT '' NOT NULL,
	"contact_phone" text DEFAULT '' NOT NULL,
	"return_reason" text,
	"verified_at" timestamp (3) with time zone,
	"submitted_at" timestamp (3) with time zone,
	"next_event_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "organization_kind_known" CHECK ("organization"."kind" in ('enterprise', 'platform', 'brokerage', 'fund', 'bank', 'insurer', 'agency')),
	CONSTRAINT "organization_state_known" CHECK ("organization"."state" in ('draft', 'submitted', 'returned', 'verified', 'suspended'))
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"locale" text DEFAULT 'zh-CN' NOT NULL,
	"demo_key" text,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "person_demo_key_unique" UNIQUE("demo_key")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"organization_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"last_used_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_role" (
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "staff_role_person_id_role_pk" PRIMARY KEY("person_id","role"),
	CONSTRAINT "staff_role_known" CHECK ("staff_role"."role" in ('reviewer', 'registrar', 'analyst', 'system_administrator', 'security_administrator', 'audit_administrator', 'judge'))
);
--> statement-breakpoint
CREATE TABLE "indicator_formula" (
	"code" text NOT NULL,
	"version" integer NOT NULL,
	"basis" text NOT NULL,
	"flow" text NOT NULL,
	"kinds" text[] NOT NULL,
	"region" text NOT NULL,
	"valid_from" date NOT NULL,
	CONSTRAINT "indicator_formula_code_version_pk" PRIMARY KEY("code","version")
);
--> statement-breakpoint
CREATE TABLE "indicator_target" (
	"code" text NOT NULL,
	"year" integer NOT NULL,
	"sign" text NOT NULL,
	"value" double precision NOT NULL,
	"unit" text NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "indicator_target_code_year_pk" PRIMARY KEY("code","year")
);
--> statement-breakpoint
CREATE TABLE "achievement" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" text,
	"state" text DEFAULT 'draft' NOT NULL,
	"organization_id" uuid NOT NULL,
	"created_by" uuid NOT NULL,
	"title" text NOT NULL,
	"abstract" text NOT NULL,
	"field" text,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"keywords" text[] DEFAULT '{}' NOT NULL,
	"trl" smallint,
	"trl_evidence" text DEFAULT '' NOT NULL,
	"ip" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"inventors" text[] DEFAULT '{}' NOT NULL,
	"transfer_modes" text[] DEFAULT '{}' NOT NULL,
	"price_min_fen" bigint,
	"price_max_fen" bigint,
	"price_negotiable" boolean DEFAULT true NOT NULL,
	"comparison" text DEFAULT '' NOT NULL,
	"sought_partner" text DEFAULT '' NOT NULL,
	"next_step" text DEFAULT '' NOT NULL,
	"listed_at" timestamp (3) with time zone,
	"valid_until" timestamp (3) with time zone,
	"next_event_at" timestamp (3) with time zone,
	"external_id" text,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "achievement_number_unique" UNIQUE("number"),
	CONSTRAINT "achievement_state_known" CHECK ("achievement"."state" in ('draft', 'listed', 'in_negotiation', 'transferred', 'expired', 'withdrawn')),
	CONSTRAINT "achievement_trl" CHECK ("achievement"."trl" is null or "achievement"."trl" between 1 and 9),
	CONSTRAINT "achievement_price_order" CHECK ("achievement"."price_min_fen" is null or "achievement"."price_max_fen" is null or "achievement"."price_min_fen" <= "achievement"."price_max_fen")
);
--> statement-breakpoint
CREATE TABLE "achievement_metric" (
	"achievement_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"name" text NOT NULL,
	"value" double precision NOT NULL,
	"value_to" double precision,
	"unit" text NOT NULL,
	"condition" text DEFAULT '' NOT NULL,
	"evidence" text DEFAULT '' NOT NULL,
	CONSTRAINT "achievement_metric_achievement_id_position_pk" PRIMARY KEY("achievement_id","position")
);
--> statement-breakpoint
CREATE TABLE "capability" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" text,
	"state" text DEFAULT 'draft' NOT NULL,
	"organization_id" uuid NOT NULL,
	"created_by" uuid NOT NULL,
	"title" text NOT NULL,
	"abstract" text NOT NULL,
	"service_kind" text DEFAULT 'testing' NOT NULL,
	"field" text,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"keywords" text[] DEFAULT '{}' NOT NULL,
	"instruments" text DEFAULT '' NOT NULL,
	"marks" text[] DEFAULT '{}' NOT NULL,
	"trl" smallint,
	"price_fen" bigint,
	"price_unit" text DEFAULT 'quote' NOT NULL,
	"lead_time_days" integer,
	"listed_at" timestamp (3) with time zone,
	"valid_until" timestamp (3) with time zone,
	"next_event_at" timestamp (3) with time zone,
	"external_id" text,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "capability_number_unique" UNIQUE("number"),
	CONSTRAINT "capability_state_known" CHECK ("capability"."state" in ('draft', 'listed', 'expired', 'withdrawn')),
	CONSTRAINT "capability_service_known" CHECK ("capability"."service_kind" in ('proof_of_concept', 'set_up', 'trial_production', 'process_innovation', 'testing', 'instrument', 'computing'))
);
--> statement-breakpoint
CREATE TABLE "capability_metric" (
	"capability_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"name" text NOT NULL,
	"value" double precision NOT NULL,
	"value_to" double precision,
	"unit" text NOT NULL,
	"condition" text DEFAULT '' NOT NULL,
	"evidence" text DEFAULT '' NOT NULL,
	CONSTRAINT "capability_metric_capability_id_position_pk" PRIMARY KEY("capability_id","position")
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "mail_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"sent" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_document" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"sequence" bigint NOT NULL,
	"document" jsonb,
	"terms" jsonb,
	"indexed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "search_document_sequence_unique" UNIQUE("sequence")
);
--> statement-breakpoint
CREATE TABLE "search_total" (
	"id" integer PRIMARY KEY NOT NULL,
	"documents" integer DEFAULT 0 NOT NULL,
	"lengths" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "term_frequency" (
	"key" text PRIMARY KEY NOT NULL,
	"documents" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "bid" ADD CONSTRAINT "bid_challenge_id_challenge_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."challenge"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bid" ADD CONSTRAINT "bid_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bid" ADD CONSTRAINT "bid_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bid_commitment" ADD CONSTRAINT "bid_commitment_bid_id_bid_id_fk" FOREIGN KEY ("bid_id") REFERENCES "public"."bid"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bid_content" ADD CONSTRAINT "bid_content_bid_id_bid_id_fk" FOREIGN KEY ("bid_id") REFERENCES "public"."bid"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bid_draft" ADD CONSTRAINT "bid_draft_bid_id_bid_id_fk" FOREIGN KEY ("bid_id") REFERENCES "public"."bid"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bid_envelope" ADD CONSTRAINT "bid_envelope_bid_id_bid_id_fk" FOREIGN KEY ("bid_id") REFERENCES "public"."bid"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bid_envelope" ADD CONSTRAINT "bid_envelope_submitted_by_person_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closing_list" ADD CONSTRAINT "closing_list_challenge_id_challenge_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."challenge"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge_criterion" ADD CONSTRAINT "challenge_criterion_challenge_id_challenge_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."challenge"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge_seal" ADD CONSTRAINT "challenge_seal_challenge_id_challenge_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."challenge"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge_target" ADD CONSTRAINT "challenge_target_challenge_id_challenge_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."challenge"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_challenge_id_challenge_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."challenge"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_award_id_award_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."award"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_reviewer_id_person_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_cost" ADD CONSTRAINT "contract_cost_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_entry" ADD CONSTRAINT "contract_entry_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_entry_share" ADD CONSTRAINT "contract_entry_share_entry_id_contract_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."contract_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_party" ADD CONSTRAINT "contract_party_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_party" ADD CONSTRAINT "contract_party_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_signature" ADD CONSTRAINT "contract_signature_contract_id_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contract"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_signature" ADD CONSTRAINT "contract_signature_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award" ADD CONSTRAINT "award_challenge_id_challenge_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."challenge"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award" ADD CONSTRAINT "award_bid_id_bid_id_fk" FOREIGN KEY ("bid_id") REFERENCES "public"."bid"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "judge" ADD CONSTRAINT "judge_challenge_id_challenge_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."challenge"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "judge" ADD CONSTRAINT "judge_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score" ADD CONSTRAINT "score_judge_id_judge_id_fk" FOREIGN KEY ("judge_id") REFERENCES "public"."judge"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score" ADD CONSTRAINT "score_bid_id_bid_id_fk" FOREIGN KEY ("bid_id") REFERENCES "public"."bid"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_role" ADD CONSTRAINT "staff_role_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "achievement" ADD CONSTRAINT "achievement_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "achievement" ADD CONSTRAINT "achievement_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "achievement_metric" ADD CONSTRAINT "achievement_metric_achievement_id_achievement_id_fk" FOREIGN KEY ("achievement_id") REFERENCES "public"."achievement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capability" ADD CONSTRAINT "capability_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capability" ADD CONSTRAINT "capability_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "capability_metric" ADD CONSTRAINT "capability_metric_capability_id_capability_id_fk" FOREIGN KEY ("capability_id") REFERENCES "public"."capability"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bid_one_per_solver" ON "bid" USING btree ("challenge_id","organization_id");--> statement-breakpoint
CREATE INDEX "bid_organization" ON "bid" USING btree ("organization_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "bid_envelope_one_live" ON "bid_envelope" USING btree ("bid_id") WHERE "bid_envelope"."state" = 'live';--> statement-breakpoint
CREATE UNIQUE INDEX "challenge_external" ON "challenge" USING btree ("organization_id","external_id");--> statement-breakpoint
CREATE INDEX "challenge_list" ON "challenge" USING btree ("state","bid_deadline","id");--> statement-breakpoint
CREATE INDEX "challenge_published" ON "challenge" USING btree ("published_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "challenge_organization" ON "challenge" USING btree ("organization_id","state");--> statement-breakpoint
CREATE INDEX "challenge_due" ON "challenge" USING btree ("next_event_at") WHERE "challenge"."next_event_at" is not null;--> statement-breakpoint
CREATE INDEX "contract_queue" ON "contract" USING btree ("state","review_due_at");--> statement-breakpoint
CREATE INDEX "contract_registered" ON "contract" USING btree ("registered_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "contract_entry_period" ON "contract_entry" USING btree ("period","id");--> statement-breakpoint
CREATE INDEX "contract_entry_contract" ON "contract_entry" USING btree ("contract_id");--> statement-breakpoint
CREATE UNIQUE INDEX "contract_entry_one_registration" ON "contract_entry" USING btree ("contract_id") WHERE "contract_entry"."type" = 'registration';--> statement-breakpoint
CREATE INDEX "contract_entry_share_region" ON "contract_entry_share" USING btree ("region","side");--> statement-breakpoint
CREATE INDEX "contract_party_organization" ON "contract_party" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "award_challenge" ON "award" USING btree ("challenge_id");--> statement-breakpoint
CREATE INDEX "judge_person" ON "judge" USING btree ("person_id","state");--> statement-breakpoint
CREATE INDEX "judge_challenge" ON "judge" USING btree ("challenge_id");--> statement-breakpoint
CREATE INDEX "event_subject" ON "event" USING btree ("subject_type","subject_id","id");--> statement-breakpoint
CREATE INDEX "event_person" ON "event" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "event_type" ON "event" USING btree ("type","id");--> statement-breakpoint
CREATE INDEX "api_token_person" ON "api_token" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "membership_organization" ON "membership" USING btree ("organization_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organization_code" ON "organization" USING btree ("code");--> statement-breakpoint
CREATE INDEX "organization_state" ON "organization" USING btree ("state","id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_email" ON "person" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "session_person" ON "session" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "achievement_external" ON "achievement" USING btree ("organization_id","external_id");--> statement-breakpoint
CREATE INDEX "achievement_list" ON "achievement" USING btree ("state","listed_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "achievement_organization" ON "achievement" USING btree ("organization_id","state");--> statement-breakpoint
CREATE INDEX "achievement_due" ON "achievement" USING btree ("next_event_at") WHERE "achievement"."next_event_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "capability_external" ON "capability" USING btree ("organization_id","external_id");--> statement-breakpoint
CREATE INDEX "capability_list" ON "capability" USING btree ("state","listed_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "capability_organization" ON "capability" USING btree ("organization_id","state");--> statement-breakpoint
CREATE INDEX "capability_due" ON "capability" USING btree ("next_event_at") WHERE "capability"."next_event_at" is not null;--> statement-breakpoint
CREATE INDEX "search_document_kind" ON "search_document" USING btree ("kind","id");