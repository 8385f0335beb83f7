-- AlterTable
ALTER TABLE "acceptance" ADD COLUMN     "form_version_id" UUID;

-- AlterTable
ALTER TABLE "change_request" ADD COLUMN     "form_version_id" UUID;

-- AlterTable
ALTER TABLE "contract" ADD COLUMN     "form_version_id" UUID;

-- AlterTable
ALTER TABLE "mid_term_check" ADD COLUMN     "form_version_id" UUID;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_form_version_id_fkey" FOREIGN KEY ("form_version_id") REFERENCES "form_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_request" ADD CONSTRAINT "change_request_form_version_id_fkey" FOREIGN KEY ("form_version_id") REFERENCES "form_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mid_term_check" ADD CONSTRAINT "mid_term_check_form_version_id_fkey" FOREIGN KEY ("form_version_id") REFERENCES "form_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acceptance" ADD CONSTRAINT "acceptance_form_version_id_fkey" FOREIGN KEY ("form_version_id") REFERENCES "form_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
