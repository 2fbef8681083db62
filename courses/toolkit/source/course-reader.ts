import type { CourseFiles } from './course-files.ts'
import type { Course, Fact, GlossaryTerm, Place } from './course-model.ts'
import { courseSchema, factSchema, glossarySchema, idPattern } from './course-schemas.ts'
import { readModule, type ModuleReading } from './module-reader.ts'
import { inOrder, problem, type Problem } from './problem.ts'
import { readYaml } from './yaml-reader.ts'

export interface CourseReading {
  /** Whole where `problems` is empty; else as much of it as could be read. */
  course: Course
  problems: Problem[]
}

/** Reads a course from its files. Stops at no problem, and never throws. */
export function readCourse(files: CourseFiles): CourseReading {
  const modules = moduleSlugs(files).map((slug) => readModule(files, slug))
  const head = readHead(files, modules)
  const facts = readFacts(files)
  const glossary = readGlossary(files)
  return {
    course: { ...head.course, facts: facts.facts, glossary: glossary.terms },
    problems: inOrder([
      ...head.problems,
      ...facts.problems,
      ...glossary.problems,
      ...modules.flatMap((module) => module.problems),
      ...strangers(files),
    ]),
  }
}

/** What course.yaml says, with the modules in its order and then those that it has forgotten. */
function readHead(files: CourseFiles, read: ModuleReading[]) {
  const first: Place = { file: 'course.yaml', line: 1 }
  const modules = read.map(({ module }) => module)
  const course: Omit<Course, 'facts' | 'glossary'> = {
    slug: files.slug,
    title: { sv: '', en: '' },
    description: { sv: '', en: '' },
    version: '',
    certificate: { requires: 'all-modules', validityMonths: 0, place: first },
    modules,
    tracks: [],
    media: mediaIn(files),
    place: first,
  }
  const text = files.texts.get(first.file)
  if (text === undefined) return { course, problems: [problem(first, 'course-missing')] }
  const { value, problems, placeOf } = readYaml(text, first, courseSchema)
  if (!value) return { course, problems }
  const listed = [...new Set(value.modules)].flatMap(
    (slug) => modules.find((module) => module.slug === slug) ?? [],
  )
  const forgotten = modules.filter((module) => !listed.includes(module))
  return {
    course: {
      ...course,
      ...value,
      slug: value.slug ?? files.slug,
      certificate: { ...value.certificate, place: placeOf(['certificate', 'renewedBy']) },
      modules: [...listed, ...forgotten],
      tracks: value.tracks.map((track, index) => ({ ...track, place: placeOf(['tracks', index]) })),
    },
    problems: [
      ...problems,
      ...forgotten.map(({ place, slug }) => problem(place, 'module-unlisted', { slug })),
      ...value.modules.flatMap((slug, index) => {
        const place = placeOf(['modules', index])
        if (value.modules.indexOf(slug) < index)
          return problem(place, 'id-twice', { id: slug, where: first.file })
        return modules.some((module) => module.slug === slug)
          ? []
          : problem(place, 'module-missing', { slug })
      }),
    ],
  }
}

function readFacts(files: CourseFiles): { facts: Fact[]; problems: Problem[] } {
  const facts: Fact[] = []
  const problems: Problem[] = []
  for (const [file, text] of files.texts) {
    const name = factName(file)
    if (name === undefined) continue
    const place = { file, line: 1 }
    const reading = readYaml(text, place, factSchema)
    problems.push(...reading.problems)
    if (!reading.value) continue
    const { id = name, ...fact } = reading.value
    if (id !== name) problems.push(problem(reading.placeOf(['id']), 'fact-id', { id, name }))
    facts.push({ ...fact, id: name, place })
  }
  return { facts, problems }
}

function factName(file: string): string | undefined {
  const name = /^facts\/([^/]+)\.yaml$/.exec(file)?.[1]
  return name !== undefined && idPattern.test(name) ? name : undefined
}

function readGlossary(files: CourseFiles): { terms: GlossaryTerm[]; problems: Problem[] } {
  const first: Place = { file: 'glossary.yaml', line: 1 }
  const text = files.texts.get(first.file)
  if (text === undefined) return { terms: [], problems: [] }
  const { value = [], problems, placeOf } = readYaml(text, first, glossarySchema)
  return { terms: value.map((term, index) => ({ ...term, place: placeOf([index]) })), problems }
}

const modulePath = /^modules\/([^/]+)\//

function moduleSlugs(files: CourseFiles): string[] {
  const paths = [...files.texts.keys(), ...files.others]
  const slugs = paths.flatMap((path) => modulePath.exec(path)?.[1] ?? [])
  return [...new Set(slugs)].filter((slug) => idPattern.test(slug)).sort()
}

function mediaIn(files: CourseFiles): string[] {
  return files.others
    .filter((file) => /^media\/[^/]+$/.test(file))
    .map((file) => file.slice('media/'.length))
}

/** Files that stand where nobody looks for them. Those of modules are told by the modules. */
function strangers(files: CourseFiles): Problem[] {
  const texts = [...files.texts.keys()].filter(
    (file) =>
      !['course.yaml', 'glossary.yaml'].includes(file) &&
      factName(file) === undefined &&
      !isOfModule(file),
  )
  const others = files.others.filter((file) => !/^media\/[^/]+$/.test(file) && !isOfModule(file))
  return [...texts, ...others].map((file) => problem({ file, line: 1 }, 'file-unknown'))
}

function isOfModule(file: string): boolean {
  const slug = modulePath.exec(file)?.[1]
  return slug !== undefined && idPattern.test(slug)
}
