-- CreateIndex
CREATE INDEX "registration_module_version_id_idx" ON "registration"("module_version_id");
