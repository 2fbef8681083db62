-- AlterTable
ALTER TABLE "headcount" ADD COLUMN     "import_id" UUID;

-- CreateTable
CREATE TABLE "headcount_import" (
    "id" UUID NOT NULL,
    "organisation_id" UUID,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "counts" JSONB NOT NULL,
    "is_recounted" BOOLEAN NOT NULL DEFAULT false,
    "work_id" UUID,
    "brought_by" UUID,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "applied_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "headcount_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "headcount_import_row" (
    "import_id" UUID NOT NULL,
    "row_number" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "given" JSONB,
    "organisation_id" UUID,
    "unit_id" UUID,
    "profession_group" TEXT,
    "headcount" INTEGER,
    "as_of" DATE,
    "source" TEXT,
    "before" JSONB,

    CONSTRAINT "headcount_import_row_pkey" PRIMARY KEY ("import_id","row_number")
);

-- CreateIndex
CREATE INDEX "headcount_import_organisation_id_idx" ON "headcount_import"("organisation_id");

-- CreateIndex
CREATE INDEX "headcount_import_brought_by_idx" ON "headcount_import"("brought_by");

-- CreateIndex
CREATE INDEX "headcount_import_id_idx" ON "headcount"("import_id");

-- AddForeignKey
ALTER TABLE "headcount_import_row" ADD CONSTRAINT "headcount_import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "headcount_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;
