-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_person_id" UUID,
    "action" TEXT NOT NULL,
    "subject_id" TEXT,
    "organisation_id" UUID,
    "detail" JSONB,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "county" (
    "code" CHAR(2) NOT NULL,
    "letter" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,

    CONSTRAINT "county_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "municipality" (
    "code" CHAR(4) NOT NULL,
    "county_code" CHAR(2) NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,

    CONSTRAINT "municipality_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "county_code" CHAR(2),
    "municipality_code" CHAR(4),
    "organisation_number" TEXT,
    "root_unit_id" UUID NOT NULL,
    "opened_on" DATE NOT NULL,
    "closed_on" DATE,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "county_code" CHAR(2) NOT NULL,
    "municipality_code" CHAR(4),
    "opened_on" DATE NOT NULL,
    "closed_on" DATE,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_placement" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "parent_unit_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "unit_placement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "headcount" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "profession_group" TEXT NOT NULL,
    "headcount" INTEGER NOT NULL,
    "as_of" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID,

    CONSTRAINT "headcount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "catchment_municipality" (
    "organisation_id" UUID NOT NULL,
    "municipality_code" CHAR(4) NOT NULL,

    CONSTRAINT "catchment_municipality_pkey" PRIMARY KEY ("organisation_id","municipality_code")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_confirmed_at" TIMESTAMPTZ(3),
    "sex" CHAR(1),
    "language" CHAR(2) NOT NULL DEFAULT 'sv',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_identity" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "secret_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_link" (
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "person_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "scope_kind" TEXT NOT NULL,
    "scope_ref" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "granted_by" UUID,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "affiliation" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'employed',
    "unit_id" UUID,
    "municipality_code" CHAR(4),
    "stated_workplace" TEXT,
    "profession_group" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "status" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" UUID,

    CONSTRAINT "affiliation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title_sv" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "description_sv" TEXT NOT NULL,
    "description_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "course_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "module" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title_sv" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "summary_sv" TEXT NOT NULL,
    "summary_en" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "module_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "module_version" (
    "id" UUID NOT NULL,
    "module_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "package_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "module_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "content_package" (
    "id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "standard" TEXT NOT NULL,
    "edition" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "file_count" INTEGER NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,
    "imported_by" UUID,

    CONSTRAINT "content_package_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "package_item" (
    "package_id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "depth" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "launch_path" TEXT,
    "launch_query" TEXT NOT NULL DEFAULT '',
    "type" TEXT NOT NULL,
    "mastery_score" DOUBLE PRECISION,
    "max_time_allowed" TEXT,
    "time_limit_action" TEXT,
    "data_from_lms" TEXT,

    CONSTRAINT "package_item_pkey" PRIMARY KEY ("package_id","identifier")
);

