-- By hand: who works where, in the order in which they are counted, without a look at the rows themselves.
-- Partial, so not in schema.prisma.
CREATE INDEX "affiliation_confirmed_at_unit"
  ON "affiliation"("unit_id", "profession_group", "person_id")
  INCLUDE ("kind", "valid_from", "valid_to", "decided_at")
  WHERE "status" = 'confirmed';
