-- Units that registered at a managing unit or as direct ones kept it as their administrative district.
CREATE TEMPORARY TABLE "administrative_place" AS
SELECT * FROM (VALUES
  ('CZ-EDZ', '320412'),
  ('CZ-HTZ', '320411'),
  ('WJ-HTZ', '320412'),
  ('XTH', '320412'),
  ('ZGC', '320481'),
  ('CZ-STEC', '320412'),
  ('CZ-DIR', '320400')
) AS place ("id", "administrative_id");

UPDATE "unit" SET "administrative_district_id" = place."administrative_id"
FROM "administrative_place" place WHERE "unit"."administrative_district_id" = place."id";

UPDATE "unit_district" SET "administrative_district_id" = place."administrative_id"
FROM "administrative_place" place WHERE "unit_district"."administrative_district_id" = place."id";

UPDATE "project" SET "administrative_district_id" = place."administrative_id"
FROM "administrative_place" place WHERE "project"."administrative_district_id" = place."id";

DROP TABLE "administrative_place";

-- A registered project of a direct unit is the case of the officer who registered it, so that another
-- takes the district's steps (domain.md §1.2).
UPDATE "project" SET "case_officer_id" = "created_by_id"
WHERE "origin" = 'registration' AND "district_id" = 'CZ-DIR' AND "case_officer_id" IS NULL;
