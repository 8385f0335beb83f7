-- AlterTable
ALTER TABLE "consequence_rule" ADD COLUMN     "appeal_days" INTEGER;

-- CreateTable
CREATE TABLE "rule_draft" (
    "id" UUID NOT NULL,
    "family" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "base_version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "hands" UUID[] DEFAULT ARRAY[]::UUID[],
    "drafted_by_id" UUID NOT NULL,
    "drafted_by_name" TEXT NOT NULL,
    "drafted_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_by_name" TEXT,
    "submitted_at" TIMESTAMPTZ(3),
    "return_reason" TEXT,
    "decided_by_id" UUID,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "published_version" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "rule_draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "rule_draft_family_code_status_idx" ON "rule_draft"("family", "code", "status");

-- A published version is never changed: the next one ends it.
CREATE FUNCTION refuse_change_of_rule() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: a published version stays as it is', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER indicator_set_kept BEFORE UPDATE OR DELETE ON "indicator_set"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_rule();
CREATE TRIGGER indicator_kept BEFORE UPDATE OR DELETE ON "indicator"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_rule();
CREATE TRIGGER evaluation_rule_kept BEFORE UPDATE OR DELETE ON "evaluation_rule"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_rule();
CREATE TRIGGER consequence_rule_kept BEFORE UPDATE OR DELETE ON "consequence_rule"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_rule();
CREATE TRIGGER incentive_rule_kept BEFORE UPDATE OR DELETE ON "incentive_rule"
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_rule();