-- CreateTable
CREATE TABLE "package_file" (
    "package_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "media_type" TEXT NOT NULL,

    CONSTRAINT "package_file_pkey" PRIMARY KEY ("package_id","path")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" UUID NOT NULL,
    "module_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "profession_groups" TEXT[],
    "due_on" DATE NOT NULL,
    "message" TEXT,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL,
    "assigned_by" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registration" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "module_version_id" UUID NOT NULL,
    "package_id" UUID NOT NULL,
    "host_label" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt" (
    "id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "support_code" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "completion" TEXT NOT NULL,
    "success" TEXT NOT NULL,
    "score_scaled" DOUBLE PRECISION,
    "total_seconds" INTEGER NOT NULL DEFAULT 0,
    "last_item" TEXT,
    "last_sequence" INTEGER NOT NULL DEFAULT 0,
    "writer" TEXT,
    "last_commit_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_state" (
    "attempt_id" UUID NOT NULL,
    "item_identifier" TEXT NOT NULL,
    "elements" JSONB NOT NULL,
    "completion" TEXT NOT NULL,
    "success" TEXT NOT NULL,
    "score_scaled" DOUBLE PRECISION,
    "total_seconds" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "item_state_pkey" PRIMARY KEY ("attempt_id","item_identifier")
);

-- CreateTable
CREATE TABLE "commit_entry" (
    "attempt_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "item_identifier" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,
    "writer" TEXT NOT NULL,
    "session" TEXT NOT NULL,
    "final" BOOLEAN NOT NULL,
    "elements" JSONB NOT NULL,

    CONSTRAINT "commit_entry_pkey" PRIMARY KEY ("attempt_id","sequence")
);

-- CreateTable
CREATE TABLE "completion" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "module_id" UUID NOT NULL,
    "module_version_id" UUID NOT NULL,
    "attempt_id" UUID,
    "completed_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_on" DATE NOT NULL,
    "score_scaled" DOUBLE PRECISION,
    "source" TEXT NOT NULL,

    CONSTRAINT "completion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "completion_affiliation" (
    "completion_id" UUID NOT NULL,
    "affiliation_id" UUID NOT NULL,
    "unit_id" UUID,
    "municipality_code" CHAR(4),
    "profession_group" TEXT NOT NULL,
    "affiliation_kind" TEXT NOT NULL,
    "affiliation_status" TEXT NOT NULL,

    CONSTRAINT "completion_affiliation_pkey" PRIMARY KEY ("completion_id","affiliation_id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "installation" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_organisation_id_at_idx" ON "audit_entry"("organisation_id", "at" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_subject_id_idx" ON "audit_entry"("subject_id");

-- CreateIndex
CREATE INDEX "municipality_county_code_idx" ON "municipality"("county_code");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_root_unit_id_key" ON "organisation"("root_unit_id");

-- CreateIndex
CREATE INDEX "organisation_county_code_idx" ON "organisation"("county_code");

-- CreateIndex
CREATE INDEX "organisation_municipality_code_idx" ON "organisation"("municipality_code");

-- CreateIndex
CREATE INDEX "unit_county_code_idx" ON "unit"("county_code");

-- CreateIndex
CREATE INDEX "unit_municipality_code_idx" ON "unit"("municipality_code");

-- CreateIndex
CREATE INDEX "unit_placement_unit_id_valid_from_idx" ON "unit_placement"("unit_id", "valid_from");

-- CreateIndex
CREATE INDEX "unit_placement_organisation_id_idx" ON "unit_placement"("organisation_id");

-- CreateIndex
CREATE INDEX "unit_placement_parent_unit_id_idx" ON "unit_placement"("parent_unit_id");

-- CreateIndex
CREATE INDEX "headcount_unit_id_profession_group_as_of_idx" ON "headcount"("unit_id", "profession_group", "as_of");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "sign_in_identity_person_id_idx" ON "sign_in_identity"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_identity_kind_subject_key" ON "sign_in_identity"("kind", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_link_secret_hash_key" ON "one_time_link"("secret_hash");

-- CreateIndex
CREATE INDEX "one_time_link_person_id_idx" ON "one_time_link"("person_id");

-- CreateIndex
CREATE INDEX "role_grant_person_id_idx" ON "role_grant"("person_id");

-- CreateIndex
CREATE INDEX "affiliation_person_id_idx" ON "affiliation"("person_id");

-- CreateIndex
CREATE INDEX "affiliation_unit_id_profession_group_idx" ON "affiliation"("unit_id", "profession_group");

-- CreateIndex
CREATE INDEX "affiliation_municipality_code_idx" ON "affiliation"("municipality_code");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "course_slug_key" ON "course"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "module_slug_key" ON "module"("slug");

-- CreateIndex
CREATE INDEX "module_course_id_idx" ON "module"("course_id");

-- CreateIndex
CREATE INDEX "module_version_package_id_idx" ON "module_version"("package_id");

-- CreateIndex
CREATE UNIQUE INDEX "module_version_module_id_number_key" ON "module_version"("module_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "content_package_sha256_key" ON "content_package"("sha256");

-- CreateIndex
CREATE INDEX "package_file_sha256_idx" ON "package_file"("sha256");

-- CreateIndex
CREATE INDEX "assignment_organisation_id_idx" ON "assignment"("organisation_id");

-- CreateIndex
CREATE INDEX "assignment_module_id_idx" ON "assignment"("module_id");

-- CreateIndex
CREATE UNIQUE INDEX "registration_host_label_key" ON "registration"("host_label");

-- CreateIndex
CREATE UNIQUE INDEX "registration_person_id_module_version_id_key" ON "registration"("person_id", "module_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_support_code_key" ON "attempt"("support_code");

-- CreateIndex
CREATE UNIQUE INDEX "attempt_registration_id_number_key" ON "attempt"("registration_id", "number");

-- CreateIndex
CREATE INDEX "completion_module_id_completed_on_idx" ON "completion"("module_id", "completed_on");

-- CreateIndex
CREATE UNIQUE INDEX "completion_person_id_module_version_id_key" ON "completion"("person_id", "module_version_id");

-- AddForeignKey
ALTER TABLE "municipality" ADD CONSTRAINT "municipality_county_code_fkey" FOREIGN KEY ("county_code") REFERENCES "county"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_placement" ADD CONSTRAINT "unit_placement_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_placement" ADD CONSTRAINT "unit_placement_parent_unit_id_fkey" FOREIGN KEY ("parent_unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "headcount" ADD CONSTRAINT "headcount_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "catchment_municipality" ADD CONSTRAINT "catchment_municipality_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in_identity" ADD CONSTRAINT "sign_in_identity_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "affiliation" ADD CONSTRAINT "affiliation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "module" ADD CONSTRAINT "module_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "module_version" ADD CONSTRAINT "module_version_module_id_fkey" FOREIGN KEY ("module_id") REFERENCES "module"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "module_version" ADD CONSTRAINT "module_version_package_id_fkey" FOREIGN KEY ("package_id") REFERENCES "content_package"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "package_item" ADD CONSTRAINT "package_item_package_id_fkey" FOREIGN KEY ("package_id") REFERENCES "content_package"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "package_file" ADD CONSTRAINT "package_file_package_id_fkey" FOREIGN KEY ("package_id") REFERENCES "content_package"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attempt" ADD CONSTRAINT "attempt_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_state" ADD CONSTRAINT "item_state_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commit_entry" ADD CONSTRAINT "commit_entry_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "completion_affiliation" ADD CONSTRAINT "completion_affiliation_completion_id_fkey" FOREIGN KEY ("completion_id") REFERENCES "completion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: at most one published version of a module.
CREATE UNIQUE INDEX "module_version_one_published" ON "module_version"("module_id") WHERE "status" = 'published';

-- By hand: the audit trail is append-only, whoever asks.
CREATE FUNCTION audit_entry_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_entry is append-only';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON "audit_entry"
  FOR EACH ROW EXECUTE FUNCTION audit_entry_is_append_only();
