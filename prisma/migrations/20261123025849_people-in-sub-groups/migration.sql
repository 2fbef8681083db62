-- AlterTable
ALTER TABLE "affiliation" ADD COLUMN     "sub_group_id" UUID;

-- AlterTable
ALTER TABLE "people_import_row" ADD COLUMN     "sub_group_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "sub_group_id_profession_group_key" ON "sub_group"("id", "profession_group");

-- AddForeignKey
ALTER TABLE "affiliation" ADD CONSTRAINT "affiliation_sub_group_id_profession_group_fkey" FOREIGN KEY ("sub_group_id", "profession_group") REFERENCES "sub_group"("id", "profession_group") ON DELETE RESTRICT ON UPDATE RESTRICT;
