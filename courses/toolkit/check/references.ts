import type { Course, CourseModule, Place, Question } from '../source/course-model.ts'
import {
  citationsOf,
  isCase,
  moduleQuestions,
  moduleTexts,
  splitReference,
  type ModuleText,
} from '../source/course-text.ts'
import { problem, type Problem } from '../source/problem.ts'
import type { CheckInput } from './check-input.ts'

/** What is no name of a file has been told by the reader. */
const isFileName = /^[a-z0-9-]+\.[a-z0-9]+$/

/** Everything that points at something which is not there. */
export function referenceProblems(input: CheckInput): Problem[] {
  const { course } = input
  return [
    ...course.modules.flatMap((module) => [
      ...moduleTexts(module).flatMap((text) => [
        ...citationProblems(input, text),
        ...goalProblems(input, module, text),
        ...mediaProblems(course, module, text),
        ...text.blocks.filter(isCase).flatMap(({ scenes }) => sceneProblems(scenes)),
      ]),
      ...moduleQuestions(module).flatMap((question) => teachesProblems(input, question)),
    ]),
    ...trackProblems(input),
    ...renewalProblems(input),
  ]
}

function citationProblems(input: CheckInput, { blocks, place }: ModuleText): Problem[] {
  const { course, files, broken } = input
  const cited = citationsOf(blocks)
  const at = (line: number): Place => ({ file: place.file, line })
  const terms = new Set(course.glossary.map(({ id }) => id))
  const hosts = sourceHosts(input)
  return [
    ...cited.facts.flatMap(({ reference, line }) => {
      const { id, part } = splitReference(reference)
      const fact = course.facts.find((sheet) => sheet.id === id)
      if (!fact) {
        const isThere = files.texts.has(`facts/${id}.yaml`)
        return isThere ? [] : problem(at(line), 'fact-unknown', { id })
      }
      if (part === undefined || Object.hasOwn(fact.parts, part)) return []
      const parts = Object.keys(fact.parts).join(', ') || '–'
      return problem(at(line), 'fact-part-unknown', { id, part, parts })
    }),
    ...cited.terms.flatMap(({ id, line }) =>
      id === '' || terms.has(id) || broken.has('glossary.yaml')
        ? []
        : problem(at(line), 'term-unknown', { id }),
    ),
    ...cited.links.flatMap(({ address, line }) => {
      // What is no address has been told by the reader.
      const host = URL.canParse(address) ? new URL(address).host : ''
      return host === '' || !hosts || hosts.has(host)
        ? []
        : problem(at(line), 'link-host', { host })
    }),
  ]
}

/** None where a fact sheet could not be read: it may hold the host. */
function sourceHosts({ course, broken }: CheckInput): Set<string> | undefined {
  if ([...broken].some((file) => file.startsWith('facts/'))) return undefined
  const addresses = course.facts.flatMap(({ source }) =>
    source.flatMap(({ address }) => address ?? []),
  )
  return new Set(addresses.map((address) => new URL(address).host))
}

function goalProblems({ broken }: CheckInput, module: CourseModule, text: ModuleText): Problem[] {
  if (broken.has(module.place.file)) return []
  const goals = module.goals.map(({ id }) => id)
  return (text.page?.goals ?? [])
    .filter((id) => !goals.includes(id))
    .map((id) => problem(text.place, 'goal-unknown', { id, known: goals.join(', ') || '–' }))
}

function mediaProblems(course: Course, module: CourseModule, { blocks }: ModuleText): Problem[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'figure' && block.kind !== 'recording') return []
    const names = [
      block.source,
      ...(block.kind === 'recording' ? [block.captions, block.audioDescription] : []),
    ]
    return names
      .filter((name): name is string => name !== undefined && isFileName.test(name))
      .filter((name) => !module.media.includes(name) && !course.media.includes(name))
      .map((name) => problem(block.place, 'media-missing', { name, module: module.slug }))
  })
}

type Scenes = Extract<ModuleText['blocks'][number], { kind: 'case' }>['scenes']

/** Choices that lead nowhere, and scenes that nobody comes to. */
function sceneProblems(scenes: Scenes): Problem[] {
  const ids = scenes.map(({ id }) => id)
  const lost = scenes.flatMap(({ choices }) =>
    choices
      .filter(({ to }) => to !== undefined && !ids.includes(to))
      .map(({ to = '', place }) => problem(place, 'scene-unknown', { id: to })),
  )
  const reached = new Set(ids.slice(0, 1))
  // A set that grows while it is walked: each scene leads to further ones.
  for (const id of reached) {
    for (const { to } of scenes.find((scene) => scene.id === id)?.choices ?? []) {
      if (to !== undefined) reached.add(to)
    }
  }
  const alone = scenes.filter(({ id }) => id !== '' && !reached.has(id))
  return [...lost, ...alone.map(({ id, place }) => problem(place, 'scene-unreached', { id }))]
}

function teachesProblems({ course }: CheckInput, { teaches, place }: Question): Problem[] {
  if (teaches === '') return [problem(place, 'question-untaught')]
  const [slug, name] = teaches.split('/')
  const pages = course.modules.find((module) => module.slug === slug)?.pages ?? []
  return pages.some((page) => page.slug === name)
    ? []
    : [problem(place, 'teaches-unknown', { teaches })]
}

function trackProblems({ course }: CheckInput): Problem[] {
  const slugs = course.modules.map(({ slug }) => slug)
  return course.tracks.flatMap(({ modules, slug: track, place }) =>
    modules
      .filter((slug) => !slugs.includes(slug))
      .map((slug) => problem(place, 'track-module-unknown', { slug, track })),
  )
}

/** The refresher that renews the certificate is the one that the rule names, and there is no other. */
function renewalProblems({ course, broken }: CheckInput): Problem[] {
  if (broken.has('course.yaml')) return []
  const { renewedBy, place } = course.certificate
  const refreshers = course.modules.filter(({ kind }) => kind === 'refresher')
  const isThere = refreshers.some(({ slug }) => slug === renewedBy)
  // A module whose file could not be read may be the refresher.
  const isUnread = broken.has(`modules/${renewedBy}/module.yaml`)
  return [
    ...(renewedBy === undefined || isThere || isUnread
      ? []
      : [problem(place, 'renewal-unknown', { slug: renewedBy })]),
    ...refreshers
      .filter(({ slug }) => slug !== renewedBy)
      .map(({ slug, place }) => problem(place, 'renewal-unnamed', { slug })),
  ]
}
