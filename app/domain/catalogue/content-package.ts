import type { ModuleId, ModuleVersionId, PackageId } from '~/kernel/ids.ts'
import type { VersionStatus } from './catalogue.ts'

/** A package that has been read and found good, ready to be kept. */
export interface NewContentPackage {
  /** Of the zip; the same zip is the same package. */
  sha256: string
  fileName: string
  standard: string
  edition: string
  title: string
  /** Of the zip. */
  bytes: number
  items: NewPackageItem[]
  files: NewPackageFile[]
}

export interface NewPackageItem {
  identifier: string
  /** 0, 1, 2 … in document order. */
  position: number
  depth: number
  title: string
  /** Null for a heading: an item that only holds others. */
  launchPath: string | null
  launchQuery: string
  type: 'sco' | 'asset' | 'heading'
  masteryScore: number | null
  maxTimeAllowed: string | null
  timeLimitAction: string | null
  dataFromLms: string | null
}

export interface NewPackageFile {
  path: string
  sha256: string
  bytes: number
  mediaType: string
}

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
  package: {
    id: PackageId
    fileName: string
    title: string
    standard: string
    edition: string
    fileCount: number
    zipBytes: number
    unpackedBytes: number
    importedAt: Date
  }
  items: ReportItem[]
  /** The heaviest first, at most ten. */
  largestFiles: ReportFile[]
}

export interface ReportItem {
  identifier: string
  title: string
  depth: number
  type: 'sco' | 'asset' | 'heading'
  launchPath: string | null
  masteryScore: number | null
}

export interface ReportFile {
  path: string
  bytes: number
  mediaType: string
}

/** A file's name as it may be kept and shown: its last part, no control characters, 200 characters. */
export function plainFileName(name: string): string {
  const last = name.split(/[/\\]/).pop() ?? ''
  const plain = last.replace(/[\p{Cc}\p{Surrogate}]/gu, '').trim()
  return plain === '' ? 'package.zip' : [...plain].slice(0, 200).join('')
}

export type SizeUnit = 'kB' | 'MB' | 'GB'

/** A number of bytes as people say it: 1,234,567 is 1.2 MB. Powers of ten, as file managers count. */
export function sizeOf(bytes: number): { value: number; unit: SizeUnit } {
  if (bytes >= 999_950_000) return { value: bytes / 1e9, unit: 'GB' }
  if (bytes >= 999_950) return { value: bytes / 1e6, unit: 'MB' }
  return { value: bytes === 0 ? 0 : Math.max(bytes / 1e3, 0.1), unit: 'kB' }
}
