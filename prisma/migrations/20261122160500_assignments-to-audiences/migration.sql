-- AlterTable
ALTER TABLE "assignment" ADD COLUMN     "county_code" CHAR(2),
ADD COLUMN     "course_id" UUID,
ADD COLUMN     "due_days" INTEGER,
ADD COLUMN     "is_mandatory" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "names_people" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "only_new" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "repeat_months" INTEGER,
ADD COLUMN     "track_id" UUID,
ADD COLUMN     "window_days" INTEGER,
ADD COLUMN     "withdrawn_by" UUID,
ALTER COLUMN "module_id" DROP NOT NULL,
ALTER COLUMN "organisation_id" DROP NOT NULL,
ALTER COLUMN "due_on" DROP NOT NULL;

-- CreateTable
CREATE TABLE "assignment_place" (
    "assignment_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "ref" TEXT NOT NULL,

    CONSTRAINT "assignment_place_pkey" PRIMARY KEY ("assignment_id","kind","ref")
);

-- CreateTable
CREATE TABLE "assignment_person" (
    "assignment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "assignment_person_pkey" PRIMARY KEY ("assignment_id","person_id")
);

-- CreateTable
CREATE TABLE "assignment_day" (
    "id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "due_on" DATE,
    "due_days" INTEGER,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by" UUID,

    CONSTRAINT "assignment_day_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duty_exception" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "module_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT,
    "until_on" DATE,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by" UUID,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,

    CONSTRAINT "duty_exception_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "assignment_place_kind_ref_idx" ON "assignment_place"("kind", "ref");

-- CreateIndex
CREATE INDEX "assignment_person_person_id_idx" ON "assignment_person"("person_id");

-- CreateIndex
CREATE INDEX "assignment_day_assignment_id_changed_at_idx" ON "assignment_day"("assignment_id", "changed_at");

-- CreateIndex
CREATE INDEX "duty_exception_person_id_module_id_idx" ON "duty_exception"("person_id", "module_id");

-- CreateIndex
CREATE INDEX "duty_exception_organisation_id_module_id_idx" ON "duty_exception"("organisation_id", "module_id");

-- CreateIndex
CREATE INDEX "assignment_track_id_idx" ON "assignment"("track_id");

-- CreateIndex
CREATE INDEX "assignment_course_id_idx" ON "assignment"("course_id");

-- AddForeignKey
ALTER TABLE "assignment_place" ADD CONSTRAINT "assignment_place_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_person" ADD CONSTRAINT "assignment_person_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_day" ADD CONSTRAINT "assignment_day_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand from here.

-- What an organisation was given stays what it was: for everybody in its tree, in its own name.
INSERT INTO "assignment_place" ("assignment_id", "kind", "ref")
SELECT "id", 'organisation', "organisation_id"::text FROM "assignment";

ALTER TABLE "assignment"
  ADD CONSTRAINT "assignment_of_one_thing" CHECK (num_nonnulls("module_id", "track_id", "course_id") = 1),
  ADD CONSTRAINT "assignment_in_one_name" CHECK (num_nonnulls("organisation_id", "county_code") <= 1),
  ADD CONSTRAINT "assignment_mandatory_by_a_day" CHECK (NOT "is_mandatory" OR num_nonnulls("due_on", "due_days") > 0);

CREATE UNIQUE INDEX "duty_exception_one_at_a_time" ON "duty_exception"("person_id", "organisation_id", "module_id")
  WHERE "ended_at" IS NULL;
