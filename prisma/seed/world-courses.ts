import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { importCourse } from '~/exchange/imports/courses/import-course.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import type { Course } from '../../courses/toolkit/source/course-model.ts'
import { builtCourse } from '../../courses/toolkit/builder/built-course.ts'
import type { SeededModule } from './world-completions.ts'

/** Samsyn's own course, as its text stands. */
const folder = path.resolve('courses/heder')

/** How likely a person of the world is to have finished a module: fewer the further on it lies. */
const reached: Record<string, number> = {
  'grund-1-vad-det-ar': 0.7,
  'grund-2-vem': 0.62,
  'grund-3-uttryck': 0.56,
  'grund-4-upptacka-och-fraga': 0.5,
  'grund-5-lagen': 0.45,
  'grund-6-skydd-forst': 0.42,
  kunskapsprov: 0.38,
}
const reachedElsewhere = 0.12

/** The course in the catalogue, published, by the way that any operator takes it in. */
export async function seedCourse(): Promise<{ course: Course; modules: SeededModule[] }> {
  const { course, outline, zipOf } = builtCourse(folder)
  const zips = mkdtempSync(path.join(tmpdir(), 'samsyn-course-'))
  const zipFile = async (name: string) => {
    const file = path.join(zips, name)
    writeFileSync(file, await zipOf(name))
    return file
  }
  try {
    const imported = await importCourse({ actor: systemActor, outline, zipFile, publish: true })
    const modules = imported.modules.map(({ slug, moduleId, versionId }) => {
      return { slug, moduleId, versionId, reached: reached[slug] ?? reachedElsewhere }
    })
    return { course, modules }
  } finally {
    rmSync(zips, { recursive: true, force: true })
  }
}
