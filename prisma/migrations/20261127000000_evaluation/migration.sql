-- AlterTable
ALTER TABLE "duty" ADD COLUMN     "except_user_id" UUID;

-- AlterTable
ALTER TABLE "acceptance" ADD COLUMN     "certificate_code" TEXT;

-- AlterTable
ALTER TABLE "call" ADD COLUMN     "budget_item_id" UUID;

-- AlterTable
ALTER TABLE "carrier" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "consequence" ADD COLUMN     "appeal_until" TIMESTAMPTZ(3),
ADD COLUMN     "end_reason" TEXT,
ADD COLUMN     "ended_at" TIMESTAMPTZ(3),
ADD COLUMN     "rule_code" TEXT,
ADD COLUMN     "rule_version" INTEGER,
ADD COLUMN     "status" TEXT NOT NULL DEFAULT 'in_force',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "evaluation" ADD COLUMN     "seed" INTEGER;

-- AlterTable
ALTER TABLE "objection" ADD COLUMN     "subject_id" UUID,
ADD COLUMN     "subject_type" TEXT;

-- AlterTable
ALTER TABLE "panel" ADD COLUMN     "draw" JSONB;

-- AlterTable
ALTER TABLE "project" ADD COLUMN     "budget_item_id" UUID,
ADD COLUMN     "follow_up_rating" TEXT;

