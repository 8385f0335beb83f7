-- AlterTable
ALTER TABLE "assignment" ADD COLUMN     "expert_employer" TEXT,
ADD COLUMN     "lead" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "opinion_signed_at" TIMESTAMPTZ(3),
ADD COLUMN     "reservation" TEXT;

-- AlterTable
ALTER TABLE "objection" ADD COLUMN     "confirmed_by_name" TEXT,
ADD COLUMN     "paper_number" TEXT,
ADD COLUMN     "recorded_by_id" UUID,
ADD COLUMN     "recorded_by_name" TEXT;

-- AlterTable
ALTER TABLE "panel" ADD COLUMN     "formed_reason" TEXT,
ADD COLUMN     "meeting_at" TIMESTAMPTZ(3),
ADD COLUMN     "meeting_place" TEXT,
ADD COLUMN     "opinion" TEXT,
ADD COLUMN     "opinion_at" TIMESTAMPTZ(3),
ADD COLUMN     "opinion_by_name" TEXT,
ADD COLUMN     "opinion_by_role" TEXT,
ADD COLUMN     "opinion_verdict" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
