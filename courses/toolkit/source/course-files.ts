import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A course's folder as it lies on the disk: its texts, and the names of everything else. */
export interface CourseFiles {
  /** The folder's name. */
  slug: string
  /** YAML and Markdown by path below the folder, with "/" between: lines end in "\n", no byte order mark. */
  texts: ReadonlyMap<string, string>
  /** Paths of all other files: pictures, recordings, and what has no place here. */
  others: readonly string[]
}

const isText = /\.(ya?ml|md)$/i
// What editors and operating systems leave behind.
const passedOver = /^(\..*|.*~|Thumbs\.db|desktop\.ini)$/i

/** Every file of a course's folder. @throws what `node:fs` throws where the folder cannot be read */
export function readCourseFiles(folder: string): CourseFiles {
  const texts = new Map<string, string>()
  const others: string[] = []
  for (const file of filesBelow(folder, '')) {
    if (isText.test(file)) texts.set(file, plain(readFileSync(path.join(folder, file), 'utf8')))
    else others.push(file)
  }
  return { slug: path.basename(path.resolve(folder)), texts, others }
}

/** The folders right below one that hold a course. */
export function courseFolders(parent: string): string[] {
  if (!existsSync(parent)) return []
  return readdirSync(parent)
    .sort()
    .map((name) => path.join(parent, name))
    .filter((folder) => existsSync(path.join(folder, 'course.yaml')))
}

function filesBelow(root: string, below: string): string[] {
  return readdirSync(path.join(root, below), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (passedOver.test(entry.name)) return []
      const file = below ? `${below}/${entry.name}` : entry.name
      return entry.isDirectory() ? filesBelow(root, file) : [file]
    })
}

function plain(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
}
