-- AlterTable
ALTER TABLE "affiliation" ADD COLUMN     "employer_number" TEXT;

-- AlterTable
ALTER TABLE "content_package" ADD COLUMN     "description" TEXT,
ADD COLUMN     "duration_seconds" INTEGER,
ADD COLUMN     "language" TEXT,
ADD COLUMN     "needs_sequencing" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "problems" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "sequencing" JSONB;

-- AlterTable
ALTER TABLE "package_item" ADD COLUMN     "completion_threshold" DOUBLE PRECISION,
ADD COLUMN     "parent" TEXT,
ADD COLUMN     "prerequisites" TEXT,
ADD COLUMN     "scaled_passing_score" DOUBLE PRECISION,
ADD COLUMN     "sequencing" JSONB,
ADD COLUMN     "visible" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "completion" ADD COLUMN     "evidence" TEXT,
ADD COLUMN     "import_id" UUID,
ALTER COLUMN "module_version_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "service_key" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "valid_to" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" UUID,

    CONSTRAINT "service_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "package_host" (
    "package_id" UUID NOT NULL,
    "host" TEXT NOT NULL,
    "found_in" TEXT,
    "kinds" TEXT[],
    "allowed_at" TIMESTAMPTZ(3),
    "allowed_by" UUID,

    CONSTRAINT "package_host_pkey" PRIMARY KEY ("package_id","host")
);

-- CreateTable
CREATE TABLE "completion_import" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "checked_by" UUID,
    "applied_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "completion_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "completion_import_row" (
    "import_id" UUID NOT NULL,
    "row_number" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "detail" JSONB,
    "given" JSONB,
    "person_id" UUID,
    "module_id" UUID,
    "completed_on" DATE,
    "evidence" TEXT,

    CONSTRAINT "completion_import_row_pkey" PRIMARY KEY ("import_id","row_number")
);

-- CreateTable
CREATE TABLE "coverage_rule" (
    "id" UUID NOT NULL,
    "counts_imported" BOOLEAN NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "set_by" UUID,

    CONSTRAINT "coverage_rule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "service_key_secret_hash_key" ON "service_key"("secret_hash");

-- CreateIndex
CREATE INDEX "completion_import_organisation_id_idx" ON "completion_import"("organisation_id");

-- CreateIndex
CREATE INDEX "completion_import_id_idx" ON "completion"("import_id");

-- AddForeignKey
ALTER TABLE "package_host" ADD CONSTRAINT "package_host_package_id_fkey" FOREIGN KEY ("package_id") REFERENCES "content_package"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "completion_import_row" ADD CONSTRAINT "completion_import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "completion_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: a completion that was earned elsewhere has no version, and stands once per person, module and day.
CREATE UNIQUE INDEX "completion_earned_elsewhere_key" ON "completion"("person_id", "module_id", "completed_on")
  WHERE "module_version_id" IS NULL;
