import type { CourseId, ModuleId, PackageId } from '~/kernel/ids.ts'
import type { PackageProblem } from '~/standards/scorm/problem.ts'
import type { ActivitySequencing } from '~/standards/scorm/sequencing.ts'
import type { VersionStatus } from './catalogue.ts'
import type { OutlinePart } from './module-outline.schema.ts'

/** A package that has been read and found good, ready to be kept. */
export interface NewContentPackage {
  /** Of the zip; the same zip is the same package. */
  sha256: string
  fileName: string
  standard: string
  edition: string
  title: string
  /** A language tag, "sv". */
  language: string | null
  description: string | null
  durationSeconds: number | null
  /** Of the zip. */
  bytes: number
  needsSequencing: boolean
  /** The organization's own; null for SCORM 1.2. */
  sequencing: (ActivitySequencing & { objectivesGlobalToSystem: boolean }) | null
  /** Warnings: what refuses never comes here. */
  problems: PackageProblem[]
  items: NewPackageItem[]
  files: NewPackageFile[]
  hosts: NewPackageHost[]
  /** Of its text, where it tells them. */
  parts: OutlinePart[]
}

export interface NewPackageItem {
  identifier: string
  /** 0, 1, 2 … in document order. */
  position: number
  depth: number
  /** The identifier of the item that holds this one. */
  parent: string | null
  title: string
  /** Whether contents lists show it. */
  visible: boolean
  /** Null for a heading: an item that only holds others. */
  launchPath: string | null
  launchQuery: string
  type: 'sco' | 'asset' | 'heading'
  /** SCORM 1.2: 0..100. */
  masteryScore: number | null
  /** SCORM 2004: -1..1. */
  scaledPassingScore: number | null
  /** SCORM 2004: 0..1. */
  completionThreshold: number | null
  maxTimeAllowed: string | null
  timeLimitAction: string | null
  dataFromLms: string | null
  /** SCORM 1.2, AICC script. */
  prerequisites: string | null
  /** SCORM 2004. */
  sequencing: ActivitySequencing | null
}

/** A host that the package names. */
export interface NewPackageHost {
  host: string
  /** script, style, font, image, media, frame, connect, form, link */
  kinds: string[]
  /** The first file that names it. */
  foundIn: string
}

export interface NewPackageFile {
  path: string
  sha256: string
  bytes: number
  mediaType: string
}

/** A version with its package, as the command line lists them. */
export interface ListedPackage {
  packageId: PackageId
  course: string
  module: string
  version: number
  status: VersionStatus
  edition: string
  title: string
  files: number
  /** Of the zip. */
  bytes: number
  importedAt: Date
}

/** Where a package can go: a course by its slug, with its modules. */
export interface PackagePlace {
  courseId: CourseId
  course: string
  modules: { id: ModuleId; slug: string }[]
}

/** What a package says of itself. */
export interface PackageFacts {
  edition: string
  title: string
  description: string | null
  durationSeconds: number | null
  problems: PackageProblem[]
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
