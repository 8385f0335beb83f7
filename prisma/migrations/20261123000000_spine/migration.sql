-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "code_entry" (
    "list" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "zh" TEXT NOT NULL,
    "en" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "parent" TEXT,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "sort" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "code_entry_pkey" PRIMARY KEY ("list","code","valid_from")
);

-- CreateTable
CREATE TABLE "district" (
    "id" TEXT NOT NULL,
    "zh" TEXT NOT NULL,
    "en" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "predecessor_id" TEXT,
    "sort" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "district_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "industry_flag" (
    "id" UUID NOT NULL,
    "industry_code" TEXT NOT NULL,
    "district_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "pillar" BOOLEAN NOT NULL DEFAULT false,
    "local_characteristic" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT,

    CONSTRAINT "industry_flag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "day" DATE NOT NULL,
    "working" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL,
    "set_by_id" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "parameter" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "value" JSONB NOT NULL,
    "unit" TEXT,
    "basis" TEXT NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,

    CONSTRAINT "parameter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "form_version" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "title" JSONB NOT NULL,
    "definition" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "form_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "score_sheet" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "title" JSONB NOT NULL,
    "criteria" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "score_sheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator_set" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "title" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "indicator_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator" (
    "id" UUID NOT NULL,
    "indicator_set_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "level1" TEXT NOT NULL,
    "level2" TEXT NOT NULL,
    "zh" TEXT NOT NULL,
    "en" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "weight" DECIMAL(6,2) NOT NULL,
    "default_target" TEXT,
    "dimensions" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation_rule" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evaluation_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incentive_rule" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "link" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "administered_by" TEXT NOT NULL,
    "rate" DECIMAL(9,4),
    "cap" DECIMAL(18,2),
    "conditions" JSONB NOT NULL DEFAULT '{}',
    "basis" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "budget" DECIMAL(18,2),

    CONSTRAINT "incentive_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_template" (
    "id" UUID NOT NULL,
    "mode" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "password_hash" TEXT,
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "phone_enc" TEXT,
    "email_enc" TEXT,
    "status" TEXT NOT NULL DEFAULT 'active',
    "failed_logins" INTEGER NOT NULL DEFAULT 0,
    "slow_until" TIMESTAMPTZ(3),
    "password_changed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "unit_id" UUID,
    "district_id" TEXT,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),
    "granted_by_id" UUID,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login_counter" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "login_counter_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "known_browser" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "known_browser_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_link" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "subject_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_counter" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,
    "window_start" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_counter_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "security_log" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "actor_id" UUID,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "security_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" UUID NOT NULL,
    "uscc" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "type" TEXT NOT NULL,
    "labels" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "address" TEXT,
    "district_id" TEXT NOT NULL,
    "administrative_district_id" TEXT NOT NULL,
    "managing_unit_id" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'registered',
    "contact_name" TEXT,
    "contact_phone_enc" TEXT,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_district" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "administrative_district_id" TEXT NOT NULL,
    "managing_unit_id" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "unit_district_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "expert" (
    "user_id" UUID NOT NULL,
    "employer" TEXT NOT NULL,
    "employer_unit_id" UUID,
    "title" TEXT NOT NULL,
    "specialties" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "finance" BOOLEAN NOT NULL DEFAULT false,
    "identity_enc" TEXT,
    "bank_enc" TEXT,
    "status" TEXT NOT NULL DEFAULT 'active',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "expert_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "expert_conflict" (
    "id" UUID NOT NULL,
    "expert_id" UUID NOT NULL,
    "unit_id" UUID,
    "partner_id" UUID,
    "kind" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "note" TEXT,

    CONSTRAINT "expert_conflict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "partner" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "country_code" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "partner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "carrier" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "country_code" TEXT,
    "district_id" TEXT,
    "unit_id" UUID,
    "valid_from" DATE,
    "valid_to" DATE,
    "source" TEXT,

    CONSTRAINT "carrier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "title_en" TEXT,
    "year" INTEGER NOT NULL,
    "programme_level" TEXT NOT NULL DEFAULT 'city',
    "status" TEXT NOT NULL DEFAULT 'draft',
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "district_closes_at" TIMESTAMPTZ(3) NOT NULL,
    "budget" DECIMAL(18,2) NOT NULL,
    "max_per_unit" INTEGER NOT NULL DEFAULT 2,
    "light_profile" BOOLEAN NOT NULL DEFAULT false,
    "publicity_days" INTEGER NOT NULL DEFAULT 5,
    "description" TEXT NOT NULL DEFAULT '',
    "form_version_id" UUID NOT NULL,
    "score_sheet_id" UUID NOT NULL,
    "indicator_set_id" UUID NOT NULL,
    "evaluation_rule_id" UUID NOT NULL,
    "parameters" JSONB NOT NULL DEFAULT '{}',
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_quota" (
    "call_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "quota" INTEGER NOT NULL,

    CONSTRAINT "call_quota_pkey" PRIMARY KEY ("call_id","district_id")
);

-- CreateTable
CREATE TABLE "call_extension" (
    "id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "granted_by_id" UUID NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "call_extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project" (
    "id" UUID NOT NULL,
    "number" TEXT,
    "title" TEXT NOT NULL,
    "title_en" TEXT,
    "origin" TEXT NOT NULL,
    "call_id" UUID,
    "registration_id" UUID,
    "upper_document_number" TEXT,
    "programme_level" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "unit_name" TEXT NOT NULL,
    "district_id" TEXT NOT NULL,
    "administrative_district_id" TEXT NOT NULL,
    "managing_unit_id" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "sub_status" TEXT,
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "turn_role" TEXT,
    "turn_since" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "year" INTEGER NOT NULL,
    "country_code" TEXT NOT NULL,
    "industry_code" TEXT NOT NULL,
    "secondary_industry_code" TEXT,
    "cooperation_mode" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "investigator_name" TEXT NOT NULL DEFAULT '',
    "starts_on" DATE,
    "ends_on" DATE,
    "grant_amount" DECIMAL(18,2) NOT NULL DEFAULT 0,
    "own_amount" DECIMAL(18,2) NOT NULL DEFAULT 0,
    "budget_total" DECIMAL(18,2) NOT NULL DEFAULT 0,
    "adjusted_budget" DECIMAL(18,2) NOT NULL DEFAULT 0,
    "spent_amount" DECIMAL(18,2) NOT NULL DEFAULT 0,
    "light_profile" BOOLEAN NOT NULL DEFAULT false,
    "returned_from" TEXT,
    "district_opened_at" TIMESTAMPTZ(3),
    "supplement_used" BOOLEAN NOT NULL DEFAULT false,
    "rectification_used" BOOLEAN NOT NULL DEFAULT false,
    "consent_pending" TEXT,
    "acceptance_result" TEXT,
    "final_score" DECIMAL(6,2),
    "grade" TEXT,
    "archived_by" TEXT,
    "tracking_needed" BOOLEAN NOT NULL DEFAULT true,
    "case_officer_id" UUID,
    "indicator_set_id" UUID,
    "evaluation_rule_id" UUID,
    "blind_mode" TEXT NOT NULL DEFAULT 'online',
    "search_text" TEXT NOT NULL DEFAULT '',
    "search_grams" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_hand" (
    "project_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "project_hand_pkey" PRIMARY KEY ("project_id","user_id","part")
);

-- CreateTable
CREATE TABLE "project_partner" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "partner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "country_code" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "project_partner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_member" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "title" TEXT,
    "tasks" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "project_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "funding_line" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "amount" DECIMAL(18,2) NOT NULL,
    "currency" TEXT NOT NULL DEFAULT 'CNY',
    "original_amount" DECIMAL(18,2) NOT NULL,
    "rate" DECIMAL(18,8) NOT NULL DEFAULT 1,
    "rate_on" DATE,
    "kind" TEXT NOT NULL DEFAULT 'planned',

    CONSTRAINT "funding_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "form_version_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "content_hash" TEXT NOT NULL,
    "saved_by_id" UUID NOT NULL,
    "saved_by_name" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "return_note" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID,
    "field" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "by_role" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "return_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "opinion" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',
    "by_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "by_role" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "minutes_number" TEXT,

    CONSTRAINT "opinion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registration" (
    "id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "file_name" TEXT,
    "rows" JSONB NOT NULL,
    "row_count" INTEGER NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_by_id" UUID NOT NULL,
    "created_by_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by_id" UUID,
    "confirmed_by_name" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proxy_decision" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "minutes_number" TEXT NOT NULL,
    "scan_file_id" UUID,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "recorded_by_id" UUID NOT NULL,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by_id" UUID,
    "confirmed_by_name" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "proxy_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "panel" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "route" TEXT NOT NULL,
    "score_sheet_id" UUID,
    "conflicts_cleared_at" TIMESTAMPTZ(3),
    "formed_by_id" UUID NOT NULL,
    "formed_by_name" TEXT NOT NULL,
    "formed_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "panel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "panel_id" UUID NOT NULL,
    "expert_id" UUID NOT NULL,
    "expert_name" TEXT NOT NULL,
    "seat" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'invited',
    "declared_at" TIMESTAMPTZ(3),
    "declaration" TEXT,
    "reason" TEXT,
    "replaced_by_id" UUID,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "scores" JSONB,
    "total" DECIMAL(6,2),
    "verdict" TEXT,
    "comment" TEXT,
    "signed_name" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "public_notice" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "amount" DECIMAL(18,2) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "public_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objection" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'filed',
    "filer_name_enc" TEXT NOT NULL,
    "filer_phone_enc" TEXT NOT NULL,
    "filer_unit" TEXT,
    "content" TEXT NOT NULL,
    "filed_at" TIMESTAMPTZ(3) NOT NULL,
    "handled_by_id" UUID,
    "handled_by_name" TEXT,
    "handled_at" TIMESTAMPTZ(3),
    "finding" TEXT,
    "due_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contract" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'drafting',
    "content" JSONB NOT NULL,
    "content_hash" TEXT,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "effective_at" TIMESTAMPTZ(3),
    "change_request_id" UUID,

    CONSTRAINT "contract_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signature" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "contract_id" UUID NOT NULL,
    "party" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "by_role" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "content_hash" TEXT NOT NULL,
    "file_id" UUID,

    CONSTRAINT "signature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "baseline" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "cause" TEXT NOT NULL,
    "change_request_id" UUID,
    "indicator_set_id" UUID NOT NULL,
    "frozen_at" TIMESTAMPTZ(3) NOT NULL,
    "frozen_by_id" UUID NOT NULL,

    CONSTRAINT "baseline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "baseline_id" UUID NOT NULL,
    "indicator_code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "level1" TEXT NOT NULL,
    "level2" TEXT NOT NULL,
    "zh" TEXT NOT NULL,
    "en" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "numerator" DECIMAL(18,4),
    "denominator" DECIMAL(18,4),
    "weight" DECIMAL(6,2) NOT NULL,
    "core" BOOLEAN NOT NULL DEFAULT false,
    "dimensions" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "technology" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "position" INTEGER NOT NULL,
    "weight" DECIMAL(6,4) NOT NULL,
    "main" BOOLEAN NOT NULL DEFAULT false,
    "mastery" INTEGER NOT NULL DEFAULT 0,
    "mastery_note" TEXT,
    "mastery_at" TIMESTAMPTZ(3),
    "trl_scale_id" TEXT NOT NULL,
    "trl_start" INTEGER,
    "trl_now" INTEGER,
    "points_total" INTEGER,
    "template_id" UUID NOT NULL,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "technology_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_link" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "technology_id" UUID NOT NULL,
    "link" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "planned_from" DATE,
    "planned_to" DATE NOT NULL,
    "actual_from" DATE,
    "actual_to" DATE,
    "status" TEXT NOT NULL DEFAULT 'open',
    "cost" DECIMAL(18,2) NOT NULL DEFAULT 0,
    "returned_reason" TEXT,
    "submitted_by_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "confirmed_by_id" UUID,
    "confirmed_by_name" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ledger_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_figure" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "ledger_link_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "value" DECIMAL(18,4) NOT NULL,
    "numerator" DECIMAL(18,4),
    "denominator" DECIMAL(18,4),
    "unit" TEXT NOT NULL,
    "basis" TEXT,
    "as_of" DATE NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "ledger_link_id" UUID NOT NULL,
    "criterion_code" TEXT NOT NULL,
    "file_id" UUID,
    "description" TEXT NOT NULL,
    "dated_on" DATE NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'submitted',
    "reviewed_by_id" UUID,
    "reviewed_by_name" TEXT,
    "reviewed_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "milestone" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "planned_on" DATE NOT NULL,
    "done_on" DATE,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ip_right" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "number" TEXT,
    "dated_on" DATE NOT NULL,
    "file_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ip_right_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change_request" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "reason" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "requested_by_name" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "district_opinion" TEXT,
    "decided_by_id" UUID,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "change_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "periodic_report" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "period" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "form_version_id" UUID NOT NULL,
    "content" JSONB NOT NULL DEFAULT '{}',
    "content_hash" TEXT,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_by_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "confirmed_by_id" UUID,
    "confirmed_by_name" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "returned_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "periodic_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mid_term_check" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'planned',
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "content" JSONB NOT NULL DEFAULT '{}',
    "result" TEXT,
    "opinion" TEXT,
    "checked_by_id" UUID,
    "checked_by_name" TEXT,
    "checked_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "mid_term_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tranche" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "condition" TEXT NOT NULL,
    "amount" DECIMAL(18,2) NOT NULL,
    "planned_on" DATE,
    "status" TEXT NOT NULL DEFAULT 'planned',
    "contract_version" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "tranche_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "tranche_id" UUID,
    "purpose" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'issued',
    "amount" DECIMAL(18,2) NOT NULL,
    "currency" TEXT NOT NULL DEFAULT 'CNY',
    "original_amount" DECIMAL(18,2) NOT NULL,
    "rate" DECIMAL(18,8) NOT NULL DEFAULT 1,
    "rate_on" DATE,
    "document_number" TEXT,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "issued_by_id" UUID NOT NULL,
    "at_district_finance_at" TIMESTAMPTZ(3),
    "received_at" TIMESTAMPTZ(3),
    "received_by_id" UUID,
    "held_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refund" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "computed_amount" DECIMAL(18,2) NOT NULL,
    "amount" DECIMAL(18,2) NOT NULL,
    "paid_amount" DECIMAL(18,2) NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL DEFAULT 'computed',
    "notified_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "settled_by_id" UUID,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "acceptance" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'filing',
    "round" INTEGER NOT NULL DEFAULT 1,
    "content" JSONB NOT NULL DEFAULT '{}',
    "content_hash" TEXT,
    "upper_level" BOOLEAN NOT NULL DEFAULT false,
    "upper_document" TEXT,
    "proposed_result" TEXT,
    "result" TEXT,
    "vote_summary" JSONB,
    "opinion" TEXT,
    "filed_by_id" UUID,
    "filed_at" TIMESTAMPTZ(3),
    "district_confirmed_by_id" UUID,
    "district_confirmed_at" TIMESTAMPTZ(3),
    "rectification_order" TEXT,
    "rectification_due_at" TIMESTAMPTZ(3),
    "rectification_report" TEXT,
    "certificate_number" TEXT,
    "concluded_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "acceptance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'self',
    "baseline_id" UUID NOT NULL,
    "baseline_version" INTEGER NOT NULL,
    "evaluation_rule_id" UUID NOT NULL,
    "formula_version" INTEGER NOT NULL,
    "indicator_set_id" UUID NOT NULL,
    "budget" DECIMAL(18,2) NOT NULL,
    "spent" DECIMAL(18,2) NOT NULL,
    "self_total" DECIMAL(6,2),
    "total" DECIMAL(6,2),
    "subtotals" JSONB,
    "grade" TEXT,
    "self_by_id" UUID,
    "self_at" TIMESTAMPTZ(3),
    "audited_by_id" UUID,
    "audited_by_name" TEXT,
    "audited_at" TIMESTAMPTZ(3),
    "opinion" TEXT,
    "final_by_id" UUID,
    "final_by_name" TEXT,
    "final_at" TIMESTAMPTZ(3),
    "frozen" JSONB,
    "frozen_hash" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "evaluation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation_line" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "evaluation_id" UUID NOT NULL,
    "target_id" UUID,
    "indicator_code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "target_value" TEXT NOT NULL,
    "weight" DECIMAL(6,2) NOT NULL,
    "self_value" TEXT,
    "audited_value" TEXT,
    "not_applicable" BOOLEAN NOT NULL DEFAULT false,
    "deduction_percent" INTEGER NOT NULL DEFAULT 0,
    "deduction_reason" TEXT,
    "cause_code" TEXT,
    "reason" TEXT,
    "improvement" TEXT,
    "self_score" DECIMAL(6,2),
    "score" DECIMAL(6,2),
    "formula_version" INTEGER NOT NULL,
    "baseline_version" INTEGER NOT NULL,

    CONSTRAINT "evaluation_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consequence" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "consequence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "integrity_case" (
    "id" UUID NOT NULL,
    "unit_id" UUID,
    "person_name" TEXT,
    "expert_id" UUID,
    "violation_code" TEXT NOT NULL,
    "code_version" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'opened',
    "measure" TEXT,
    "ban_from" DATE,
    "ban_to" DATE,
    "basis" TEXT NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "integrity_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duty" (
    "id" UUID NOT NULL,
    "project_id" UUID,
    "unit_id" UUID,
    "district_id" TEXT,
    "kind" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "holder_role" TEXT NOT NULL,
    "holder_user_id" UUID,
    "period" TEXT NOT NULL DEFAULT '',
    "since" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "returned" BOOLEAN NOT NULL DEFAULT false,
    "status" TEXT NOT NULL DEFAULT 'open',
    "done_at" TIMESTAMPTZ(3),
    "done_by_id" UUID,
    "params" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "duty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "duty_id" UUID NOT NULL,
    "project_id" UUID,
    "unit_id" UUID,
    "district_id" TEXT,
    "offset_days" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "original_name" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "uploaded_by_name" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,
    "unit_id" UUID,
    "district_id" TEXT,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_link" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "file_id" UUID NOT NULL,
    "document_kind" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "audience" TEXT NOT NULL DEFAULT 'parties',
    "linked_by_id" UUID NOT NULL,
    "linked_by_name" TEXT NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "file_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "seq" BIGINT NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "command" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "code" TEXT,
    "transition" TEXT,
    "from_state" TEXT,
    "to_state" TEXT,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL,
    "project_id" UUID,
    "unit_id" UUID,
    "district_id" TEXT,
    "subject_type" TEXT,
    "subject_id" UUID,
    "params" JSONB NOT NULL,
    "reason" TEXT,
    "file_hashes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "audience" TEXT NOT NULL DEFAULT 'parties',
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "event_head" (
    "id" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "event_head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "actor_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "answer" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("actor_id","key")
);

-- CreateTable
CREATE TABLE "reported_figure" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "table_name" TEXT NOT NULL,
    "row_code" TEXT NOT NULL,
    "column_code" TEXT NOT NULL,
    "amount" DECIMAL(18,2) NOT NULL,
    "note" TEXT,

    CONSTRAINT "reported_figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "historical_project" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "country_code" TEXT NOT NULL,
    "industry_code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "corrected_title" TEXT,
    "note" TEXT,

    CONSTRAINT "historical_project_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "industry_flag_industry_code_district_id_year_key" ON "industry_flag"("industry_code", "district_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "parameter_key_version_key" ON "parameter"("key", "version");

-- CreateIndex
CREATE UNIQUE INDEX "form_version_code_version_key" ON "form_version"("code", "version");

-- CreateIndex
CREATE UNIQUE INDEX "score_sheet_code_version_key" ON "score_sheet"("code", "version");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_set_code_version_key" ON "indicator_set"("code", "version");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_indicator_set_id_code_key" ON "indicator"("indicator_set_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_rule_code_version_key" ON "evaluation_rule"("code", "version");

-- CreateIndex
CREATE UNIQUE INDEX "incentive_rule_code_version_key" ON "incentive_rule"("code", "version");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_template_mode_version_key" ON "ledger_template"("mode", "version");

-- CreateIndex
CREATE UNIQUE INDEX "user_account_username_key" ON "user_account"("username");

-- CreateIndex
CREATE INDEX "membership_user_id_valid_to_idx" ON "membership"("user_id", "valid_to");

-- CreateIndex
CREATE INDEX "membership_unit_id_idx" ON "membership"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_user_id_ended_at_idx" ON "session"("user_id", "ended_at");

-- CreateIndex
CREATE UNIQUE INDEX "known_browser_token_hash_key" ON "known_browser"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "access_link_token_hash_key" ON "access_link"("token_hash");

-- CreateIndex
CREATE INDEX "security_log_at_idx" ON "security_log"("at");

-- CreateIndex
CREATE UNIQUE INDEX "unit_uscc_key" ON "unit"("uscc");

-- CreateIndex
CREATE INDEX "unit_district_id_idx" ON "unit"("district_id");

-- CreateIndex
CREATE UNIQUE INDEX "call_code_key" ON "call"("code");

-- CreateIndex
CREATE UNIQUE INDEX "call_extension_call_id_unit_id_key" ON "call_extension"("call_id", "unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_number_key" ON "project"("number");

-- CreateIndex
CREATE INDEX "project_state_updated_at_id_idx" ON "project"("state", "updated_at" DESC, "id");

-- CreateIndex
CREATE INDEX "project_updated_at_id_idx" ON "project"("updated_at" DESC, "id");

-- CreateIndex
CREATE INDEX "project_unit_id_updated_at_id_idx" ON "project"("unit_id", "updated_at" DESC, "id");

-- CreateIndex
CREATE INDEX "project_district_id_updated_at_id_idx" ON "project"("district_id", "updated_at" DESC, "id");

-- CreateIndex
CREATE INDEX "project_due_at_idx" ON "project"("due_at");

-- CreateIndex
CREATE INDEX "project_search_grams_idx" ON "project" USING GIN ("search_grams");

-- CreateIndex
CREATE INDEX "project_partner_project_id_idx" ON "project_partner"("project_id");

-- CreateIndex
CREATE INDEX "project_member_project_id_idx" ON "project_member"("project_id");

-- CreateIndex
CREATE INDEX "funding_line_district_id_year_idx" ON "funding_line"("district_id", "year");

-- CreateIndex
CREATE INDEX "funding_line_project_id_idx" ON "funding_line"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_project_id_version_key" ON "proposal"("project_id", "version");

-- CreateIndex
CREATE INDEX "return_note_project_id_idx" ON "return_note"("project_id");

-- CreateIndex
CREATE INDEX "opinion_project_id_kind_idx" ON "opinion"("project_id", "kind");

-- CreateIndex
CREATE INDEX "proxy_decision_project_id_idx" ON "proxy_decision"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "panel_project_id_purpose_round_key" ON "panel"("project_id", "purpose", "round");

-- CreateIndex
CREATE INDEX "assignment_expert_id_status_idx" ON "assignment"("expert_id", "status");

-- CreateIndex
CREATE INDEX "assignment_project_id_idx" ON "assignment"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "assignment_panel_id_seat_key" ON "assignment"("panel_id", "seat");

-- CreateIndex
CREATE INDEX "public_notice_project_id_idx" ON "public_notice"("project_id");

-- CreateIndex
CREATE INDEX "objection_project_id_idx" ON "objection"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "contract_project_id_version_key" ON "contract"("project_id", "version");

-- CreateIndex
CREATE INDEX "signature_project_id_idx" ON "signature"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "signature_contract_id_party_key" ON "signature"("contract_id", "party");

-- CreateIndex
CREATE UNIQUE INDEX "baseline_project_id_version_key" ON "baseline"("project_id", "version");

-- CreateIndex
CREATE INDEX "target_project_id_idx" ON "target"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "target_baseline_id_indicator_code_key" ON "target"("baseline_id", "indicator_code");

-- CreateIndex
CREATE UNIQUE INDEX "technology_project_id_position_key" ON "technology"("project_id", "position");

-- CreateIndex
CREATE INDEX "ledger_link_status_planned_to_idx" ON "ledger_link"("status", "planned_to");

-- CreateIndex
CREATE INDEX "ledger_link_project_id_idx" ON "ledger_link"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_link_technology_id_link_key" ON "ledger_link"("technology_id", "link");

-- CreateIndex
CREATE INDEX "ledger_figure_ledger_link_id_code_as_of_idx" ON "ledger_figure"("ledger_link_id", "code", "as_of");

-- CreateIndex
CREATE INDEX "ledger_figure_project_id_idx" ON "ledger_figure"("project_id");

-- CreateIndex
CREATE INDEX "evidence_project_id_idx" ON "evidence"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_ledger_link_id_criterion_code_file_id_key" ON "evidence"("ledger_link_id", "criterion_code", "file_id");

-- CreateIndex
CREATE INDEX "milestone_project_id_idx" ON "milestone"("project_id");

-- CreateIndex
CREATE INDEX "ip_right_project_id_idx" ON "ip_right"("project_id");

-- CreateIndex
CREATE INDEX "change_request_project_id_status_idx" ON "change_request"("project_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "periodic_report_project_id_kind_period_key" ON "periodic_report"("project_id", "kind", "period");

-- CreateIndex
CREATE INDEX "mid_term_check_project_id_idx" ON "mid_term_check"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "tranche_project_id_seq_key" ON "tranche"("project_id", "seq");

-- CreateIndex
CREATE INDEX "payment_project_id_idx" ON "payment"("project_id");

-- CreateIndex
CREATE INDEX "refund_project_id_idx" ON "refund"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "acceptance_certificate_number_key" ON "acceptance"("certificate_number");

-- CreateIndex
CREATE UNIQUE INDEX "acceptance_project_id_key" ON "acceptance"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_project_id_round_key" ON "evaluation"("project_id", "round");

-- CreateIndex
CREATE INDEX "evaluation_line_project_id_idx" ON "evaluation_line"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "evaluation_line_evaluation_id_indicator_code_key" ON "evaluation_line"("evaluation_id", "indicator_code");

-- CreateIndex
CREATE INDEX "consequence_project_id_idx" ON "consequence"("project_id");

-- CreateIndex
CREATE INDEX "integrity_case_unit_id_status_idx" ON "integrity_case"("unit_id", "status");

-- CreateIndex
CREATE INDEX "duty_status_holder_role_due_at_idx" ON "duty"("status", "holder_role", "due_at");

-- CreateIndex
CREATE INDEX "duty_project_id_status_idx" ON "duty"("project_id", "status");

-- CreateIndex
CREATE INDEX "duty_done_by_id_done_at_idx" ON "duty"("done_by_id", "done_at");

-- CreateIndex
CREATE INDEX "duty_holder_user_id_status_idx" ON "duty"("holder_user_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "duty_kind_subject_id_holder_role_period_since_key" ON "duty"("kind", "subject_id", "holder_role", "period", "since");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_key_key" ON "reminder"("key");

-- CreateIndex
CREATE INDEX "reminder_at_idx" ON "reminder"("at");

-- CreateIndex
CREATE UNIQUE INDEX "stored_file_storage_key_key" ON "stored_file"("storage_key");

-- CreateIndex
CREATE INDEX "stored_file_sha256_idx" ON "stored_file"("sha256");

-- CreateIndex
CREATE INDEX "file_link_file_id_idx" ON "file_link"("file_id");

-- CreateIndex
CREATE INDEX "file_link_project_id_idx" ON "file_link"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_id_key" ON "event"("id");

-- CreateIndex
CREATE INDEX "event_project_id_seq_idx" ON "event"("project_id", "seq");

-- CreateIndex
CREATE INDEX "event_actor_id_seq_idx" ON "event"("actor_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "reported_figure_source_table_name_row_code_column_code_key" ON "reported_figure"("source", "table_name", "row_code", "column_code");

-- CreateIndex
CREATE UNIQUE INDEX "historical_project_source_position_key" ON "historical_project"("source", "position");

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_indicator_set_id_fkey" FOREIGN KEY ("indicator_set_id") REFERENCES "indicator_set"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "district"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "known_browser" ADD CONSTRAINT "known_browser_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_link" ADD CONSTRAINT "access_link_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "district"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_district" ADD CONSTRAINT "unit_district_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expert" ADD CONSTRAINT "expert_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expert_conflict" ADD CONSTRAINT "expert_conflict_expert_id_fkey" FOREIGN KEY ("expert_id") REFERENCES "expert"("user_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expert_conflict" ADD CONSTRAINT "expert_conflict_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expert_conflict" ADD CONSTRAINT "expert_conflict_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "carrier" ADD CONSTRAINT "carrier_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_form_version_id_fkey" FOREIGN KEY ("form_version_id") REFERENCES "form_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_score_sheet_id_fkey" FOREIGN KEY ("score_sheet_id") REFERENCES "score_sheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_indicator_set_id_fkey" FOREIGN KEY ("indicator_set_id") REFERENCES "indicator_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_evaluation_rule_id_fkey" FOREIGN KEY ("evaluation_rule_id") REFERENCES "evaluation_rule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_quota" ADD CONSTRAINT "call_quota_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_extension" ADD CONSTRAINT "call_extension_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_district_id_fkey" FOREIGN KEY ("district_id") REFERENCES "district"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_indicator_set_id_fkey" FOREIGN KEY ("indicator_set_id") REFERENCES "indicator_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_evaluation_rule_id_fkey" FOREIGN KEY ("evaluation_rule_id") REFERENCES "evaluation_rule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_hand" ADD CONSTRAINT "project_hand_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_partner" ADD CONSTRAINT "project_partner_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_partner" ADD CONSTRAINT "project_partner_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_member" ADD CONSTRAINT "project_member_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "funding_line" ADD CONSTRAINT "funding_line_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_form_version_id_fkey" FOREIGN KEY ("form_version_id") REFERENCES "form_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_note" ADD CONSTRAINT "return_note_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opinion" ADD CONSTRAINT "opinion_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proxy_decision" ADD CONSTRAINT "proxy_decision_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel" ADD CONSTRAINT "panel_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "panel" ADD CONSTRAINT "panel_score_sheet_id_fkey" FOREIGN KEY ("score_sheet_id") REFERENCES "score_sheet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_panel_id_fkey" FOREIGN KEY ("panel_id") REFERENCES "panel"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_notice" ADD CONSTRAINT "public_notice_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection" ADD CONSTRAINT "objection_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signature" ADD CONSTRAINT "signature_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signature" ADD CONSTRAINT "signature_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "baseline" ADD CONSTRAINT "baseline_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_baseline_id_fkey" FOREIGN KEY ("baseline_id") REFERENCES "baseline"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "technology" ADD CONSTRAINT "technology_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "technology" ADD CONSTRAINT "technology_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "ledger_template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_link" ADD CONSTRAINT "ledger_link_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_link" ADD CONSTRAINT "ledger_link_technology_id_fkey" FOREIGN KEY ("technology_id") REFERENCES "technology"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_figure" ADD CONSTRAINT "ledger_figure_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_figure" ADD CONSTRAINT "ledger_figure_ledger_link_id_fkey" FOREIGN KEY ("ledger_link_id") REFERENCES "ledger_link"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_ledger_link_id_fkey" FOREIGN KEY ("ledger_link_id") REFERENCES "ledger_link"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ip_right" ADD CONSTRAINT "ip_right_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_request" ADD CONSTRAINT "change_request_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "periodic_report" ADD CONSTRAINT "periodic_report_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "periodic_report" ADD CONSTRAINT "periodic_report_form_version_id_fkey" FOREIGN KEY ("form_version_id") REFERENCES "form_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mid_term_check" ADD CONSTRAINT "mid_term_check_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tranche" ADD CONSTRAINT "tranche_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_tranche_id_fkey" FOREIGN KEY ("tranche_id") REFERENCES "tranche"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acceptance" ADD CONSTRAINT "acceptance_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_baseline_id_fkey" FOREIGN KEY ("baseline_id") REFERENCES "baseline"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_evaluation_rule_id_fkey" FOREIGN KEY ("evaluation_rule_id") REFERENCES "evaluation_rule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_indicator_set_id_fkey" FOREIGN KEY ("indicator_set_id") REFERENCES "indicator_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_line" ADD CONSTRAINT "evaluation_line_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_line" ADD CONSTRAINT "evaluation_line_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_line" ADD CONSTRAINT "evaluation_line_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consequence" ADD CONSTRAINT "consequence_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "integrity_case" ADD CONSTRAINT "integrity_case_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty" ADD CONSTRAINT "duty_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_duty_id_fkey" FOREIGN KEY ("duty_id") REFERENCES "duty"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_link" ADD CONSTRAINT "file_link_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_link" ADD CONSTRAINT "file_link_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The audit chain: its head, and the database's refusal to change what was written.
INSERT INTO "event_head" ("id", "seq", "hash") VALUES (1, 0, repeat('0', 64));

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: the audit chain is append-only', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER event_no_change BEFORE UPDATE OR DELETE ON "event"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_no_truncate BEFORE TRUNCATE ON "event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_head_kept BEFORE DELETE ON "event_head"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_head_no_truncate BEFORE TRUNCATE ON "event_head"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What no program error may break.
ALTER TABLE "project" ADD CONSTRAINT "project_state_known" CHECK ("state" IN (
  'draft', 'district_review', 'returned', 'formal_review', 'expert_review', 'decision', 'publicity',
  'contracting', 'active', 'suspended', 'acceptance_filing', 'acceptance_review', 'rectification',
  'evaluation', 'tracking', 'archived', 'not_approved', 'withdrawn', 'terminated', 'revoked'));
ALTER TABLE "project" ADD CONSTRAINT "project_money_not_negative" CHECK (
  "grant_amount" >= 0 AND "own_amount" >= 0 AND "budget_total" >= 0 AND "adjusted_budget" >= 0
  AND "spent_amount" >= 0);
ALTER TABLE "technology" ADD CONSTRAINT "technology_mastery_known" CHECK ("mastery" BETWEEN 0 AND 4);
ALTER TABLE "evaluation_line" ADD CONSTRAINT "evaluation_line_deduction_known"
  CHECK ("deduction_percent" IN (0, 10, 20, 30));
CREATE UNIQUE INDEX "change_request_one_open_of_a_kind" ON "change_request" ("project_id", "kind")
  WHERE "status" IN ('draft', 'district_opinion', 'bureau_review');
CREATE INDEX "duty_open_by_due" ON "duty" ("due_at") WHERE "status" = 'open';
