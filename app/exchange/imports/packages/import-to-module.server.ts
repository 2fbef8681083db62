import {
  addVersionWithin,
  createModuleWithin,
  publishVersionWithin,
} from '~/domain/catalogue/catalogue.server.ts'
import type { PackageFacts, PackagePlace } from '~/domain/catalogue/content-package.ts'
import {
  findHolder,
  listPackagePlaces,
  readPackageFacts,
} from '~/domain/catalogue/list-packages.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import type { ModuleId, PackageId } from '~/kernel/ids.ts'
import { Refusal } from '~/kernel/refusal.ts'
import type { Tx } from '~/platform/db/sql.server.ts'
import type { PackageProblem } from '~/standards/scorm/problem.ts'
import { importPackage } from './import-package.server.ts'
import { moduleSlugOf } from './module-slug.ts'

export interface ImportToModule {
  actor: Actor
  /** A zip on disk; it is read and left where it is. */
  zipFile: string
  fileName: string
  /** A course's slug. */
  course: string
  /** The slug of a module of that course; without it, the module is made. */
  module?: string
  publish: boolean
  /** See publishVersion. */
  acceptsPeerConnection?: boolean
}

export interface ImportedVersion {
  packageId: PackageId
  moduleSlug: string
  versionNumber: number
  published: boolean
  /** False where the module had that very package already. */
  isNew: boolean
  edition: string
  title: string
  problems: PackageProblem[]
}

/**
 * Takes a package in as a version of a module: a named one, the one of the course that has the package
 * already, or a new one with the package's title. All of it is there afterwards, or nothing.
 * @throws Refusal forbidden, package.no-such-course, package.no-such-module, and those of importPackage
 *   and publishVersion
 */
export async function importToModule(input: ImportToModule): Promise<ImportedVersion> {
  const { actor, zipFile, fileName } = input
  const places = await listPackagePlaces(actor)
  const place = placeOf(input, places)
  const { packageId, result } = await importPackage({
    actor,
    zipFile,
    fileName,
    within: (tx, packageId) => addTo(tx, input, place, places, packageId),
  })
  return { packageId, ...result }
}

/** The version in its module, which is made where there is none. */
async function addTo(
  tx: Tx,
  { actor, module, publish, acceptsPeerConnection }: ImportToModule,
  place: PackagePlace,
  places: PackagePlace[],
  packageId: PackageId,
): Promise<Omit<ImportedVersion, 'packageId'>> {
  const facts = await readPackageFacts(tx, actor, packageId)
  const held =
    module === undefined
      ? await findHolder(tx, actor, { courseId: place.courseId, packageId })
      : place.modules.find(({ slug }) => slug === module)
  const { id: moduleId, slug: moduleSlug } =
    held ?? (await makeModule(tx, actor, place, facts, places))
  const version = await addVersionWithin(tx, { actor, moduleId, packageId })
  if (publish && version.status !== 'published') {
    await publishVersionWithin(tx, { actor, versionId: version.id, acceptsPeerConnection })
  }
  const { edition, title, problems } = facts
  return {
    moduleSlug,
    versionNumber: version.number,
    published: publish || version.status === 'published',
    isNew: version.isNew,
    edition,
    title,
    problems,
  }
}

function placeOf({ course, module }: ImportToModule, places: PackagePlace[]): PackagePlace {
  const place = places.find((each) => each.course === course)
  if (!place) throw new Refusal('package.no-such-course', { course })
  if (module !== undefined && !place.modules.some(({ slug }) => slug === module)) {
    throw new Refusal('package.no-such-module', { course, module })
  }
  return place
}

/** A module must say how long it takes; where the package does not, twenty minutes are said. */
const usualMinutes = 20

async function makeModule(
  tx: Tx,
  actor: Actor,
  { courseId }: PackagePlace,
  { title, description, durationSeconds }: PackageFacts,
  places: PackagePlace[],
): Promise<{ id: ModuleId; slug: string }> {
  const taken = new Set(places.flatMap(({ modules }) => modules.map(({ slug }) => slug)))
  const slug = moduleSlugOf(title, taken)
  const name = [...(title.trim() || slug)].slice(0, 120).join('')
  const summary = [...(description?.trim() || name)].slice(0, 1_000).join('')
  const minutes = durationSeconds === null ? usualMinutes : Math.round(durationSeconds / 60)
  const id = await createModuleWithin(tx, {
    actor,
    courseId,
    slug,
    titleSv: name,
    titleEn: name,
    summarySv: summary,
    summaryEn: summary,
    minutes: Math.min(600, Math.max(1, minutes)),
  })
  return { id, slug }
}
