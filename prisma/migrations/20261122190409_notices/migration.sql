-- CreateTable
CREATE TABLE "notice_setting" (
    "person_id" UUID NOT NULL,
    "wants_recommended" BOOLEAN NOT NULL DEFAULT true,
    "mailed_on" DATE,
    "refused_email" TEXT,
    "refused_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_setting_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "notice_mail" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "made_on" DATE NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT,
    "optional" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "try_at" TIMESTAMPTZ(3) NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "claim_id" UUID,
    "claimed_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_item" (
    "mail_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "module_id" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "due_on" DATE,
    "told_on" DATE NOT NULL,
    "closed_on" DATE,

    CONSTRAINT "notice_item_pkey" PRIMARY KEY ("mail_id","module_id")
);

-- CreateTable
CREATE TABLE "notice_reminder" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "module_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_reminder_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "notice_mail_person_id_made_at_idx" ON "notice_mail"("person_id", "made_at" DESC);

-- AddForeignKey
ALTER TABLE "notice_item" ADD CONSTRAINT "notice_item_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "notice_mail"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand from here.

-- What waits to be sent, or is being sent: few rows, whatever has been sent before.
CREATE INDEX "notice_mail_unsettled" ON "notice_mail"("status", "try_at") WHERE "settled_at" IS NULL;

-- What has been told of what is still to be done.
CREATE INDEX "notice_item_open" ON "notice_item"("person_id") WHERE "closed_on" IS NULL;

CREATE UNIQUE INDEX "notice_reminder_pending" ON "notice_reminder"("person_id", "module_id", "organisation_id")
  WHERE "ended_at" IS NULL;

ALTER TABLE "notice_mail"
  ADD CONSTRAINT "notice_mail_settled" CHECK (("settled_at" IS NULL) = ("status" IN ('waiting', 'sending', 'handed-over'))),
  ADD CONSTRAINT "notice_mail_body_until_settled" CHECK (("settled_at" IS NULL) = ("body" IS NOT NULL));
