-- AlterTable
ALTER TABLE "attendance" ADD COLUMN     "sign_up_id" UUID;

-- CreateTable
CREATE TABLE "sign_up_page" (
    "activity_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "places" INTEGER,
    "closes_on" DATE NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by" UUID,

    CONSTRAINT "sign_up_page_pkey" PRIMARY KEY ("activity_id")
);

-- CreateTable
CREATE TABLE "sign_up" (
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "person_id" UUID,
    "name" TEXT,
    "email" TEXT,
    "language" TEXT NOT NULL,
    "profession_group" TEXT NOT NULL,
    "organisation_id" UUID,
    "municipality_code" CHAR(4),
    "county_code" CHAR(2),
    "state" TEXT NOT NULL,
    "signed_up_at" TIMESTAMPTZ(3) NOT NULL,
    "placed_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,
    "reminded_at" TIMESTAMPTZ(3),
    "forgotten_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_up_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "answered_on" DATE NOT NULL,
    "before" INTEGER NOT NULL,
    "after" INTEGER NOT NULL,

    CONSTRAINT "evaluation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation_device" (
    "session_id" UUID NOT NULL,
    "device_key" TEXT NOT NULL,
    "answered_on" DATE NOT NULL,

    CONSTRAINT "evaluation_device_pkey" PRIMARY KEY ("session_id","device_key")
);

-- CreateTable
CREATE TABLE "attendance_certificate" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "activity_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attendance_certificate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "sign_up_page_key_key" ON "sign_up_page"("key");

-- CreateIndex
CREATE INDEX "sign_up_activity_id_signed_up_at_idx" ON "sign_up"("activity_id", "signed_up_at");

-- CreateIndex
CREATE INDEX "sign_up_person_id_idx" ON "sign_up"("person_id");

-- CreateIndex
CREATE INDEX "evaluation_session_id_idx" ON "evaluation"("session_id");

-- CreateIndex
CREATE INDEX "evaluation_device_answered_on_idx" ON "evaluation_device"("answered_on");

-- CreateIndex
CREATE UNIQUE INDEX "attendance_certificate_code_key" ON "attendance_certificate"("code");

-- CreateIndex
CREATE INDEX "attendance_certificate_person_id_idx" ON "attendance_certificate"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "attendance_certificate_activity_id_person_id_key" ON "attendance_certificate"("activity_id", "person_id");

-- AddForeignKey
ALTER TABLE "sign_up_page" ADD CONSTRAINT "sign_up_page_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_up" ADD CONSTRAINT "sign_up_activity_id_fkey" FOREIGN KEY ("activity_id") REFERENCES "sign_up_page"("activity_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "activity_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A person, or an address, is signed up for an activity once at a time.
CREATE UNIQUE INDEX "sign_up_person_once" ON "sign_up"("activity_id", "person_id") WHERE "state" <> 'cancelled' AND "person_id" IS NOT NULL;
CREATE UNIQUE INDEX "sign_up_address_once" ON "sign_up"("activity_id", "email") WHERE "state" <> 'cancelled' AND "email" IS NOT NULL;

-- Who came by a sign-up is at a session once.
CREATE UNIQUE INDEX "attendance_sign_up_once" ON "attendance"("session_id", "sign_up_id") WHERE "ended_at" IS NULL AND "sign_up_id" IS NOT NULL;

-- Of those who are still known by name: what is forgotten, or reminded, in time.
CREATE INDEX "sign_up_known" ON "sign_up"("activity_id") WHERE "forgotten_at" IS NULL;
