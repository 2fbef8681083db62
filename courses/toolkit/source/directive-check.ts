import type { Content } from 'mdast'
import type { Place } from './course-model.ts'
import {
  directiveRules,
  written,
  type AttributeRule,
  type DirectiveRule,
  type PageKind,
} from './directive-rules.ts'
import { childrenOf, isDirective, lineOf, type Directive, type Node } from './page-markdown.ts'
import { problem, type Problem, type ProblemCode } from './problem.ts'

type Values = Record<string, string | number>

/**
 * Whether every directive is one that we know, written and placed as it should be.
 *
 * @param nested false where the page's fences are broken: what stands in what is then chance
 */
export function directiveProblems(
  file: string,
  tree: Node,
  kind: PageKind,
  nested: boolean,
): Problem[] {
  const found: Problem[] = []
  const walk = (node: Node, inside: string) => {
    for (const child of childrenOf(node)) {
      if (isDirective(child)) found.push(...problemsOf(file, child, nested ? inside : undefined))
      walk(child, within(child, inside))
    }
  }
  walk(tree, kind)
  return found
}

function within(node: Content, inside: string): string {
  if (isDirective(node)) return node.name
  return node.type === 'list' || node.type === 'blockquote' ? node.type : inside
}

function problemsOf(file: string, directive: Directive, inside: string | undefined): Problem[] {
  const place = { file, line: lineOf(directive) }
  const { name, type } = directive
  const rule = Object.hasOwn(directiveRules, name) ? directiveRules[name] : undefined
  if (!rule) return [unknown(place, directive)]
  if (!rule.forms.includes(type)) {
    return [problem(place, 'directive-form', { name, written: written(name) })]
  }
  return [
    ...(inside === undefined ? [] : misplaced(place, name, rule, inside)),
    ...wrongLabel(place, directive, rule),
    ...attributeProblems(place, directive, rule),
  ]
}

function unknown(place: Place, { name, type }: Directive): Problem {
  if (type === 'textDirective') return problem(place, 'text-directive-unknown', { name })
  const known = Object.keys(directiveRules).map(written).join(', ')
  return problem(place, 'directive-unknown', { name, known })
}

function misplaced(place: Place, name: string, rule: DirectiveRule, inside: string): Problem[] {
  if (rule.inside.includes('text') || rule.inside.includes(inside)) return []
  const holders = rule.inside.map(spokenPlace).join(', ')
  return [
    problem(place, 'directive-misplaced', {
      directive: written(name),
      inside: spokenPlace(inside),
      holders,
    }),
  ]
}

const spokenPlaces: Readonly<Record<string, string>> = {
  list: 'en punktlista',
  blockquote: 'ett citat',
  page: 'en sida',
  'easy-read': 'lattlast.md',
  guide: 'handledning.md',
  bank: 'questions/',
}

function spokenPlace(inside: string): string {
  return spokenPlaces[inside] ?? written(inside)
}

function wrongLabel(place: Place, directive: Directive, { label }: DirectiveRule): Problem[] {
  const has = labelOf(directive).length > 0
  const values = { directive: written(directive.name) }
  if (label === 'required' && !has) return [problem(place, 'label-missing', values)]
  if (label === 'none' && has) return [problem(place, 'label-refused', values)]
  return []
}

/** The text in a directive's square brackets. */
export function labelOf(directive: Directive) {
  if (directive.type !== 'containerDirective') return directive.children
  const [first] = directive.children
  return first?.type === 'paragraph' && isLabel(first) ? first.children : []
}

/** What stands between a container's fences. */
export function bodyOf(directive: Directive): Content[] {
  return directive.type === 'containerDirective'
    ? directive.children.filter((child) => !isLabel(child))
    : []
}

function isLabel(node: Content): boolean {
  const data = node.data as { directiveLabel?: boolean } | undefined
  return data?.directiveLabel === true
}

/** The value of a directive's setting; empty where it is not there. */
export function attributeOf(directive: Directive, name: string): string {
  return directive.attributes?.[name]?.trim() ?? ''
}

export function hasAttribute(directive: Directive, name: string): boolean {
  return Object.hasOwn(directive.attributes ?? {}, name)
}

function attributeProblems(place: Place, directive: Directive, rule: DirectiveRule): Problem[] {
  const told = (code: ProblemCode, name: string, more: Values = {}) =>
    problem(place, code, { directive: written(directive.name), name, ...more })
  const known = Object.keys(rule.attributes)
  const unknown = Object.keys(directive.attributes ?? {})
    .filter((name) => !known.includes(name))
    .map((name) => told('attribute-unknown', name, { known: known.join(', ') || '–' }))
  const wrong = Object.entries(rule.attributes).flatMap(([name, wanted]) => {
    const found = wrongAttribute(directive, name, wanted)
    return found ? [told(found.code, name, found.values)] : []
  })
  return [...unknown, ...wrong]
}

function wrongAttribute(
  directive: Directive,
  name: string,
  rule: AttributeRule,
): { code: ProblemCode; values?: Values } | undefined {
  const value = attributeOf(directive, name)
  if (!hasAttribute(directive, name)) {
    return rule.required ? { code: 'attribute-missing' } : undefined
  }
  if (rule.flag) return value === '' ? undefined : { code: 'attribute-flag', values: { value } }
  if (value === '') return { code: 'attribute-missing' }
  if (rule.among && !rule.among.includes(value)) {
    return { code: 'attribute-not-among', values: { value, among: rule.among.join(', ') } }
  }
  if (rule.pattern && !rule.pattern.test(value))
    return { code: 'attribute-shape', values: { value } }
  return undefined
}
