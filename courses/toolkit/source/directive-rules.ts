import { judgements, questionTypes } from './course-model.ts'
import { idPattern } from './course-schemas.ts'

// Which directives there are, where each may stand and what it takes (docs/decisions/0022).

/** What a file is: some directives stand in some only. */
export const pageKinds = ['page', 'easy-read', 'guide', 'bank'] as const
export type PageKind = (typeof pageKinds)[number]

export interface DirectiveRule {
  /** With one colon in a line, two on a line of its own, or three and more around a body. */
  forms: readonly ('textDirective' | 'leafDirective' | 'containerDirective')[]
  /** Directives and kinds of files that it may stand right in; "text" is any line of text. */
  inside: readonly string[]
  label: 'required' | 'optional' | 'none'
  attributes: Readonly<Record<string, AttributeRule>>
}

export interface AttributeRule {
  required?: true
  /** Stands alone, without a value. */
  flag?: true
  among?: readonly string[]
  pattern?: RegExp
}

const container = ['containerDirective'] as const
const anyText = ['page', 'easy-read', 'guide'] as const
const id: AttributeRule = { required: true, pattern: idPattern }
const file = (...endings: string[]): AttributeRule => ({
  pattern: new RegExp(`^[a-z0-9]+(-[a-z0-9]+)*\\.(${endings.join('|')})$`),
})

export const directiveRules: Readonly<Record<string, DirectiveRule>> = {
  fact: { forms: ['textDirective'], inside: ['text'], label: 'required', attributes: {} },
  term: {
    forms: ['textDirective'],
    inside: ['text'],
    label: 'required',
    attributes: { of: id },
  },
  'fact-box': { forms: container, inside: anyText, label: 'required', attributes: {} },
  case: { forms: container, inside: ['page'], label: 'required', attributes: { id } },
  scene: { forms: container, inside: ['case'], label: 'none', attributes: { id } },
  choice: {
    forms: container,
    inside: ['scene'],
    label: 'required',
    attributes: {
      judgement: { required: true, among: judgements },
      to: { pattern: idPattern },
    },
  },
  question: {
    forms: container,
    inside: ['page', 'bank'],
    label: 'required',
    attributes: {
      id,
      type: { required: true, among: questionTypes },
      teaches: { pattern: /^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)?$/ },
    },
  },
  answer: {
    forms: container,
    inside: ['question'],
    label: 'required',
    attributes: { right: { flag: true } },
  },
  step: { forms: container, inside: ['question'], label: 'required', attributes: {} },
  pair: {
    forms: container,
    inside: ['question'],
    label: 'required',
    attributes: { with: { required: true } },
  },
  feedback: { forms: container, inside: ['question'], label: 'none', attributes: {} },
  reflection: { forms: container, inside: anyText, label: 'required', attributes: { id } },
  checklist: { forms: container, inside: anyText, label: 'required', attributes: { id } },
  figure: {
    forms: ['leafDirective', 'containerDirective'],
    inside: anyText,
    label: 'optional',
    attributes: { src: { required: true, ...file('svg', 'png', 'jpg', 'webp') } },
  },
  film: {
    forms: container,
    inside: anyText,
    label: 'required',
    attributes: {
      src: { required: true, ...file('mp4', 'webm') },
      captions: file('vtt'),
      description: file('mp4', 'webm', 'mp3', 'm4a', 'vtt'),
    },
  },
  sound: {
    forms: container,
    inside: anyText,
    label: 'required',
    attributes: { src: { required: true, ...file('mp3', 'm4a') }, captions: file('vtt') },
  },
}

/** How a directive is written: its colons and name. */
export function written(name: string): string {
  const colons = { textDirective: ':', leafDirective: '::', containerDirective: ':::' }
  const form = directiveRules[name]?.forms.at(-1) ?? 'containerDirective'
  return colons[form] + name
}
