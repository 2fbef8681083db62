-- CreateTable
CREATE TABLE "workplace_decision" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "last_day" DATE,
    "workplaces" INTEGER NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" UUID,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by" UUID,
    "restored" INTEGER,

    CONSTRAINT "workplace_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workplace_decision_change" (
    "decision_id" UUID NOT NULL,
    "affiliation_id" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "after_hash" TEXT,

    CONSTRAINT "workplace_decision_change_pkey" PRIMARY KEY ("decision_id","affiliation_id")
);

-- CreateIndex
CREATE INDEX "workplace_decision_organisation_id_decided_at_idx" ON "workplace_decision"("organisation_id", "decided_at");

-- CreateIndex
CREATE INDEX "workplace_decision_decided_at_idx" ON "workplace_decision"("decided_at");

-- CreateIndex
CREATE INDEX "workplace_decision_change_affiliation_id_idx" ON "workplace_decision_change"("affiliation_id");

-- AddForeignKey
ALTER TABLE "workplace_decision_change" ADD CONSTRAINT "workplace_decision_change_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "workplace_decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;
