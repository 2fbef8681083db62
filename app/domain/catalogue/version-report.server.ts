import type { Language } from '~/i18n/format.ts'
import { isId } from '~/kernel/ids.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { selectVersionReport } from './version-report.db.server.ts'
import type { VersionReport } from './version-report.ts'

/**
 * What a version's package holds, for editors. Sizes in bytes.
 * @throws Refusal not-found
 */
export async function readVersionForEditor(
  versionId: string | undefined,
  language: Language,
): Promise<VersionReport> {
  const found = isId(versionId) && (await selectVersionReport(versionId, language))
  if (!found) throw new Refusal('not-found')
  return found
}
