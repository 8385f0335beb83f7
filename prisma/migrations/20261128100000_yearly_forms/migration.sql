-- One yearly form a unit: each report belongs to the form of its unit and year, follow-up reports by the year in which they are due.
INSERT INTO "yearly_form" ("id", "unit_id", "district_id", "year", "due_at")
SELECT gen_random_uuid(), "unit_id", min("district_id"),
  CASE WHEN "kind" = 'annual' THEN "period"
    ELSE EXTRACT(YEAR FROM "due_at" AT TIME ZONE 'Asia/Shanghai')::integer END AS "year",
  max("due_at")
FROM "periodic_report" WHERE "yearly_form_id" IS NULL
GROUP BY "unit_id", "year"
ON CONFLICT ("unit_id", "year") DO NOTHING;

UPDATE "periodic_report" SET "yearly_form_id" = "yearly_form"."id"
FROM "yearly_form"
WHERE "periodic_report"."yearly_form_id" IS NULL
  AND "yearly_form"."unit_id" = "periodic_report"."unit_id"
  AND "yearly_form"."year" = CASE WHEN "periodic_report"."kind" = 'annual' THEN "periodic_report"."period"
    ELSE EXTRACT(YEAR FROM "periodic_report"."due_at" AT TIME ZONE 'Asia/Shanghai')::integer END;
