-- How missed upper limits are scored is settled when an evaluation is opened (the budget item's setting).
ALTER TABLE "evaluation" ADD COLUMN     "reverse_variant" TEXT;

-- The sensitivity's simulation starts from a kept seed; evaluations from before get one of their own.
UPDATE "evaluation" SET "seed" = hashtext("id"::text) & 2147483647 WHERE "seed" IS NULL;
