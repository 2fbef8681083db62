import { foreignHrefsOf, launchableItems, type ScormManifest } from '~/standards/scorm/manifest.ts'
import { packageWarning, type PackageProblem } from '~/standards/scorm/problem.ts'
import { shown } from './entry-path.ts'
import type { PackageFiles } from './package-files.ts'
import type { HostScan } from './package-hosts.ts'

interface FoundPackage {
  manifest: ScormManifest
  /** What its resources name. */
  named: { path: string; where: string }[]
  paths: PackageFiles
  files: { path: string; bytes: number }[]
  scan: HostScan
  /** Whether names in the zip were in no Unicode. */
  isForeign: boolean
}

/** Missing files that are told by name; of the others, how many. */
const mostMissing = 20
/** A film of a hundred megabytes takes minutes on a slow line. */
const largeBytes = 100_000_000

/** What an editor should know of a package that can be taken in; the manifest's own warnings first. */
export function problemsOf(found: FoundPackage): PackageProblem[] {
  return [
    ...found.manifest.problems,
    ...(isUntitled(found.manifest) ? [packageWarning('title-missing')] : []),
    ...missingFiles(found),
    ...foreignFiles(found.manifest),
    ...habits(found),
    ...hosts(found.scan),
    ...found.files
      .filter(({ bytes }) => bytes > largeBytes)
      .map(({ path, bytes }) =>
        packageWarning('large-file', path, {
          path: shown(path),
          megabytes: Math.round(bytes / 1e6),
        }),
      ),
    ...(found.isForeign ? [packageWarning('foreign-names')] : []),
  ]
}

/** What stands for the title where the manifest has none. */
const isUntitled = ({ title, identifier, items }: ScormManifest) =>
  title === '' || title === identifier || title === items[0]?.identifier

function missingFiles({ named, paths }: FoundPackage): PackageProblem[] {
  const missing = new Map<string, string>()
  for (const { path, where } of named) {
    // A folder is named where all in it is meant.
    const isFile = path !== '' && !path.endsWith('/')
    if (isFile && !missing.has(path) && paths.find(path) === undefined) missing.set(path, where)
  }
  const told = [...missing].slice(0, mostMissing)
  const count = missing.size - told.length
  return [
    ...told.map(([path, where]) =>
      packageWarning('file-missing', shown(path), { path: shown(path), resource: shown(where) }),
    ),
    ...(count > 0 ? [packageWarning('files-missing-more', null, { count })] : []),
  ]
}

function foreignFiles(manifest: ScormManifest): PackageProblem[] {
  const [href, ...others] = foreignHrefsOf(manifest)
  if (href === undefined) return []
  return [packageWarning('foreign-file', null, { href: shown(href), others: others.length })]
}

function habits({ manifest, scan }: FoundPackage): PackageProblem[] {
  const flashLaunch = launchableItems(manifest).find(({ launchPath }) => /\.swf$/i.test(launchPath))
  const told = new Map(scan.habits)
  if (flashLaunch) told.set('flash', flashLaunch.launchPath)
  return [...told].map(([habit, path]) => packageWarning(habit, path, { path: shown(path) }))
}

function hosts(scan: HostScan): PackageProblem[] {
  const contacted = contactedHosts(scan.hosts)
  const first = contacted.slice(0, 5).join(', ')
  const detail = { count: contacted.length, hosts: first }
  return [
    ...(contacted.length > 0 ? [packageWarning('hosts-contacted', null, detail)] : []),
    ...(scan.cutAt === null
      ? []
      : [packageWarning('scan-cut', scan.cutAt, { path: shown(scan.cutAt) })]),
  ]
}

/** The hosts that a learner's browser would contact without the learner's doing. */
export function contactedHosts(found: HostScan['hosts']): string[] {
  return found.filter(({ kinds }) => kinds.some((kind) => kind !== 'link')).map(({ host }) => host)
}
