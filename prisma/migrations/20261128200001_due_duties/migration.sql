-- Open duties by their due time: the minute's look for reminders reads no others.
CREATE INDEX "duty_open_due" ON "duty" ("due_at", "id") WHERE "status" = 'open';
