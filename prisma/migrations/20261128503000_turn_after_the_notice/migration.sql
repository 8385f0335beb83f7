-- Under public notice it is the public's turn; the manager's begins with its end and lasts five
-- working days, a week on the calendar.
UPDATE "project" SET "turn_since" = notice."ends_at", "due_at" = notice."ends_at" + interval '7 days'
FROM "public_notice" notice
WHERE notice."project_id" = "project"."id" AND notice."closed_at" IS NULL
  AND "project"."state" = 'publicity';

UPDATE "duty" SET "since" = notice."ends_at", "due_at" = notice."ends_at" + interval '7 days'
FROM "public_notice" notice
WHERE notice."project_id" = "duty"."project_id" AND notice."closed_at" IS NULL
  AND "duty"."kind" = 'state.publicity' AND "duty"."status" = 'open';
