import { addVersion, createModule, publishVersion } from '~/domain/catalogue/catalogue.server.ts'
import type { PackageFacts, PackagePlace } from '~/domain/catalogue/content-package.ts'
import {
  listPackagePlaces,
  listPackages,
  readPackageFacts,
} from '~/domain/catalogue/list-packages.server.ts'
import { readModuleForEditor } from '~/domain/catalogue/read-catalogue.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import type { ModuleId, PackageId } from '~/kernel/ids.ts'
import { invariant } from '~/kernel/invariant.ts'
import { Refusal } from '~/kernel/refusal.ts'
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
 * already, or a new one with the package's title.
 * @throws Refusal forbidden, package.no-such-course, package.no-such-module, and those of importPackage
 */
export async function importToModule(input: ImportToModule): Promise<ImportedVersion> {
  const { actor, zipFile, fileName } = input
  const places = await listPackagePlaces(actor)
  const place = placeOf(input, places)
  const { packageId } = await importPackage({ actor, zipFile, fileName })
  const facts = await readPackageFacts(actor, packageId)
  const slug = input.module ?? (await slugOfHolder(actor, input.course, packageId))
  const held = place.modules.find((module) => module.slug === slug)
  const moduleId = held?.id ?? (await makeModule(actor, place, facts, places))
  const before = await numbersOf(moduleId)
  const versionId = await addVersion({ actor, moduleId, packageId })
  const added = await versionOf(moduleId, versionId)
  if (input.publish && added.status !== 'published') await publishVersion({ actor, versionId })
  const { edition, title, problems } = facts
  return {
    packageId,
    moduleSlug: added.moduleSlug,
    versionNumber: added.number,
    published: input.publish || added.status === 'published',
    isNew: !before.has(added.number),
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

/** The module of the course that learners get the very package from, or will when it is published. */
async function slugOfHolder(actor: Actor, course: string, packageId: PackageId) {
  const holder = (await listPackages(actor)).find(
    (version) =>
      version.course === course &&
      version.packageId === packageId &&
      version.status !== 'withdrawn',
  )
  return holder?.module
}

/** A module must say how long it takes; where the package does not, twenty minutes are said. */
const usualMinutes = 20

async function makeModule(
  actor: Actor,
  { courseId }: PackagePlace,
  { title, description, durationSeconds }: PackageFacts,
  places: PackagePlace[],
): Promise<ModuleId> {
  const taken = new Set(places.flatMap(({ modules }) => modules.map(({ slug }) => slug)))
  const slug = moduleSlugOf(title, taken)
  const name = [...(title.trim() || slug)].slice(0, 120).join('')
  const summary = [...(description?.trim() || name)].slice(0, 1_000).join('')
  const minutes = durationSeconds === null ? usualMinutes : Math.round(durationSeconds / 60)
  return createModule({
    actor,
    courseId,
    slug,
    titleSv: name,
    titleEn: name,
    summarySv: summary,
    summaryEn: summary,
    minutes: Math.min(600, Math.max(1, minutes)),
  })
}

async function numbersOf(moduleId: ModuleId): Promise<Set<number>> {
  const { versions } = await readModuleForEditor(moduleId, 'sv')
  return new Set(versions.map(({ number }) => number))
}

async function versionOf(moduleId: ModuleId, versionId: string) {
  const { slug, versions } = await readModuleForEditor(moduleId, 'sv')
  const version = versions.find(({ id }) => id === versionId)
  invariant(version, 'a version that was added is there')
  return { ...version, moduleSlug: slug }
}