-- CreateTable
CREATE TABLE "evaluation_proof" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "evaluation_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "subject_id" UUID,
    "file_id" UUID,
    "note" TEXT NOT NULL DEFAULT '',
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evaluation_proof_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_invitation" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "evaluation_id" UUID,
    "kind" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "recipient_enc" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "answers" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "survey_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outcome" (
    "id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "district_id" TEXT NOT NULL,
    "report_id" UUID,
    "year" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "number" TEXT,
    "level" TEXT,
    "amount" DECIMAL(18,2),
    "count" INTEGER,
    "confirmed_at" TIMESTAMPTZ(3),
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "outcome_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consequence_rule" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "triggers" JSONB NOT NULL,
    "kind" TEXT NOT NULL,
    "months" INTEGER,
    "title" JSONB NOT NULL,
    "basis" JSONB NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "consequence_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_item" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "zh" TEXT NOT NULL,
    "en" TEXT NOT NULL,
    "fund" TEXT NOT NULL,
    "reverse_variant" TEXT NOT NULL DEFAULT 'linear',
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "budget_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_item_year" (
    "id" UUID NOT NULL,
    "budget_item_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "initial" JSONB NOT NULL,
    "adjusted" JSONB NOT NULL,
    "executed" JSONB NOT NULL,
    "objective" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "budget_item_year_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_form" (
    "id" UUID NOT NULL,
    "budget_item_year_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "content" JSONB NOT NULL DEFAULT '{}',
    "frozen" JSONB,
    "frozen_hash" TEXT,
    "made_by_id" UUID NOT NULL,
    "made_by_name" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "final_by_id" UUID,
    "final_by_name" TEXT,
    "final_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "budget_form_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "carrier_contribution" (
    "id" UUID NOT NULL,
    "carrier_id" UUID NOT NULL,
    "project_id" UUID,
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "amount" DECIMAL(18,2),
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "carrier_contribution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "carrier_evaluation" (
    "id" UUID NOT NULL,
    "carrier_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "indicator_set_id" UUID NOT NULL,
    "evaluation_rule_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "lines" JSONB NOT NULL DEFAULT '[]',
    "total" DECIMAL(6,2),
    "grade" TEXT,
    "opinion" TEXT NOT NULL DEFAULT '',
    "made_by_id" UUID NOT NULL,
    "made_by_name" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "final_by_id" UUID,
    "final_by_name" TEXT,
    "final_at" TIMESTAMPTZ(3),
    "frozen" JSONB,
    "frozen_hash" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "carrier_evaluation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "evaluation_proof_project_id_idx" ON "evaluation_proof"("project_id");

-- CreateIndex
CREATE INDEX "evaluation_proof_line_id_idx" ON "evaluation_proof"("line_id");

-- CreateIndex
CREATE UNIQUE INDEX "survey_invitation_token_hash_key" ON "survey_invitation"("token_hash");

-- CreateIndex
CREATE INDEX "survey_invitation_project_id_idx" ON "survey_invitation"("project_id");

-- CreateIndex
CREATE INDEX "survey_invitation_evaluation_id_idx" ON "survey_invitation"("evaluation_id");

-- CreateIndex
CREATE INDEX "outcome_project_id_idx" ON "outcome"("project_id");

-- CreateIndex
CREATE INDEX "outcome_kind_year_idx" ON "outcome"("kind", "year");

-- CreateIndex
CREATE UNIQUE INDEX "consequence_rule_code_version_key" ON "consequence_rule"("code", "version");

-- CreateIndex
CREATE UNIQUE INDEX "budget_item_code_key" ON "budget_item"("code");

-- CreateIndex
CREATE UNIQUE INDEX "budget_item_year_budget_item_id_year_key" ON "budget_item_year"("budget_item_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "budget_form_budget_item_year_id_kind_key" ON "budget_form"("budget_item_year_id", "kind");

-- CreateIndex
CREATE INDEX "carrier_contribution_carrier_id_year_idx" ON "carrier_contribution"("carrier_id", "year");

-- CreateIndex
CREATE INDEX "carrier_contribution_project_id_idx" ON "carrier_contribution"("project_id");

-- CreateIndex
CREATE UNIQUE INDEX "carrier_evaluation_carrier_id_year_key" ON "carrier_evaluation"("carrier_id", "year");

-- AddForeignKey
ALTER TABLE "call" ADD CONSTRAINT "call_budget_item_id_fkey" FOREIGN KEY ("budget_item_id") REFERENCES "budget_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_budget_item_id_fkey" FOREIGN KEY ("budget_item_id") REFERENCES "budget_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_proof" ADD CONSTRAINT "evaluation_proof_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_proof" ADD CONSTRAINT "evaluation_proof_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_proof" ADD CONSTRAINT "evaluation_proof_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "evaluation_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_invitation" ADD CONSTRAINT "survey_invitation_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_invitation" ADD CONSTRAINT "survey_invitation_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_item_year" ADD CONSTRAINT "budget_item_year_budget_item_id_fkey" FOREIGN KEY ("budget_item_id") REFERENCES "budget_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "budget_form" ADD CONSTRAINT "budget_form_budget_item_year_id_fkey" FOREIGN KEY ("budget_item_year_id") REFERENCES "budget_item_year"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "carrier_contribution" ADD CONSTRAINT "carrier_contribution_carrier_id_fkey" FOREIGN KEY ("carrier_id") REFERENCES "carrier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "carrier_contribution" ADD CONSTRAINT "carrier_contribution_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "carrier_evaluation" ADD CONSTRAINT "carrier_evaluation_carrier_id_fkey" FOREIGN KEY ("carrier_id") REFERENCES "carrier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "carrier_evaluation" ADD CONSTRAINT "carrier_evaluation_indicator_set_id_fkey" FOREIGN KEY ("indicator_set_id") REFERENCES "indicator_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "carrier_evaluation" ADD CONSTRAINT "carrier_evaluation_evaluation_rule_id_fkey" FOREIGN KEY ("evaluation_rule_id") REFERENCES "evaluation_rule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What no program error may break.
ALTER TABLE "project" ADD CONSTRAINT "project_follow_up_rating_known"
  CHECK ("follow_up_rating" IS NULL OR "follow_up_rating" IN ('grown', 'kept', 'faded'));
ALTER TABLE "survey_invitation" ADD CONSTRAINT "survey_answered_once"
  CHECK (("answered_at" IS NULL) = ("answers" IS NULL));
CREATE INDEX "evaluation_status_final_at_id_idx" ON "evaluation"("status", "final_at" DESC, "id" DESC);
