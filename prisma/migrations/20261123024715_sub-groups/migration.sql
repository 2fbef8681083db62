-- CreateTable
CREATE TABLE "sub_group" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "profession_group" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "ssyk_code" CHAR(4),
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID,

    CONSTRAINT "sub_group_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sub_group_organisation_id_idx" ON "sub_group"("organisation_id");

-- One name stands for one group at a time, whoever adds it first.
CREATE UNIQUE INDEX "sub_group_current_name_key" ON "sub_group"("organisation_id", lower("name")) WHERE "valid_to" IS NULL;

-- AddForeignKey
ALTER TABLE "sub_group" ADD CONSTRAINT "sub_group_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An end is not before the beginning.
ALTER TABLE "sub_group" ADD CONSTRAINT "sub_group_days" CHECK ("valid_to" IS NULL OR "valid_to" >= "valid_from");
