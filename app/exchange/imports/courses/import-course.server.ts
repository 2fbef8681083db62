import { addVersionWithin, publishVersionWithin } from '~/domain/catalogue/catalogue.server.ts'
import type { FactIntake } from '~/domain/catalogue/fact.ts'
import type { CourseOutline } from '~/domain/catalogue/module-outline.schema.ts'
import { saveCourseWithin } from '~/domain/catalogue/save-course.server.ts'
import { takeFactsWithin } from '~/domain/catalogue/take-facts.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import type { ModuleId, ModuleVersionId } from '~/kernel/ids.ts'
import { invariant } from '~/kernel/invariant.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { importPackage } from '../packages/import-package.server.ts'

export interface ImportCourse {
  actor: Actor
  outline: CourseOutline
  /** Where a module's package lies on the disk, by the name that the outline gives it. */
  zipFile: (name: string) => Promise<string>
  /** Whether learners get the new versions at once; else they wait as drafts. */
  publish: boolean
}

export interface ImportedCourse {
  course: string
  modules: ImportedModule[]
  facts: Record<FactIntake, number>
}

export interface ImportedModule {
  slug: string
  moduleId: ModuleId
  versionId: ModuleVersionId
  versionNumber: number
  /** False where the module had that very package already. */
  isNew: boolean
}

/**
 * Takes a course in as `npm run courses -- build` makes it: first its words, tracks and facts in one
 * transaction, then its packages one by one. What was there already stays as it is, so that an import that was
 * broken off, or is made twice, is simply made again.
 * @throws Refusal forbidden, catalogue.slug-taken, and those of importPackage
 */
export async function importCourse(input: ImportCourse): Promise<ImportedCourse> {
  const { actor, outline } = input
  const { saved, facts } = await inTransaction(actor, async (tx) => ({
    saved: await saveCourseWithin(tx, actor, outline),
    facts: await takeFactsWithin(tx, actor, outline.facts),
  }))
  const modules: ImportedModule[] = []
  for (const { slug, zip } of outline.modules) {
    const moduleId = saved.modules.get(slug)
    invariant(moduleId, `module ${slug} has been saved`)
    modules.push({ slug, moduleId, ...(await takeVersion(input, moduleId, zip)) })
  }
  return { course: outline.slug, modules, facts }
}

async function takeVersion(
  { actor, zipFile, publish }: ImportCourse,
  moduleId: ModuleId,
  zip: string,
): Promise<Omit<ImportedModule, 'slug' | 'moduleId'>> {
  const { result } = await importPackage({
    actor,
    zipFile: await zipFile(zip),
    fileName: zip,
    within: async (tx, packageId) => {
      const version = await addVersionWithin(tx, { actor, moduleId, packageId })
      if (publish && version.status !== 'published') {
        await publishVersionWithin(tx, { actor, versionId: version.id })
      }
      return version
    },
  })
  return { versionId: result.id, versionNumber: result.number, isNew: result.isNew }
}
