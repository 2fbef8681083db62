import { isCollection, isNode, isSeq, parseDocument } from 'yaml'
import { toWrite } from './texts.ts'

/** A place that waits for its text; `check` tells of each. */
const write = (what: string) => `${toWrite} ${what}]`

/**
 * The files of a new lesson, by path below its folder: one of each thing that a lesson is made of, with
 * what is left to write marked, and faultless apart from that and from being too short.
 */
export function newModuleFiles(slug: string, number: number): Record<string, string> {
  return {
    'module.yaml': `kind: lesson
number: '${number}'
title:
  sv: '${write('titel')}'
  en: '${write('titel på engelska')}'
description:
  sv: '${write('vad modulen handlar om')}'
  en: '${write('samma sak på engelska')}'
goals:
  - id: m1
    text: '${write('Du kan ...')}'
`,
    '01-inledning.md': page('titel', [
      write('vad sidan handlar om'),
      ':::fact-box[Fakta]',
      write('en hänvisning till ett faktablad'),
      ':::',
    ]),
    '02-fallet.md': page('titel', [
      `:::::case[${write('vad fallet heter')}]{#${slug}-fall}`,
      '::::scene{#forst}',
      write('vad som händer'),
      `:::choice[${write('ett sätt att göra')}]{judgement=risky to=sedan}`,
      write('vad det leder till'),
      ':::',
      `:::choice[${write('ett bättre sätt')}]{judgement=good to=sedan}`,
      write('vad det leder till'),
      ':::',
      '::::',
      '::::scene{#sedan}',
      write('hur det slutar'),
      '::::',
      ':::::',
    ]),
    '03-fragan.md': page('titel', [
      write('det som frågan gäller'),
      `::::question[${write('frågan')}]{#${slug}-q1 type=single}`,
      `:::answer[${write('det rätta svaret')}]{right}`,
      write('varför det är rätt'),
      ':::',
      `:::answer[${write('ett felaktigt svar som lockar')}]`,
      write('varför det är fel'),
      ':::',
      '::::',
    ]),
    '04-ta-med.md': page('titel', [
      `:::reflection[${write('rubrik')}]{#${slug}-tanke}`,
      write('en fråga om den egna arbetsplatsen'),
      ':::',
      `:::checklist[${write('rubrik')}]{#${slug}-lista}`,
      `- ${write('en sak att göra')}`,
      ':::',
    ]),
    'lattlast.md': page('en titel', [write('kort och lätt')]),
    'handledning.md': page('titel', [write('hur du leder en grupp')]),
  }
}

function page(title: string, blocks: string[]): string {
  return `---\ntitle: '${write(title)}'\ngoals: [m1]\n---\n\n${blocks.join('\n\n')}\n`
}

/**
 * course.yaml with one more module at the end of its list, everything else as it was; undefined where the
 * list cannot be found.
 */
export function withModule(text: string, slug: string): string | undefined {
  const document = parseDocument(text)
  const list: unknown = document.get('modules', true)
  if (document.errors.length > 0 || !isSeq(list) || !list.range) return undefined
  const last: unknown = list.items.at(-1)
  if (!isNode(last) || isCollection(last) || !last.range) {
    // "[]": between its brackets.
    const inside = list.range[0] + 1
    return list.flow ? `${text.slice(0, inside)}${slug}${text.slice(inside)}` : undefined
  }
  const end = last.range[1]
  const begin = text.lastIndexOf('\n', last.range[0]) + 1
  const dash = /^\s*-\s+/.exec(text.slice(begin))?.[0] ?? '- '
  return `${text.slice(0, end)}${list.flow ? ', ' : `\n${dash}`}${slug}${text.slice(end)}`
}
