-- CreateTable
CREATE TABLE "reminder_round" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "module_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by" UUID,
    "people" INTEGER NOT NULL,
    "person_ids" UUID[],
    "taken" INTEGER NOT NULL DEFAULT 0,
    "mailed" INTEGER NOT NULL DEFAULT 0,
    "waiting" INTEGER NOT NULL DEFAULT 0,
    "not_asked" INTEGER NOT NULL DEFAULT 0,
    "unreachable" INTEGER NOT NULL DEFAULT 0,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "reminder_round_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reminder_round_organisation_id_module_id_asked_at_idx" ON "reminder_round"("organisation_id", "module_id", "asked_at");

-- By hand, since schema.prisma has no word for checks: each to whom it has come is in one of the counts.
ALTER TABLE "reminder_round"
  ADD CONSTRAINT "reminder_round_counted"
  CHECK ("taken" = "mailed" + "waiting" + "not_asked" + "unreachable" AND "taken" <= "people");
