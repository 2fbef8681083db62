import type { CourseId, ModuleId, ModuleVersionId } from '~/kernel/ids.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { ModuleKind } from './module-outline.schema.ts'

/** A draft is seen by editors only; a withdrawn version is finished by those who had begun it. */
export type VersionStatus = 'draft' | 'published' | 'withdrawn'

/** A version as far as the rules need it. */
export interface VersionMark {
  id: ModuleVersionId
  /** 1, 2, 3 … within the module. */
  number: number
  status: VersionStatus
}

/** What learners get of a module, and what waits to replace it. */
export interface ModuleState {
  published: VersionMark | null
  /** The newest draft, unless it is older than what is published. */
  draft: VersionMark | null
}

/** Where a module stands, told from all its versions. */
export function moduleStateOf(versions: readonly VersionMark[]): ModuleState {
  const published = versions.find(({ status }) => status === 'published') ?? null
  const drafts = versions.filter(({ status }) => status === 'draft').sort(byNumber)
  const newest = drafts.at(-1) ?? null
  const isOutdated = newest !== null && published !== null && newest.number < published.number
  return { published, draft: isOutdated ? null : newest }
}

const byNumber = (a: VersionMark, b: VersionMark) => a.number - b.number

/** The number of a module's next version. */
export function nextNumber(versions: readonly VersionMark[]): number {
  return Math.max(0, ...versions.map(({ number }) => number)) + 1
}

/**
 * What changes when a version is published. A withdrawn one may come back: that is the way out when
 * its successor turns out to be broken.
 * @param versions all versions of the module, the one to publish among them
 * @throws Refusal catalogue.already-published
 */
export function publicationOf(
  version: VersionMark,
  versions: readonly VersionMark[],
): { publish: VersionMark; withdraw: VersionMark | null } {
  if (version.status === 'published') {
    throw new Refusal('catalogue.already-published', { number: version.number })
  }
  return { publish: version, withdraw: moduleStateOf(versions).published }
}

/** The subject's words in both languages, as they would stand in a web address. */
const tellingWords = /heder|vald|fortryck|aktenskap|stympning|oskuld|honou?r|violence|oppress|marri/

/**
 * Whether a slug gives nothing away to who reads the address over a shoulder or in the history of a
 * shared computer.
 */
export function isNeutralSlug(slug: string): boolean {
  return !tellingWords.test(slug.replaceAll('-', ''))
}

/** The catalogue as editors see it. */
export interface CatalogueCourse {
  id: CourseId
  slug: string
  title: string
  modules: CatalogueModule[]
}

export interface CatalogueModule extends ModuleState {
  id: ModuleId
  title: string
  minutes: number
}

/** A course as everybody may see it: published modules only, at least one. */
export interface PublishedCourse {
  id: CourseId
  slug: string
  title: string
  description: string
  modules: PublishedModule[]
}

export interface PublishedModule {
  id: ModuleId
  slug: string
  title: string
  summary: string
  minutes: number
  kind: ModuleKind
  /** The version that a learner who begins today gets. */
  versionId: ModuleVersionId
  /** Whether it can be taken without signing in. */
  isOpen: boolean
  course: { slug: string; title: string }
}

/** A module's page for editors. */
export interface EditedModule {
  id: ModuleId
  slug: string
  title: string
  summary: string
  minutes: number
  course: { slug: string; title: string }
  /** Newest first. */
  versions: EditedVersion[]
}

export interface EditedVersion extends VersionMark {
  fileName: string
  fileCount: number
  /** Of the zip. */
  bytes: number
  createdAt: Date
  publishedAt: Date | null
}
