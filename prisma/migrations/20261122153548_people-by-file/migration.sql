-- AlterTable
ALTER TABLE "person" ADD COLUMN     "invited_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "people_import" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "heads" TEXT[],
    "row_count" INTEGER NOT NULL DEFAULT 0,
    "columns" JSONB,
    "is_complete" BOOLEAN NOT NULL DEFAULT false,
    "default_group" TEXT,
    "counts" JSONB,
    "seal" TEXT,
    "is_recounted" BOOLEAN NOT NULL DEFAULT false,
    "undone" JSONB,
    "work_id" UUID,
    "brought_at" TIMESTAMPTZ(3) NOT NULL,
    "brought_by" UUID,
    "checked_at" TIMESTAMPTZ(3),
    "applied_at" TIMESTAMPTZ(3),
    "applied_by" UUID,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "people_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "people_import_row" (
    "import_id" UUID NOT NULL,
    "row_number" INTEGER NOT NULL,
    "cells" TEXT[],
    "given_name" TEXT,
    "family_name" TEXT,
    "email" TEXT,
    "employer_number" TEXT,
    "unit_id" UUID,
    "profession_group" TEXT,
    "kind" TEXT,
    "valid_from" DATE,
    "valid_to" DATE,
    "outcome" TEXT,
    "reason" TEXT,
    "changes" TEXT[],
    "person_id" UUID,
    "affiliation_id" UUID,
    "fresh_person_id" UUID NOT NULL,
    "fresh_affiliation_id" UUID NOT NULL,

    CONSTRAINT "people_import_row_pkey" PRIMARY KEY ("import_id","row_number")
);

-- CreateTable
CREATE TABLE "people_import_end" (
    "import_id" UUID NOT NULL,
    "affiliation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "people_import_end_pkey" PRIMARY KEY ("import_id","affiliation_id")
);

-- CreateTable
CREATE TABLE "people_import_change" (
    "import_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "before" JSONB,
    "after_hash" TEXT NOT NULL,

    CONSTRAINT "people_import_change_pkey" PRIMARY KEY ("import_id","subject_id")
);

-- CreateTable
CREATE TABLE "people_mapping" (
    "organisation_id" UUID NOT NULL,
    "columns" JSONB NOT NULL,
    "professions" JSONB NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL,
    "kept_by" UUID,

    CONSTRAINT "people_mapping_pkey" PRIMARY KEY ("organisation_id")
);

-- CreateTable
CREATE TABLE "long_work" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "owner_id" UUID,
    "state" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "failure" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "long_work_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "people_import_organisation_id_idx" ON "people_import"("organisation_id");

-- CreateIndex
CREATE INDEX "long_work_subject_id_idx" ON "long_work"("subject_id");

-- CreateIndex
CREATE INDEX "role_grant_scope_ref_idx" ON "role_grant"("scope_ref");

-- AddForeignKey
ALTER TABLE "people_import_row" ADD CONSTRAINT "people_import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "people_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "people_import_end" ADD CONSTRAINT "people_import_end_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "people_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "people_import_change" ADD CONSTRAINT "people_import_change_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "people_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;
