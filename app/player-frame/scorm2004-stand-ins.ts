import type { Cmi2004Type } from '~/standards/scorm/cmi2004-elements.ts'
import { durationOf, secondsOf } from '~/standards/scorm/cmi2004.ts'
import type { RefusedValue } from './scorm-item.ts'

/**
 * What the library takes instead of a value that it refuses and the standard does not. A number stays as
 * near as it can be, since the library judges by it.
 */
export function standIns2004({ element, name, value, question }: RefusedValue): string[] {
  const { type } = element
  if (type === 'real') return [Number(value).toFixed(7), '1']
  if (type === 'timeinterval') return [durationOf(secondsOf(value) ?? 0)]
  if (type === 'response') return [responseFor(question, /\.(\d+)\.pattern$/.exec(name)?.[1] ?? '')]
  if (name.endsWith('.result')) return ['neutral']
  return standIns[type as Cmi2004Type] ?? []
}

const standIns: Partial<Record<Cmi2004Type, string[]>> = {
  characterstring: ['x'],
  language_type: ['en'],
  localized_string_type: ['x'],
  time: ['2000'],
}

/** No two patterns of an interaction may be alike. */
function responseFor(question: string | undefined, index: string): string {
  const word = `samsyn.${index}`
  if (question === 'true-false') return 'true'
  if (question === 'numeric') return '0'
  return question === 'matching' || question === 'performance' ? `${word}[.]x` : word
}
