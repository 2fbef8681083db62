-- By hand, since schema.prisma cannot say what an index includes or leaves out: who has done a module, without a look at
-- the rows themselves, which lie among those of all other modules; and who has done it elsewhere, who are few.
DROP INDEX "completion_module_id_completed_on_idx";

CREATE INDEX "completion_of_module"
  ON "completion"("module_id", "completed_on") INCLUDE ("person_id", "source");

CREATE INDEX "completion_imported"
  ON "completion"("module_id", "completed_on") INCLUDE ("person_id")
  WHERE "source" = 'import';
