import { readFile } from 'node:fs/promises'
import path from 'node:path'
import {
  courseOutlineSchema,
  type CourseOutline,
} from '~/domain/catalogue/module-outline.schema.ts'
import { Refusal } from '~/kernel/refusal.ts'

/**
 * What `npm run courses -- build` has made of a course, in its folder.
 * @throws Refusal course.no-outline, course.broken-outline
 */
export async function readBuiltFolder(
  folder: string,
): Promise<{ outline: CourseOutline; zipFile: (name: string) => Promise<string> }> {
  const file = path.join(folder, 'course.json')
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Refusal('course.no-outline', { folder })
  })
  const told = courseOutlineSchema.safeParse(parsed(text))
  if (!told.success) {
    const [issue] = told.error.issues
    throw new Refusal('course.broken-outline', { file, where: issue?.path.join('.') ?? '' })
  }
  // A name, never a path: what the outline says must not lead out of its folder.
  const zipFile = async (name: string) => path.join(folder, path.basename(name))
  return { outline: told.data, zipFile }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
