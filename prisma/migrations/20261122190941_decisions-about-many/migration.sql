-- AlterTable
ALTER TABLE "duty_exception" ADD COLUMN     "decision_id" UUID,
ADD COLUMN     "ended_by_decision_id" UUID;

-- CreateTable
CREATE TABLE "duty_decision" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "module_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT,
    "until_on" DATE,
    "people" INTEGER NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" UUID,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" UUID,

    CONSTRAINT "duty_decision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "duty_decision_organisation_id_decided_at_idx" ON "duty_decision"("organisation_id", "decided_at");

-- CreateIndex
CREATE INDEX "duty_exception_decision_id_idx" ON "duty_exception"("decision_id");

-- CreateIndex
CREATE INDEX "duty_exception_ended_by_decision_id_idx" ON "duty_exception"("ended_by_decision_id");
