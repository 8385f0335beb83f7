-- AlterTable
ALTER TABLE "evidence" ADD COLUMN     "record_id" UUID,
ADD COLUMN     "record_type" TEXT;

-- AlterTable
ALTER TABLE "incentive_rule" ADD COLUMN     "guidance" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "ip_right" ADD COLUMN     "difference_statement" TEXT,
ADD COLUMN     "recorded_by_id" UUID NOT NULL,
ADD COLUMN     "review" TEXT NOT NULL DEFAULT 'recorded',
ADD COLUMN     "review_reason" TEXT,
ADD COLUMN     "reviewed_at" TIMESTAMPTZ(3),
ADD COLUMN     "reviewed_by_id" UUID,
ADD COLUMN     "reviewed_by_name" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "ledger_link" ADD COLUMN     "confirmed_cost" DECIMAL(18,2),
ADD COLUMN     "planned_cost" DECIMAL(18,2);

-- AlterTable
ALTER TABLE "payment" ADD COLUMN     "incentive_claim_id" UUID;

-- AlterTable
ALTER TABLE "periodic_report" ADD COLUMN     "subject" TEXT,
ADD COLUMN     "yearly_form_id" UUID;

-- AlterTable
ALTER TABLE "project" ADD COLUMN     "watched_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "tranche" ADD COLUMN     "gate" TEXT NOT NULL DEFAULT 'none',
ADD COLUMN     "retention" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "technology_reading" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "technology_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "mastery" INTEGER NOT NULL,
    "trl" INTEGER,
    "trl_scale_id" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "evidence_id" UUID,
    "file_id" UUID,
    "recorded_by_id" UUID NOT NULL,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "technology_reading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trained_person" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "ended_on" DATE NOT NULL,
    "certified" BOOLEAN NOT NULL DEFAULT false,
    "file_id" UUID,
    "retention_on" DATE NOT NULL,
    "stayed" BOOLEAN,
    "stayed_as_of" DATE,
    "review" TEXT NOT NULL DEFAULT 'recorded',
    "reviewed_by_id" UUID,
    "reviewed_by_name" TEXT,
    "reviewed_at" TIMESTAMPTZ(3),
    "review_reason" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "trained_person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contract_registration" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "amount" DECIMAL(18,2) NOT NULL,
    "currency" TEXT NOT NULL DEFAULT 'CNY',
    "original_amount" DECIMAL(18,2) NOT NULL,
    "rate" DECIMAL(18,8) NOT NULL DEFAULT 1,
    "rate_on" DATE,
    "registered_on" DATE NOT NULL,
    "file_id" UUID,
    "review" TEXT NOT NULL DEFAULT 'recorded',
    "reviewed_by_id" UUID,
    "reviewed_by_name" TEXT,
    "reviewed_at" TIMESTAMPTZ(3),
    "review_reason" TEXT,
    "recorded_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "contract_registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "merit_opinion" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "ledger_link_id" UUID NOT NULL,
    "expert_id" UUID NOT NULL,
    "expert_name" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "requested_by_name" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'requested',
    "verdict" TEXT,
    "text" TEXT,
    "given_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "merit_opinion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incentive_claim" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "ledger_link_id" UUID NOT NULL,
    "incentive_rule_id" UUID NOT NULL,
    "rule_code" TEXT NOT NULL,
    "base_cost" DECIMAL(18,2) NOT NULL,
    "amount" DECIMAL(18,2) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'claimed',
    "claimed_by_id" UUID NOT NULL,
    "claimed_by_name" TEXT NOT NULL,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decision_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "incentive_claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "warning" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "since" DATE NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "level_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "warning_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "yearly_form" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "draft" JSONB NOT NULL DEFAULT '{}',
    "drafted_by_id" UUID,
    "drafted_by_name" TEXT,
    "drafted_at" TIMESTAMPTZ(3),
    "submitted_by_id" UUID,
    "submitted_by_name" TEXT,
    "submitted_at" TIMESTAMPTZ(3),
    "chased_count" INTEGER NOT NULL DEFAULT 0,
    "chased_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "yearly_form_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "liaison_body" (
    "id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "contact_user_id" UUID,
    "contact_name" TEXT NOT NULL,
    "contact_phone_enc" TEXT,
    "deputy_user_id" UUID,
    "deputy_name" TEXT,
    "deputy_phone_enc" TEXT,
    "dedicated" BOOLEAN NOT NULL,
    "duties" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "recorded_by_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "liaison_body_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "liaison_visit" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "visited_on" DATE NOT NULL,
    "visitors" TEXT NOT NULL,
    "findings" TEXT NOT NULL,
    "agreed" TEXT NOT NULL DEFAULT '',
    "recorded_by_id" UUID NOT NULL,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "liaison_visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hand_over" (
    "id" UUID NOT NULL,
    "district_id" TEXT,
    "from_user_id" UUID NOT NULL,
    "from_name" TEXT NOT NULL,
    "to_user_id" UUID NOT NULL,
    "to_name" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "items" JSONB NOT NULL,
    "by_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hand_over_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "project_watch" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "since_at" TIMESTAMPTZ(3) NOT NULL,
    "set_by_name" TEXT NOT NULL,
    "until_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "project_watch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_read_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "technology_reading_technology_id_as_of_idx" ON "technology_reading"("technology_id", "as_of");

-- CreateIndex
CREATE INDEX "technology_reading_project_id_idx" ON "technology_reading"("project_id");

-- CreateIndex
CREATE INDEX "trained_person_project_id_idx" ON "trained_person"("project_id");

-- CreateIndex
CREATE INDEX "contract_registration_project_id_idx" ON "contract_registration"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "contract_registration_kind_number_key" ON "contract_registration"("kind", "number");

-- CreateIndex
CREATE INDEX "merit_opinion_project_id_idx" ON "merit_opinion"("project_id");

-- CreateIndex
CREATE INDEX "merit_opinion_expert_id_status_idx" ON "merit_opinion"("expert_id", "status");

-- CreateIndex
CREATE INDEX "incentive_claim_project_id_idx" ON "incentive_claim"("project_id");

-- CreateIndex
CREATE INDEX "incentive_claim_rule_code_status_idx" ON "incentive_claim"("rule_code", "status");

-- CreateIndex
CREATE INDEX "warning_project_id_idx" ON "warning"("project_id");

-- CreateIndex
CREATE INDEX "yearly_form_year_district_id_idx" ON "yearly_form"("year", "district_id");

-- CreateIndex
CREATE UNIQUE INDEX "yearly_form_unit_id_year_key" ON "yearly_form"("unit_id", "year");

-- CreateIndex
CREATE INDEX "liaison_body_district_id_idx" ON "liaison_body"("district_id");

-- CreateIndex
CREATE INDEX "liaison_visit_project_id_idx" ON "liaison_visit"("project_id");

-- CreateIndex
CREATE INDEX "liaison_visit_district_id_visited_on_idx" ON "liaison_visit"("district_id", "visited_on");

-- CreateIndex
CREATE INDEX "hand_over_to_user_id_idx" ON "hand_over"("to_user_id");

-- CreateIndex
CREATE INDEX "project_watch_project_id_idx" ON "project_watch"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");

-- CreateIndex
CREATE INDEX "calendar_feed_user_id_idx" ON "calendar_feed"("user_id");

-- CreateIndex
CREATE INDEX "periodic_report_yearly_form_id_idx" ON "periodic_report"("yearly_form_id");

-- AddForeignKey
ALTER TABLE "technology_reading" ADD CONSTRAINT "technology_reading_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "technology_reading" ADD CONSTRAINT "technology_reading_technology_id_fkey" FOREIGN KEY ("technology_id") REFERENCES "technology"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trained_person" ADD CONSTRAINT "trained_person_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_registration" ADD CONSTRAINT "contract_registration_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merit_opinion" ADD CONSTRAINT "merit_opinion_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merit_opinion" ADD CONSTRAINT "merit_opinion_ledger_link_id_fkey" FOREIGN KEY ("ledger_link_id") REFERENCES "ledger_link"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incentive_claim" ADD CONSTRAINT "incentive_claim_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incentive_claim" ADD CONSTRAINT "incentive_claim_ledger_link_id_fkey" FOREIGN KEY ("ledger_link_id") REFERENCES "ledger_link"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incentive_claim" ADD CONSTRAINT "incentive_claim_incentive_rule_id_fkey" FOREIGN KEY ("incentive_rule_id") REFERENCES "incentive_rule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "warning" ADD CONSTRAINT "warning_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "yearly_form" ADD CONSTRAINT "yearly_form_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "periodic_report" ADD CONSTRAINT "periodic_report_yearly_form_id_fkey" FOREIGN KEY ("yearly_form_id") REFERENCES "yearly_form"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_incentive_claim_id_fkey" FOREIGN KEY ("incentive_claim_id") REFERENCES "incentive_claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "liaison_visit" ADD CONSTRAINT "liaison_visit_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project_watch" ADD CONSTRAINT "project_watch_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What no program error may break.
ALTER TABLE "technology_reading" ADD CONSTRAINT "technology_reading_mastery_known" CHECK ("mastery" BETWEEN 0 AND 4);
ALTER TABLE "warning" ADD CONSTRAINT "warning_level_known" CHECK ("level" IN ('amber', 'red'));
ALTER TABLE "incentive_claim" ADD CONSTRAINT "incentive_claim_not_negative" CHECK ("amount" >= 0 AND "base_cost" >= 0);
CREATE UNIQUE INDEX "incentive_claim_once" ON "incentive_claim" ("ledger_link_id", "rule_code")
  WHERE "status" NOT IN ('refused', 'withdrawn');
CREATE UNIQUE INDEX "warning_once" ON "warning" ("rule", "subject_id") WHERE "closed_at" IS NULL;
CREATE INDEX "warning_open_counted" ON "warning" ("district_id", "rule", "level") WHERE "closed_at" IS NULL;
CREATE INDEX "warning_open_listed" ON "warning" ("level" DESC, "since", "id") WHERE "closed_at" IS NULL;
CREATE UNIQUE INDEX "liaison_body_one_in_force" ON "liaison_body" ("district_id") WHERE "valid_to" IS NULL;
CREATE UNIQUE INDEX "project_watch_one_open" ON "project_watch" ("project_id") WHERE "until_at" IS NULL;
CREATE INDEX "project_watched" ON "project" ("watched_at") WHERE "watched_at" IS NOT NULL;
