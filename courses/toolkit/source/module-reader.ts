import type { CourseFiles } from './course-files.ts'
import type { CourseModule, Page, Place, Question } from './course-model.ts'
import { moduleSchema } from './course-schemas.ts'
import type { PageKind } from './directive-rules.ts'
import { readPage } from './page-reader.ts'
import { problem, type Problem } from './problem.ts'
import { readYaml } from './yaml-reader.ts'

export interface ModuleReading {
  module: CourseModule
  problems: Problem[]
}

const numbered = /^(\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/
const ofBank = /^questions\/[a-z0-9]+(-[a-z0-9]+)*\.md$/

/** One folder below modules/: as much of the module as can be read, and everything that is wrong in it. */
export function readModule(files: CourseFiles, slug: string): ModuleReading {
  const folder = `modules/${slug}/`
  const head = readHead(files, `${folder}module.yaml`)
  const problems = [...head.problems]
  const page = (name: string, kind: PageKind, pageSlug: string): Page => {
    const file = folder + name
    const text = files.texts.get(file) ?? ''
    const reading = readPage({ file, text, kind, module: slug, slug: pageSlug })
    problems.push(...reading.problems)
    return reading.page
  }
  const alone = (name: string, kind: PageKind) =>
    files.texts.has(`${folder}${name}.md`) ? page(`${name}.md`, kind, name) : undefined

  const names = [...files.texts.keys()]
    .filter((file) => file.startsWith(folder))
    .map((file) => file.slice(folder.length))
  const pages = names.filter((name) => numbered.test(name)).sort()
  problems.push(...sameNumbers(folder, pages))
  const banks = names.filter((name) => ofBank.test(name))
  const module: CourseModule = {
    slug,
    ...head.value,
    pages: pages.map((name) => page(name, 'page', numbered.exec(name)![2]!)),
    easyRead: alone('lattlast', 'easy-read'),
    guide: alone('handledning', 'guide'),
    bank: banks.flatMap((name) => questionsOf(page(name, 'bank', ''), problems)),
    media: files.others.flatMap((file) => mediaName(folder, file) ?? []),
    place: { file: `${folder}module.yaml`, line: 1 },
  }
  const known = [...pages, ...banks, 'module.yaml', 'lattlast.md', 'handledning.md']
  const strangers = names.filter((name) => !known.includes(name)).map((name) => folder + name)
  const others = files.others.filter(
    (file) => file.startsWith(folder) && mediaName(folder, file) === undefined,
  )
  for (const file of [...strangers, ...others]) {
    problems.push(problem({ file, line: 1 }, 'file-unknown'))
  }
  return { module, problems }
}

type Head = Pick<CourseModule, 'kind' | 'number' | 'title' | 'description' | 'goals' | 'draw'>

function readHead(files: CourseFiles, file: string): { value: Head; problems: Problem[] } {
  const first: Place = { file, line: 1 }
  const none: Head = {
    kind: 'lesson',
    number: '',
    title: { sv: '', en: '' },
    description: { sv: '', en: '' },
    goals: [],
  }
  const text = files.texts.get(file)
  if (text === undefined) return { value: none, problems: [problem(first, 'module-yaml-missing')] }
  const { value, problems, placeOf } = readYaml(text, first, moduleSchema)
  if (!value) return { value: none, problems }
  const goals = value.goals.map((goal, index) => ({ ...goal, place: placeOf(['goals', index]) }))
  return { value: { ...value, goals }, problems }
}

/** Two pages of one number would stand in the order of their names, which nobody chose. */
function sameNumbers(folder: string, names: string[]): Problem[] {
  const numbers = names.map((name) => numbered.exec(name)![1]!)
  return names.flatMap((name, index) =>
    numbers.indexOf(numbers[index]!) < index
      ? problem({ file: folder + name, line: 1 }, 'page-number-twice', { number: numbers[index]! })
      : [],
  )
}

function questionsOf(bank: Page, problems: Problem[]): Question[] {
  return bank.blocks.flatMap((block) => {
    if (block.kind === 'question') return block
    // Directives that belong in no bank have been told as misplaced.
    if (block.kind === 'prose') problems.push(problem(block.place, 'bank-text'))
    return []
  })
}

function mediaName(folder: string, file: string): string | undefined {
  if (!file.startsWith(`${folder}media/`)) return undefined
  const name = file.slice(folder.length + 'media/'.length)
  return name.includes('/') ? undefined : name
}
