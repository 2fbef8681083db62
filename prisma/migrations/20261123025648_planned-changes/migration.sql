-- AlterTable
ALTER TABLE "unit_change" ADD COLUMN     "planned_id" UUID;

-- CreateTable
CREATE TABLE "planned_change" (
    "id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "wrote" JSONB NOT NULL,
    "organisation_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID,
    "taken_back_at" TIMESTAMPTZ(3),
    "taken_back_by" UUID,

    CONSTRAINT "planned_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "planned_change_on_day_idx" ON "planned_change"("on_day");

-- CreateIndex
CREATE INDEX "unit_change_planned_id_idx" ON "unit_change"("planned_id");
