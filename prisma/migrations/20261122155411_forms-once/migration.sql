-- CreateTable
CREATE TABLE "submission" (
    "digest" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "location" TEXT,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("digest")
);

-- CreateIndex
CREATE INDEX "submission_at_idx" ON "submission"("at");
