import type { Tx } from '~/platform/db/sql.server.ts'

/** Files that one account has brought in become another's. */
export async function moveHeadcountFiles(
  tx: Tx,
  { keptId, closedId }: { keptId: string; closedId: string },
): Promise<void> {
  const data = { broughtBy: keptId }
  await tx.headcountImport.updateMany({ where: { broughtBy: closedId }, data })
}
