-- AlterTable
ALTER TABLE "content_package" ADD COLUMN     "learner_identity" TEXT NOT NULL DEFAULT 'pseudonym',
ADD COLUMN     "strict" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "attempt" ADD COLUMN     "rule_id" UUID,
ADD COLUMN     "trail_hash" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "commit_entry" ADD COLUMN     "bytes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "hash" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "patches" JSONB,
ADD COLUMN     "refused" JSONB;

-- CreateTable
CREATE TABLE "module_rule" (
    "id" UUID NOT NULL,
    "module_id" UUID NOT NULL,
    "status_rule" TEXT NOT NULL,
    "score_rule" TEXT NOT NULL,
    "passed_completes" BOOLEAN NOT NULL,
    "applies_limits" BOOLEAN NOT NULL,
    "attempts_allowed" INTEGER,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" UUID,

    CONSTRAINT "module_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trail_base" (
    "attempt_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "state" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "base_hash" TEXT NOT NULL,
    "compacted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "trail_base_pkey" PRIMARY KEY ("attempt_id")
);

-- CreateTable
CREATE TABLE "gathered_trail" (
    "attempt_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,

    CONSTRAINT "gathered_trail_pkey" PRIMARY KEY ("attempt_id")
);

-- CreateTable
CREATE TABLE "interaction" (
    "attempt_id" UUID NOT NULL,
    "item_identifier" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "interaction_id" TEXT NOT NULL,
    "kind" TEXT,
    "description" TEXT,
    "response" TEXT,
    "correct_response" TEXT,
    "result" TEXT,
    "result_score" DOUBLE PRECISION,
    "weighting" DOUBLE PRECISION,
    "latency_seconds" DOUBLE PRECISION,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "interaction_pkey" PRIMARY KEY ("attempt_id","item_identifier","number")
);

-- CreateTable
CREATE TABLE "page_stay" (
    "attempt_id" UUID NOT NULL,
    "item_identifier" TEXT NOT NULL,
    "location" TEXT NOT NULL,
    "seconds" INTEGER NOT NULL,
    "visits" INTEGER NOT NULL,
    "left_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "page_stay_pkey" PRIMARY KEY ("attempt_id","item_identifier","location")
);

-- CreateIndex
CREATE INDEX "module_rule_module_id_decided_at_idx" ON "module_rule"("module_id", "decided_at");

-- CreateIndex
CREATE INDEX "interaction_interaction_id_idx" ON "interaction"("interaction_id");

-- AddForeignKey
ALTER TABLE "module_rule" ADD CONSTRAINT "module_rule_module_id_fkey" FOREIGN KEY ("module_id") REFERENCES "module"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trail_base" ADD CONSTRAINT "trail_base_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
