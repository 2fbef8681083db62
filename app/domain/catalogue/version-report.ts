import type { ModuleId, ModuleVersionId, PackageId } from '~/kernel/ids.ts'
import type { PackageProblem } from '~/standards/scorm/problem.ts'
import type { VersionStatus } from './catalogue.ts'
import type { HostKind } from './package-host.ts'
import type { LearnerIdentity } from './package-settings.schema.ts'

/** What an editor is told about a version before it is published. */
export interface VersionReport {
  id: ModuleVersionId
  number: number
  status: VersionStatus
  createdAt: Date
  publishedAt: Date | null
  module: { id: ModuleId; title: string }
  /** The number of the version that learners get now; null where there is none. */
  publishedNumber: number | null
  package: ReportPackage
  items: ReportItem[]
  /** The heaviest first, at most ten. */
  largestFiles: ReportFile[]
  /** Those that the learner's browser would contact by itself first, then in the alphabet's order. */
  hosts: ReportHost[]
}

export interface ReportPackage {
  id: PackageId
  fileName: string
  title: string
  standard: string
  /** "1.2", "2004 2nd", "2004 3rd" or "2004 4th". */
  edition: string
  /** As its metadata says: a language tag. */
  language: string | null
  description: string | null
  durationSeconds: number | null
  needsSequencing: boolean
  strict: boolean
  learnerIdentity: LearnerIdentity
  problems: PackageProblem[]
  fileCount: number
  zipBytes: number
  unpackedBytes: number
  importedAt: Date
}

export interface ReportItem {
  identifier: string
  title: string
  depth: number
  type: 'sco' | 'asset' | 'heading'
  visible: boolean
  launchPath: string | null
  /** SCORM 1.2: 0..100. */
  masteryScore: number | null
  /** SCORM 2004: -1..1. */
  scaledPassingScore: number | null
}

export interface ReportFile {
  path: string
  bytes: number
  mediaType: string
}

export interface ReportHost {
  host: string
  kinds: HostKind[]
  /** The first file that names it; null where an editor did. */
  foundIn: string | null
  isAllowed: boolean
}

/** Ready to be published, or to be looked at first. What must not be published is refused at its import. */
export type Verdict = 'ready' | 'look'

/** What there is to look at, in the order in which it matters. */
export interface ReportFindings {
  verdict: Verdict
  problems: PackageProblem[]
  /** Hosts that the package would contact and may not. */
  stoppedHosts: string[]
  /** Whether no part tells how it went. */
  isWithoutResults: boolean
  /** How many of these there are: each problem, the hosts together, the missing results. */
  count: number
}

/**
 * The traffic light of a version. What the reader said of hosts is said by the hosts themselves here,
 * since an editor may have allowed them meanwhile.
 */
export function findingsOf(
  report: Pick<VersionReport, 'package' | 'items' | 'hosts'>,
): ReportFindings {
  const problems = report.package.problems.filter(({ code }) => code !== 'hosts-contacted')
  const stoppedHosts = report.hosts
    .filter(({ kinds, isAllowed }) => !isAllowed && isContacted(kinds))
    .map(({ host }) => host)
  const isWithoutResults = report.items.every(({ type }) => type !== 'sco')
  const count = problems.length + Number(stoppedHosts.length > 0) + Number(isWithoutResults)
  return { verdict: count > 0 ? 'look' : 'ready', problems, stoppedHosts, isWithoutResults, count }
}

/** Whether a browser goes there by itself: a link waits to be followed, and forms are never sent away. */
export function isContacted(kinds: readonly HostKind[]): boolean {
  return kinds.some((kind) => kind !== 'link' && kind !== 'form')
}
