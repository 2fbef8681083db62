import type { z } from 'zod'
import { i18nOf } from '~/i18n/messages.server.ts'
import { isRefusal } from '~/kernel/refusal.ts'
import type { Problem } from '~/platform/http/problem.ts'
import { problem } from './api-answer.server.ts'
import { parameterNames, type ParameterName } from './coverage-query.schema.ts'

type Fault = [name: string, kind: 'unknown' | 'wrong' | 'twice']

/**
 * Reads the parameters of an address.
 * @throws Problem invalid-parameter with each parameter at fault
 */
export function readParameters<Schema extends z.ZodType>(
  schema: Schema,
  search: URLSearchParams,
): z.output<Schema> {
  const twice = [...new Set(search.keys())].filter((name) => search.getAll(name).length > 1)
  const parsed = schema.safeParse(Object.fromEntries(search))
  const faults: Fault[] = (parsed.error?.issues ?? []).flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((name): Fault => [name, 'unknown'])
      : [[String(issue.path[0]), 'wrong'] satisfies Fault],
  )
  faults.push(...twice.map((name): Fault => [name, 'twice']))
  if (faults.length > 0 || !parsed.success) throw told(faults, search)
  return parsed.data
}

/** A parameter that reads well and will not do all the same. */
export function wrongParameter(name: string, lang: string): Problem {
  return told([[name, 'wrong']], new URLSearchParams({ lang }))
}

/** What a verb refused, as a problem with the parameter at fault; anything else as it was. */
export function problemOf(error: unknown, lang: string): unknown {
  if (!isRefusal(error)) return error
  if (error.code === 'followup.module-unknown') return problem('module-unknown')
  return error.field === undefined ? error : wrongParameter(error.field, lang)
}

function told(faults: Fault[], search: URLSearchParams): Problem {
  const { t } = i18nOf(search.get('lang') === 'en' ? 'en' : 'sv')
  const isKnown = (name: string): name is ParameterName =>
    parameterNames.some((known) => known === name)
  const ruleOf = ([name, kind]: Fault) => {
    if (kind === 'twice') return t('api.parameter.twice')
    return kind === 'wrong' && isKnown(name)
      ? t(`api.parameter.${name}`)
      : t('api.parameter.unknown')
  }
  const parameters = faults.map((fault) => ({ name: fault[0], rule: ruleOf(fault) }))
  return problem('invalid-parameter', { members: { parameters } })
}
