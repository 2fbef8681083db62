import type { Tx } from '~/platform/db/sql.server.ts'

type AuditRow = Parameters<Tx['auditEntry']['create']>[0]['data']

export async function insertAudit(tx: Tx, rows: AuditRow[]): Promise<void> {
  await tx.auditEntry.createMany({ data: rows })
}
