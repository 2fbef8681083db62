import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { factSchema } from '~/domain/catalogue/module-outline.schema.ts'
import { said } from '../courses/toolkit/check/report-texts.ts'
import { Misuse, parseWords } from '../courses/toolkit/command-words.ts'
import type { CourseCommand } from '../courses/toolkit/course-command.ts'
import { courseFolders } from '../courses/toolkit/source/course-files.ts'
import { withWords } from '../courses/toolkit/source/fact-writing.ts'
import { openSettings, runCommand } from './cli.ts'

const listSchema = z.array(factSchema.extend({ origin: z.enum(['source', 'editor']) }))

/** `npm run courses -- facts export`: what editors have written in Samsyn, brought to the courses' files. */
export const factsCommand: CourseCommand = {
  usage: 'export [FOLDER] [--from FILE]',
  does: 'brings what editors have changed in fact sheets to the files of every course, or of one: from the database that the settings name, or from what `fact list` has printed (- for standard input)',
  run: async (words, { out, err }) => {
    const { positionals, values } = parseWords(words, { from: { type: 'string' } })
    const folders = foldersIn(positionals)
    const list = values.from === undefined ? await told(err) : await read(values.from)
    if (list === undefined) return 1
    const edited = listIn(list).filter(({ origin }) => origin === 'editor')
    const counts = { written: 0, same: 0, nowhere: 0 }
    for (const fact of edited) {
      const result = write(folders, fact, out)
      counts[result]++
    }
    out(said('factsExported', counts))
    return 0
  },
}

function foldersIn([verb, folder, ...more]: string[]): string[] {
  if (verb !== 'export') throw new Misuse('facts can be exported')
  if (more.length > 0) throw new Misuse('one folder at a time')
  if (folder === undefined) return courseFolders('courses')
  if (!existsSync(path.join(folder, 'course.yaml')))
    throw new Misuse(`there is no course ${folder}`)
  return [folder]
}

/** Undefined where the database could not be asked, and why has been said. */
async function told(err: (text: string) => void): Promise<string | undefined> {
  const lines: string[] = []
  const out = (line: string) => void lines.push(line)
  const code = await runCommand(['fact', 'list', '--edited'], { out, err, open: openSettings })
  return code === 0 ? lines.join('\n') : undefined
}

async function read(from: string): Promise<string> {
  if (from === '-') return text(process.stdin)
  if (!existsSync(from)) throw new Misuse(`there is no file ${from}`)
  return readFileSync(from, 'utf8')
}

function listIn(list: string): z.infer<typeof listSchema> {
  try {
    return listSchema.parse(JSON.parse(list))
  } catch {
    throw new Misuse('that is not what `fact list` prints')
  }
}

function write(
  folders: readonly string[],
  fact: z.infer<typeof factSchema>,
  out: (text: string) => void,
): 'written' | 'same' | 'nowhere' {
  const files = folders.map((folder) => path.join(folder, 'facts', `${fact.id}.yaml`))
  const file = files.find((each) => existsSync(each))
  if (file === undefined) {
    out(said('factNowhere', { id: fact.id }))
    return 'nowhere'
  }
  const before = readFileSync(file, 'utf8')
  const after = withWords(before, fact)
  if (after === before) return 'same'
  writeFileSync(file, after)
  out(said('factWritten', { file: file.split(path.sep).join('/') }))
  return 'written'
}
