-- AlterTable
-- What a unit is called is known from now on by day; what it was called before is what it is called today.
ALTER TABLE "unit_placement" ADD COLUMN     "name" TEXT;
UPDATE "unit_placement" SET "name" = "unit"."name" FROM "unit" WHERE "unit"."id" = "unit_placement"."unit_id";
ALTER TABLE "unit_placement" ALTER COLUMN "name" SET NOT NULL;

-- AlterTable
ALTER TABLE "catchment_municipality" DROP CONSTRAINT "catchment_municipality_pkey",
ADD COLUMN     "valid_from" DATE,
ADD COLUMN     "valid_to" DATE;
UPDATE "catchment_municipality" SET "valid_from" = "organisation"."opened_on"
  FROM "organisation" WHERE "organisation"."id" = "catchment_municipality"."organisation_id";
ALTER TABLE "catchment_municipality" ALTER COLUMN "valid_from" SET NOT NULL,
ADD CONSTRAINT "catchment_municipality_pkey" PRIMARY KEY ("organisation_id", "municipality_code", "valid_from");

-- CreateTable
CREATE TABLE "organisation_state" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "organisation_number" TEXT,
    "carrier_id" UUID,
    "phase" TEXT,
    "project_year_from" DATE,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "organisation_state_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_change" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "name" TEXT NOT NULL,
    "other_unit_id" UUID,
    "other_organisation_id" UUID,
    "other_name" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID,

    CONSTRAINT "unit_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "organisation_state_organisation_id_valid_from_idx" ON "organisation_state"("organisation_id", "valid_from");

-- CreateIndex
CREATE INDEX "unit_change_organisation_id_on_day_idx" ON "unit_change"("organisation_id", "on_day" DESC);

-- CreateIndex
CREATE INDEX "unit_change_other_organisation_id_idx" ON "unit_change"("other_organisation_id");

-- CreateIndex
CREATE INDEX "unit_change_unit_id_idx" ON "unit_change"("unit_id");

-- CreateIndex
CREATE INDEX "unit_change_other_unit_id_idx" ON "unit_change"("other_unit_id");

-- CreateIndex
CREATE INDEX "organisation_organisation_number_idx" ON "organisation"("organisation_number");

-- AddForeignKey
ALTER TABLE "organisation_state" ADD CONSTRAINT "organisation_state_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What each organisation has been since it opened.
INSERT INTO "organisation_state" ("id", "organisation_id", "kind", "organisation_number", "valid_from", "valid_to")
SELECT gen_random_uuid(), "id", "kind", "organisation_number", "opened_on", "closed_on" FROM "organisation";

DROP INDEX "unit_placement_unit_id_valid_from_idx";
CREATE UNIQUE INDEX "unit_placement_unit_id_valid_from_key" ON "unit_placement"("unit_id", "valid_from");

-- A thing is in one state at a time; two changes at once meet here.
CREATE UNIQUE INDEX "unit_placement_one_open" ON "unit_placement"("unit_id") WHERE "valid_to" IS NULL;
CREATE UNIQUE INDEX "organisation_state_one_open" ON "organisation_state"("organisation_id") WHERE "valid_to" IS NULL;
