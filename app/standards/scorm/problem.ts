import type { RefusalDetail } from '~/kernel/refusal.ts'

/** Something that an editor should know of a package. */
export interface PackageProblem {
  severity: 'error' | 'warning'
  /** A key below `package-problem.` in the messages, or of a refusal: "package.bomb". */
  code: string
  /** An item's identifier, a file's path or null. */
  where: string | null
  /** Fills the message's {places}. */
  detail: RefusalDetail
}

/** A problem that leaves the package usable. */
export function packageWarning(
  code: string,
  where: string | null = null,
  detail: RefusalDetail = {},
): PackageProblem {
  return { severity: 'warning', code, where, detail }
}
