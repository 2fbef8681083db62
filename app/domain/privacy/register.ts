import { activityPrivacy } from '~/domain/activity/activity.privacy.ts'
import { assignmentPrivacy } from '~/domain/assignment/assignment.privacy.ts'
import { attemptPrivacy } from '~/domain/attempt/attempt.privacy.ts'
import { auditPrivacy } from '~/domain/audit/audit.privacy.ts'
import { cataloguePrivacy } from '~/domain/catalogue/catalogue.privacy.ts'
import { coveragePrivacy } from '~/domain/coverage/coverage.privacy.ts'
import { credentialPrivacy } from '~/domain/credential/credential.privacy.ts'
import { identityPrivacy } from '~/domain/identity/identity.privacy.ts'
import { noticePrivacy } from '~/domain/notice/notice.privacy.ts'
import { organisationPrivacy } from '~/domain/organisation/organisation.privacy.ts'
import { placePrivacy } from '~/domain/place/place.privacy.ts'
import { qualityPrivacy } from '~/domain/quality/quality.privacy.ts'
import type { PersonalDataRegister } from '~/kernel/personal-data.ts'
import { platformPrivacy } from '~/platform/platform.privacy.ts'

/** The register of personal data: every table's every column, told by the noun that writes it. */
export const personalDataRegister: PersonalDataRegister = {
  ...auditPrivacy,
  ...placePrivacy,
  ...organisationPrivacy,
  ...identityPrivacy,
  ...noticePrivacy,
  ...cataloguePrivacy,
  ...assignmentPrivacy,
  ...attemptPrivacy,
  ...qualityPrivacy,
  ...credentialPrivacy,
  ...activityPrivacy,
  ...coveragePrivacy,
  ...platformPrivacy,
}

/** What the register and the database disagree on, as "table.column"; both lists empty when they agree. */
export function compareWithColumns(
  register: PersonalDataRegister,
  columns: { table: string; column: string }[],
): { unregistered: string[]; gone: string[] } {
  const real = new Set(columns.map(({ table, column }) => `${table}.${column}`))
  const registered = new Set(
    Object.entries(register).flatMap(([table, entries]) =>
      Object.keys(entries).map((column) => `${table}.${column}`),
    ),
  )
  return {
    unregistered: [...real].filter((name) => !registered.has(name)),
    gone: [...registered].filter((name) => !real.has(name)),
  }
}
