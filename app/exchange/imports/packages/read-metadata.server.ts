import { isRefusal } from '~/kernel/refusal.ts'
import { clauseOf } from '~/standards/scorm/edition.ts'
import { describedBy, type ScormManifest } from '~/standards/scorm/manifest.ts'
import {
  metadataOfFile,
  type MetadataFault,
  type PackageMetadata,
} from '~/standards/scorm/metadata.ts'
import { packageWarning, type PackageProblem } from '~/standards/scorm/problem.ts'
import { shown } from './entry-path.ts'
import type { PackageEntry } from './package-entries.server.ts'
import type { PackageFiles } from './package-files.ts'
import type { PackageLimits } from './package-limits.ts'
import { readEntry } from './read-entry.server.ts'
import type { OpenZip } from './zip-file.server.ts'

interface ReadMetadata {
  zip: OpenZip
  limits: PackageLimits
  signal: AbortSignal | undefined
  entries: readonly PackageEntry[]
  paths: PackageFiles
}

/**
 * The manifest with what the package's metadata files say of the course, and with a warning for each that
 * is missing or cannot be read.
 * @throws Refusal as for every file of the package: package.file-damaged, .unpacked-too-large, .bomb
 */
export async function withMetadataRead(
  manifest: ScormManifest,
  reading: ReadMetadata,
): Promise<ScormManifest> {
  const { entries, paths } = reading
  const clause = clauseOf(manifest.edition, '<adlcp:location>')
  const told: PackageMetadata[] = []
  const problems: PackageProblem[] = []
  for (const { path, isOfCourse } of manifest.metadataFiles) {
    const spelled = paths.find(path)
    const file = entries.find((entry) => entry.path === spelled)
    const found = file ? await metadataIn(file, reading) : 'metadata-missing'
    if (typeof found === 'string') {
      const megabytes = reading.limits.maxMetadataBytes / 1_000_000
      const detail = { path: shown(path), megabytes, clause }
      problems.push(packageWarning(found, shown(path), detail))
    } else if (isOfCourse) told.push(found)
  }
  const described = describedBy(manifest, told)
  return { ...described, problems: [...manifest.problems, ...problems] }
}

async function metadataIn(
  file: PackageEntry,
  { zip, limits, signal }: ReadMetadata,
): Promise<PackageMetadata | MetadataFault> {
  const maxBytes = limits.maxMetadataBytes
  try {
    return metadataOfFile(await readEntry({ zip, file, limits, maxBytes, signal }))
  } catch (error) {
    if (isRefusal(error) && error.code === 'package.file-too-large') return 'metadata-too-large'
    throw error
  }
}
