-- CreateIndex
CREATE INDEX "consequence_unit_id_kind_status_idx" ON "consequence"("unit_id", "kind", "status");
