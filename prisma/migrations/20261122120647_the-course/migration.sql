-- AlterTable
ALTER TABLE "course" ADD COLUMN     "validity_months" INTEGER,
ADD COLUMN     "version" TEXT;

-- AlterTable
ALTER TABLE "module" ADD COLUMN     "is_open" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'lesson',
ADD COLUMN     "reading_seconds" INTEGER;

-- CreateTable
CREATE TABLE "track" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title_sv" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "description_sv" TEXT NOT NULL,
    "description_en" TEXT NOT NULL,
    "profession_groups" TEXT[],
    "position" INTEGER NOT NULL,

    CONSTRAINT "track_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "track_module" (
    "track_id" UUID NOT NULL,
    "module_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "track_module_pkey" PRIMARY KEY ("track_id","module_id")
);

-- CreateTable
CREATE TABLE "glossary_term" (
    "course_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "term" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "glossary_term_pkey" PRIMARY KEY ("course_id","slug")
);

-- CreateTable
CREATE TABLE "package_part" (
    "package_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "page" TEXT,
    "title" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "content" JSONB,
    "facts" TEXT[],

    CONSTRAINT "package_part_pkey" PRIMARY KEY ("package_id","position")
);

-- CreateTable
CREATE TABLE "fact" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "current_number" INTEGER NOT NULL,

    CONSTRAINT "fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fact_version" (
    "fact_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "parts" JSONB NOT NULL,
    "source" JSONB NOT NULL,
    "certainty" TEXT NOT NULL,
    "to_check" TEXT NOT NULL DEFAULT '',
    "valid_from" DATE,
    "valid_to" DATE,
    "last_reviewed" DATE NOT NULL,
    "reviewer" TEXT NOT NULL,
    "next_review" DATE NOT NULL,
    "origin" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "written_by" UUID,

    CONSTRAINT "fact_version_pkey" PRIMARY KEY ("fact_id","number")
);

-- CreateTable
CREATE TABLE "certificate" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "track_id" UUID NOT NULL,
    "course_title_sv" TEXT NOT NULL,
    "course_title_en" TEXT NOT NULL,
    "track_title_sv" TEXT NOT NULL,
    "track_title_en" TEXT NOT NULL,
    "course_version" TEXT NOT NULL,
    "earned_on" DATE NOT NULL,
    "valid_until" DATE NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "holder_name" TEXT,
    "shows_name" BOOLEAN NOT NULL DEFAULT false,
    "renews_id" UUID,
    "replaces_id" UUID,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" UUID,
    "revoked_for" TEXT,

    CONSTRAINT "certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "open_participation" (
    "id" UUID NOT NULL,
    "module_id" UUID NOT NULL,
    "module_version_id" UUID NOT NULL,
    "stated_on" DATE NOT NULL,
    "county_code" CHAR(2),
    "profession_group" TEXT,

    CONSTRAINT "open_participation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "track_course_id_slug_key" ON "track"("course_id", "slug");

-- CreateIndex
CREATE INDEX "track_module_module_id_idx" ON "track_module"("module_id");

-- CreateIndex
CREATE INDEX "package_part_facts_idx" ON "package_part" USING GIN ("facts");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_code_key" ON "certificate"("code");

-- CreateIndex
CREATE INDEX "certificate_person_id_track_id_idx" ON "certificate"("person_id", "track_id");

-- CreateIndex
CREATE INDEX "certificate_track_id_idx" ON "certificate"("track_id");

-- CreateIndex
CREATE INDEX "open_participation_module_id_stated_on_idx" ON "open_participation"("module_id", "stated_on");

-- AddForeignKey
ALTER TABLE "track" ADD CONSTRAINT "track_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "track_module" ADD CONSTRAINT "track_module_track_id_fkey" FOREIGN KEY ("track_id") REFERENCES "track"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "track_module" ADD CONSTRAINT "track_module_module_id_fkey" FOREIGN KEY ("module_id") REFERENCES "module"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "glossary_term" ADD CONSTRAINT "glossary_term_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "package_part" ADD CONSTRAINT "package_part_package_id_fkey" FOREIGN KEY ("package_id") REFERENCES "content_package"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact_version" ADD CONSTRAINT "fact_version_fact_id_fkey" FOREIGN KEY ("fact_id") REFERENCES "fact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was earned on one day is certified once.
CREATE UNIQUE INDEX "certificate_earned_once" ON "certificate"("person_id", "track_id", "earned_on") WHERE "revoked_at" IS NULL;
