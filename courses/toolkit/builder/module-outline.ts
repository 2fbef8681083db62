import {
  moduleOutlineFile,
  type ModuleOutline,
  type OutlinePart,
  type PartKind,
} from '~/domain/catalogue/module-outline.schema.ts'
import type { Block, Checklist, Course, CourseModule, Page } from '../source/course-model.ts'
import { citationsOf, factSpeaker, splitReference, textPieces } from '../source/course-text.ts'
import { OutlineDrawer } from './outline-blocks.ts'
import { PaperDrawer } from './outline-paper.ts'
import type { PackageFile } from './package-zip.ts'
import { plainText } from './drawing.ts'

/** What Samsyn searches, shows in its library and knows citations by. Other systems pass over it. @throws CannotDraw */
export function outlineFile(course: Course, module: CourseModule): PackageFile {
  const content = JSON.stringify(outlineOf(course, module), null, 1)
  return { path: moduleOutlineFile, content: `${content}\n` }
}

export function outlineOf(course: Course, module: CourseModule): ModuleOutline {
  return {
    version: 1,
    course: course.slug,
    module: module.slug,
    courseVersion: course.version,
    parts: [
      ...module.pages.flatMap((page) => pageParts(course, page)),
      ...(module.bank.length > 0 ? [bankPart(course, module)] : []),
      ...(module.easyRead ? [readPart(course, 'easy-read', module.easyRead)] : []),
      ...(module.guide ? [readPart(course, 'guide', module.guide)] : []),
    ],
  }
}

/** A page, and each checklist on it. */
function pageParts(course: Course, page: Page): OutlinePart[] {
  const { slug, title, blocks } = page
  const content = new PaperDrawer(course, page).whole()
  const whole = partOf(course, { kind: 'page', slug, page: null, title, content }, blocks)
  const drawer = new OutlineDrawer(course, page)
  const lists = blocks.filter((block): block is Checklist => block.kind === 'checklist')
  const checklists = lists.map((list) => {
    const head = { slug: list.id, page: slug, title: plainText(list.title) }
    return partOf(course, { kind: 'checklist', ...head, content: drawer.block(list) }, [list])
  })
  return [whole, ...checklists]
}

/** The questions are not told: only which facts they rest on. */
function bankPart(course: Course, { bank, slug, title }: CourseModule): OutlinePart {
  const head = { slug, page: null, title: title.sv, content: null }
  return { ...partOf(course, { kind: 'test', ...head }, bank), words: '' }
}

function readPart(course: Course, kind: PartKind, page: Page): OutlinePart {
  const head = { slug: kind, page: null, title: page.title }
  const content = new OutlineDrawer(course, page).whole()
  return partOf(course, { kind, ...head, content }, page.blocks)
}

function partOf(
  { facts }: Course,
  head: Omit<OutlinePart, 'words' | 'facts'>,
  blocks: Block[],
): OutlinePart {
  const words = textPieces(blocks, factSpeaker(facts)).map(({ text }) => text)
  const cited = citationsOf(blocks).facts.map(({ reference }) => splitReference(reference).id)
  return { ...head, words: words.join('\n'), facts: [...new Set(cited)].sort() }
}
