-- CreateTable
CREATE TABLE "activity" (
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT,
    "organiser_id" UUID NOT NULL,
    "leader_id" UUID NOT NULL,
    "county_code" CHAR(2),
    "municipality_code" CHAR(4),
    "county_codes" TEXT[],
    "municipality_codes" TEXT[],
    "target_groups" TEXT[],
    "rc_purposes" INTEGER[],
    "strategy_goals" INTEGER[],
    "project_year" INTEGER,
    "module_id" UUID,
    "status" TEXT NOT NULL,
    "status_on" DATE,
    "opens_before" INTEGER NOT NULL,
    "closes_after" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" UUID,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity_session" (
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "held_on" DATE NOT NULL,
    "starts_at" INTEGER NOT NULL,
    "ends_at" INTEGER NOT NULL,
    "code" CHAR(6) NOT NULL,

    CONSTRAINT "activity_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "way" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "person_id" UUID,
    "device_key" TEXT,
    "profession_group" TEXT NOT NULL,
    "sex" CHAR(1),
    "organisation_id" UUID,
    "municipality_code" CHAR(4),
    "county_code" CHAR(2),
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID,
    "replaces_id" UUID,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,
    "completion_id" UUID,

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consultation_count" (
    "id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "county_code" CHAR(2) NOT NULL,
    "municipality_code" CHAR(4),
    "profession_group" TEXT NOT NULL,
    "consultations" INTEGER NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID,
    "replaces_id" UUID,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,

    CONSTRAINT "consultation_count_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "activity_county_code_idx" ON "activity"("county_code");

-- CreateIndex
CREATE INDEX "activity_municipality_code_idx" ON "activity"("municipality_code");

-- CreateIndex
CREATE INDEX "activity_module_id_idx" ON "activity"("module_id");

-- CreateIndex
CREATE INDEX "activity_session_activity_id_idx" ON "activity_session"("activity_id");

-- CreateIndex
CREATE INDEX "activity_session_code_idx" ON "activity_session"("code");

-- CreateIndex
CREATE UNIQUE INDEX "activity_session_held_on_code_key" ON "activity_session"("held_on", "code");

-- CreateIndex
CREATE INDEX "attendance_session_id_idx" ON "attendance"("session_id");

-- CreateIndex
CREATE INDEX "attendance_person_id_idx" ON "attendance"("person_id");

-- CreateIndex
CREATE INDEX "attendance_replaces_id_idx" ON "attendance"("replaces_id");

-- CreateIndex
CREATE INDEX "consultation_count_county_code_month_idx" ON "consultation_count"("county_code", "month");

-- AddForeignKey
ALTER TABLE "activity_session" ADD CONSTRAINT "activity_session_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "activity_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A person is at a session once, whatever way they came.
CREATE UNIQUE INDEX "attendance_person_once" ON "attendance"("session_id", "person_id") WHERE "ended_at" IS NULL AND "person_id" IS NOT NULL;

-- A device checks one visitor in.
CREATE UNIQUE INDEX "attendance_device_once" ON "attendance"("session_id", "device_key") WHERE "ended_at" IS NULL AND "device_key" IS NOT NULL;

-- Of each kind that is counted there is one count.
CREATE UNIQUE INDEX "attendance_counted_once" ON "attendance"("session_id", "profession_group", coalesce("sex", '-'), coalesce("organisation_id"::text, "municipality_code", "county_code", '-')) WHERE "ended_at" IS NULL AND "way" = 'counted';

-- A row is put in the place of another once.
CREATE UNIQUE INDEX "attendance_replaced_once" ON "attendance"("replaces_id") WHERE "replaces_id" IS NOT NULL;

-- A month's consultations with a group are counted once in a place.
CREATE UNIQUE INDEX "consultation_counted_once" ON "consultation_count"("month", "county_code", coalesce("municipality_code", '-'), "profession_group") WHERE "ended_at" IS NULL;
