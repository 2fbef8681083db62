import { i18nOf } from '~/i18n/messages.server.ts'
import { isRefusal, Refusal } from '~/kernel/refusal.ts'
import { launchableItems, type ScormManifest } from '~/standards/scorm/manifest.ts'
import type { PackageProblem } from '~/standards/scorm/problem.ts'
import type { PackageLimits } from './package-limits.ts'
import { contactedHosts } from './package-problems.ts'
import { nullSink } from './package-sink.server.ts'
import { noFindings, readPackage, type PackageFindings } from './read-package.server.ts'

/** What a check says of a package, as JSON. What is not known of a refused one is null, [] or 0. */
export interface PackageCheck {
  /** Whether an import would take it in. */
  ok: boolean
  standard: 'SCORM' | null
  edition: ScormManifest['edition'] | null
  title: string | null
  /** Those that can be opened; `launch` is the file's path with what follows it in the URL. */
  items: { id: string; title: string; launch: string; type: 'sco' | 'asset' }[]
  files: number
  /** Unpacked. */
  bytes: number
  /** Those that a learner's browser would contact. */
  hosts: string[]
  /** Whether it says more of its order than "from top to bottom". */
  sequencing: boolean
  problems: SpokenProblem[]
}

export interface SpokenProblem {
  severity: 'error' | 'warning'
  code: string
  where: string | null
  /** In English. */
  message: string
}

/**
 * Checks a package as an import would, to the last byte, and keeps nothing: no file, no row.
 * @param input.deadline milliseconds; a package that takes longer is answered with package.too-slow
 */
export async function checkPackage(input: {
  zipFile: string
  limits: PackageLimits
  deadline: number
}): Promise<PackageCheck> {
  const { zipFile, limits, deadline } = input
  const findings = noFindings()
  const signal = AbortSignal.timeout(deadline)
  try {
    const { problems } = await readPackage({ zipFile, sink: nullSink, limits, signal, findings })
    return answerOf(findings, problems.map(spokenProblem), true)
  } catch (error) {
    const refusal = signal.aborted
      ? new Refusal('package.too-slow', { seconds: Math.round(deadline / 1_000) })
      : error
    if (!isRefusal(refusal)) throw refusal
    const all = findings.refusals.includes(refusal) ? findings.refusals : [refusal]
    return answerOf(findings, all.map(spokenRefusal), false)
  }
}

function answerOf(findings: PackageFindings, problems: SpokenProblem[], ok: boolean): PackageCheck {
  const { manifest, files, fileCount, scan } = findings
  return {
    ok,
    standard: manifest?.standard ?? null,
    edition: manifest?.edition ?? null,
    title: manifest?.title ?? null,
    items: (manifest ? launchableItems(manifest) : []).map((item) => ({
      id: item.identifier,
      title: item.title,
      launch: item.launchPath + item.launchQuery,
      type: item.type,
    })),
    files: fileCount,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    hosts: contactedHosts(scan.hosts),
    sequencing: manifest?.needsSequencing ?? false,
    problems,
  }
}

/** A warning in English. */
export function spokenProblem({ severity, code, where, detail }: PackageProblem): SpokenProblem {
  const message = i18nOf('en').tLoose(`package-problem.${code}`, detail, 'error.title.refused')
  return { severity, code, where, message }
}

function spokenRefusal({ code, detail, clause }: Refusal): SpokenProblem {
  const said = i18nOf('en').tLoose(`refusal.${code}`, detail, 'error.title.refused')
  const message = clause === undefined ? said : `${said} (${clause})`
  const { path, item } = detail
  return { severity: 'error', code, where: textOf(path) ?? textOf(item), message }
}

const textOf = (value: string | number | undefined) => (value === undefined ? null : String(value))
