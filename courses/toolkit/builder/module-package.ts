import type { Edition } from '../runtime/response.ts'
import type { Course, CourseModule } from '../source/course-model.ts'
import { mediaFolder } from './block-html.ts'
import { Drawing } from './drawing.ts'
import { factsOf } from './module-facts.ts'
import { moduleHtml } from './module-html.ts'
import { manifestOf } from './module-manifest.ts'
import { outlineFile } from './module-outline.ts'
import { zipOf, type PackageFile } from './package-zip.ts'
import { runtimeFiles } from './runtime-files.ts'

/** Reads a picture or a recording of a module, which goes before one of the course with the same name. */
export type ReadMedia = (module: CourseModule, name: string) => Buffer

export const editions = ['1.2', '2004'] as const satisfies readonly Edition[]

/** "hot-och-vald-scorm12.zip" */
export const zipName = ({ slug }: CourseModule, edition: Edition) =>
  `${slug}-scorm${edition.replace('.', '')}.zip`

/** The files of a module's package, the manifest first. @throws CannotDraw */
export async function moduleFiles(
  drawing: Drawing,
  edition: Edition,
  readMedia: ReadMedia,
): Promise<PackageFile[]> {
  const { course, module } = drawing
  const html = moduleHtml(drawing, edition)
  const media = [...drawing.media]
    .sort()
    .map((name) => ({ path: `${mediaFolder}/${name}`, content: readMedia(module, name) }))
  const files = [
    { path: 'index.html', content: html },
    ...(await runtimeFiles()),
    factsOf(drawing.facts),
    outlineFile(course, module),
    ...media,
  ]
  return [manifestOf(course, module, edition, files), ...files]
}

/**
 * A module as a package of SCORM 1.2 or SCORM 2004 4th edition. The same source gives the same bytes.
 * @throws CannotDraw
 */
export async function modulePackage(
  course: Course,
  module: CourseModule,
  edition: Edition,
  readMedia: ReadMedia,
): Promise<Buffer> {
  return zipOf(await moduleFiles(new Drawing(course, module), edition, readMedia))
}
