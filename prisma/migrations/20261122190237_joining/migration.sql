-- AlterTable
ALTER TABLE "person" ADD COLUMN     "merged_at" TIMESTAMPTZ(3),
ADD COLUMN     "merged_into_id" UUID;

-- AlterTable
ALTER TABLE "affiliation" ADD COLUMN     "join_code_id" UUID;

-- CreateTable
CREATE TABLE "join_code" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "needs_confirmation" BOOLEAN NOT NULL,
    "most_people" INTEGER NOT NULL,
    "last_day" DATE NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by" UUID,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" UUID,

    CONSTRAINT "join_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificate_share" (
    "certificate_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "shared_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "certificate_share_pkey" PRIMARY KEY ("certificate_id","organisation_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "join_code_code_hash_key" ON "join_code"("code_hash");

-- CreateIndex
CREATE INDEX "join_code_unit_id_idx" ON "join_code"("unit_id");

-- CreateIndex
CREATE INDEX "certificate_share_organisation_id_idx" ON "certificate_share"("organisation_id");

-- CreateIndex
CREATE INDEX "person_merged_into_id_idx" ON "person"("merged_into_id");

-- CreateIndex
CREATE INDEX "affiliation_join_code_id_idx" ON "affiliation"("join_code_id");
