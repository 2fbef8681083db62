-- AlterTable
ALTER TABLE "notice_mail" ADD COLUMN     "about_id" UUID,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'duties',
ADD COLUMN     "news" TEXT,
ALTER COLUMN "person_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "activity" ADD COLUMN     "import_key" TEXT;

-- CreateTable
CREATE TABLE "activity_import" (
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "heads" TEXT[],
    "row_count" INTEGER NOT NULL DEFAULT 0,
    "said" JSONB,
    "counts" JSONB,
    "seal" TEXT,
    "is_recounted" BOOLEAN NOT NULL DEFAULT false,
    "undone" JSONB,
    "work_id" UUID,
    "brought_at" TIMESTAMPTZ(3) NOT NULL,
    "brought_by" UUID NOT NULL,
    "checked_at" TIMESTAMPTZ(3),
    "applied_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "activity_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity_import_row" (
    "import_id" UUID NOT NULL,
    "row_number" INTEGER NOT NULL,
    "cells" TEXT[],
    "outcome" TEXT,
    "reason" TEXT,
    "changes" TEXT[],
    "made_id" UUID NOT NULL,

    CONSTRAINT "activity_import_row_pkey" PRIMARY KEY ("import_id","row_number")
);

-- CreateTable
CREATE TABLE "activity_import_change" (
    "import_id" UUID NOT NULL,
    "made_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "before" JSONB,
    "after_hash" TEXT NOT NULL,

    CONSTRAINT "activity_import_change_pkey" PRIMARY KEY ("import_id","made_id")
);

-- CreateIndex
CREATE INDEX "activity_import_brought_by_idx" ON "activity_import"("brought_by");

-- CreateIndex
CREATE UNIQUE INDEX "activity_import_key_key" ON "activity"("import_key");

-- AddForeignKey
ALTER TABLE "activity_import_row" ADD CONSTRAINT "activity_import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "activity_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_import_change" ADD CONSTRAINT "activity_import_change_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "activity_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A mail either has its reader and its words, or says what it is about.
ALTER TABLE "notice_mail"
  ADD CONSTRAINT "notice_mail_reader" CHECK (("kind" = 'duties') = ("person_id" IS NOT NULL)),
  ADD CONSTRAINT "notice_mail_about" CHECK (("kind" = 'duties') = ("about_id" IS NULL AND "news" IS NULL));

-- What somebody waits for goes before thousands of mails about duties.
CREATE INDEX "notice_mail_news_unsettled" ON "notice_mail"("try_at") WHERE "settled_at" IS NULL AND "kind" <> 'duties';
