-- AlterTable
ALTER TABLE "warning" ADD COLUMN "holder_role" TEXT NOT NULL,
ADD COLUMN "stage" TEXT NOT NULL;

-- CreateTable
CREATE TABLE "warning_count" (
    "district_id" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "open" INTEGER NOT NULL,

    CONSTRAINT "warning_count_pkey" PRIMARY KEY ("district_id","rule","stage","level")
);

-- CreateTable
CREATE TABLE "warning_sweep" (
    "id" INTEGER NOT NULL,
    "day" DATE,
    "after" UUID,
    "done_at" TIMESTAMPTZ(3),
    "event_seq" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "warning_sweep_pkey" PRIMARY KEY ("id")
);

INSERT INTO "warning_sweep" ("id") VALUES (1);

-- What no program error may break.
ALTER TABLE "warning_sweep" ADD CONSTRAINT "warning_sweep_one_row" CHECK ("id" = 1);
ALTER TABLE "warning_count" ADD CONSTRAINT "warning_count_not_negative" CHECK ("open" >= 0);

-- Each way of narrowing the board down has an index in the board's order, so that any page is one short scan.
-- The stage stands last: it is looked up in the index and needs no order of its own.
DROP INDEX "warning_open_counted";
DROP INDEX "warning_open_listed";
CREATE INDEX "warning_open_listed" ON "warning" ("level" DESC, "since", "id", "stage") WHERE "closed_at" IS NULL;
CREATE INDEX "warning_open_of_district" ON "warning" ("district_id", "level" DESC, "since", "id", "stage")
  WHERE "closed_at" IS NULL;
CREATE INDEX "warning_open_of_rule" ON "warning" ("rule", "level" DESC, "since", "id", "stage")
  WHERE "closed_at" IS NULL;
CREATE INDEX "warning_open_of_both" ON "warning" ("district_id", "rule", "level" DESC, "since", "id", "stage")
  WHERE "closed_at" IS NULL;
CREATE INDEX "warning_open_of_stage" ON "warning" ("stage", "level" DESC, "since", "id")
  WHERE "closed_at" IS NULL;

-- The counts follow the rows in the same statement, whoever writes them.
CREATE FUNCTION count_warnings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO warning_count AS kept (district_id, rule, stage, level, open)
      SELECT district_id, rule, stage, level, count(*) FROM came
      WHERE closed_at IS NULL GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
      ON CONFLICT (district_id, rule, stage, level) DO UPDATE SET open = kept.open + excluded.open;
  ELSIF TG_OP = 'DELETE' THEN
    UPDATE warning_count AS kept SET open = kept.open - gone.n
      FROM (SELECT district_id, rule, stage, level, count(*) AS n FROM went
            WHERE closed_at IS NULL GROUP BY 1, 2, 3, 4) AS gone
      WHERE (kept.district_id, kept.rule, kept.stage, kept.level)
          = (gone.district_id, gone.rule, gone.stage, gone.level);
  ELSE
    -- What a group loses is taken off first: the check forbids a row below nothing even in passing.
    UPDATE warning_count AS kept SET open = kept.open - gone.n
      FROM (SELECT district_id, rule, stage, level, count(*) AS n FROM went
            WHERE closed_at IS NULL GROUP BY 1, 2, 3, 4) AS gone
      WHERE (kept.district_id, kept.rule, kept.stage, kept.level)
          = (gone.district_id, gone.rule, gone.stage, gone.level);
    INSERT INTO warning_count AS kept (district_id, rule, stage, level, open)
      SELECT district_id, rule, stage, level, count(*) FROM came
      WHERE closed_at IS NULL GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
      ON CONFLICT (district_id, rule, stage, level) DO UPDATE SET open = kept.open + excluded.open;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER warning_counted_in AFTER INSERT ON "warning"
  REFERENCING NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION count_warnings();
CREATE TRIGGER warning_counted_out AFTER DELETE ON "warning"
  REFERENCING OLD TABLE AS went FOR EACH STATEMENT EXECUTE FUNCTION count_warnings();
CREATE TRIGGER warning_recounted AFTER UPDATE ON "warning"
  REFERENCING OLD TABLE AS went NEW TABLE AS came FOR EACH STATEMENT EXECUTE FUNCTION count_warnings();
