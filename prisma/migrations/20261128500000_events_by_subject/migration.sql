-- A refused attempt and a batch are found by what they were about.
CREATE INDEX "event_subject_id_seq_idx" ON "event"("subject_id", "seq");
