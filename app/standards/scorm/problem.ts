import type { RefusalDetail } from '~/kernel/refusal.ts'

/** Something that an editor should know of a package that can be used; what hinders use is refused. */
export interface PackageProblem {
  severity: 'warning'
  /** A key below `package-problem.` in the messages. */
  code: string
  /** An item's identifier, a file's path or null. */
  where: string | null
  /** Fills the message's {places}. */
  detail: RefusalDetail
}

/** A problem, "shared-data", at a place in the package, with what fills its message. */
export function packageWarning(
  code: string,
  where: string | null = null,
  detail: RefusalDetail = {},
): PackageProblem {
  return { severity: 'warning', code, where, detail }
}
