import type { z } from 'zod'
import {
  readCoverageDataset,
  type CoverageQuery,
} from '~/domain/followup/coverage-dataset.server.ts'
import { placesFrom, type CoverageDataset } from '~/domain/followup/coverage-dataset.ts'
import type { Language } from '~/i18n/format.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import type { ServiceActor } from '~/kernel/actor.ts'
import { today } from '~/kernel/dates.ts'
import { may } from '~/kernel/permission.ts'
import { isRefusal } from '~/kernel/refusal.ts'
import { preferredType } from '~/platform/http/content-negotiation.ts'
import { namesTag, weakTag } from '~/platform/http/entity-tag.ts'
import { countRate, type Limit } from '~/platform/rate-limit.server.ts'
import { coverageCsv } from '../coverage-csv.ts'
import { coverageJsonStat } from '../coverage-json-stat.ts'
import { answerApi, problem } from './api-answer.server.ts'
import {
  coverageQuerySchema,
  parameterNames,
  type CoverageParameters,
  type ParameterName,
} from './coverage-query.schema.ts'

/** Where the figures are asked for. */
export const coveragePath = '/api/v1/followup/coverage'

/** How many answers a key gets. */
export const keyLimit: Limit = { points: 120, seconds: 60 }

/** The formats of an answer; the first one where nothing is wished for. */
export const answerTypes = ['application/json', 'text/csv'] as const
type AnswerType = (typeof answerTypes)[number]

type Identify = (
  request: Request,
) => Promise<{ kind: 'nothing' } | { kind: 'no-good' } | { kind: 'key'; actor: ServiceActor }>

/**
 * Answers GET /api/v1/followup/coverage: the figures that the filters ask for, as JSON-stat or CSV.
 * @param identify which key the request shows
 */
export async function answerCoverage(request: Request, identify: Identify): Promise<Response> {
  return answerApi(request, async ({ headers }) => {
    headers.set('Vary', 'Accept, Authorization')
    const actor = await keyHolder(request, identify)
    await count(actor, headers)
    if (!may(actor, 'followup:read', {})) throw scopeMissing()
    const type = preferredType(request.headers.get('Accept'), answerTypes)
    if (type === null) throw problem('not-acceptable')
    const parameters = parametersOf(new URL(request.url).searchParams)
    const dataset = await datasetFor(actor, parameters)
    const page = pageOf(dataset, parameters)
    return answerWith(request, page, type, parameters)
  })
}

async function keyHolder(request: Request, identify: Identify): Promise<ServiceActor> {
  const shown = await identify(request)
  if (shown.kind === 'key') return shown.actor
  const challenge = (more = '') => ({
    headers: { 'WWW-Authenticate': `Bearer realm="Samsyn"${more}` },
  })
  if (shown.kind === 'nothing') throw problem('key-missing', challenge())
  throw problem('key-invalid', challenge(', error="invalid_token"'))
}

const scopeMissing = () =>
  problem('scope-missing', {
    headers: {
      'WWW-Authenticate':
        'Bearer realm="Samsyn", error="insufficient_scope", scope="followup:read"',
    },
  })

/** Counts the call, and says in the headers what is left (draft-ietf-httpapi-ratelimit-headers). */
async function count({ keyId }: ServiceActor, headers: Headers): Promise<void> {
  const { points, seconds: window } = keyLimit
  const { allowed, remaining, seconds } = await countRate('service-key', keyId, keyLimit)
  headers.set('RateLimit-Policy', `"key";q=${points};w=${window}`)
  headers.set('RateLimit', `"key";r=${remaining};t=${seconds}`)
  if (!allowed) throw problem('rate-limited', { headers: { 'Retry-After': String(seconds) } })
}

/** @throws Problem invalid-parameter with each parameter at fault */
function parametersOf(search: URLSearchParams): CoverageParameters {
  const twice = [...new Set(search.keys())].filter((name) => search.getAll(name).length > 1)
  const parsed = coverageQuerySchema.safeParse(Object.fromEntries(search))
  const wrong = new Map(twice.map((name) => [name, 'twice' as const]))
  const issues: z.core.$ZodIssue[] = parsed.success ? [] : parsed.error.issues
  const faults: Fault[] = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((name): Fault => [name, 'unknown'])
      : [[String(issue.path[0]), 'wrong'] satisfies Fault],
  )
  if (wrong.size > 0 || faults.length > 0 || !parsed.success) {
    throw invalid([...faults, ...wrong], search)
  }
  const { level, county, municipality } = parsed.data
  if (municipality !== undefined && level !== undefined && level !== 'municipality') {
    throw invalid([['municipality', 'wrong']], search)
  }
  if (county !== undefined && level === 'nation') throw invalid([['level', 'wrong']], search)
  return parsed.data
}

type Fault = [name: string, kind: 'unknown' | 'wrong' | 'twice']

function invalid(faults: Fault[], search: URLSearchParams) {
  const { t } = i18nOf(search.get('lang') === 'en' ? 'en' : 'sv')
  const isKnown = (name: string): name is ParameterName =>
    parameterNames.some((known) => known === name)
  const ruleOf = ([name, kind]: Fault) => {
    if (kind === 'twice') return t('api.parameter.twice')
    return isKnown(name) ? t(`api.parameter.${name}`) : t('api.parameter.unknown')
  }
  const parameters = faults.map((fault) => ({ name: fault[0], rule: ruleOf(fault) }))
  return problem('invalid-parameter', { members: { parameters } })
}

async function datasetFor(
  actor: ServiceActor,
  parameters: CoverageParameters,
): Promise<CoverageDataset> {
  const { asOf, module, county, municipality, professionGroup, lang } = parameters
  const query: CoverageQuery = {
    asOf: asOf ?? today(),
    moduleSlug: module ?? null,
    level: parameters.level ?? (municipality === undefined ? 'county' : 'municipality'),
    countyCode: county,
    municipalityCode: municipality,
    professionGroup,
  }
  try {
    return await readCoverageDataset({ actor, query })
  } catch (error) {
    if (!isRefusal(error)) throw error
    if (error.code === 'followup.module-unknown') throw problem('module-unknown')
    if (error.field === undefined) throw error
    throw invalid([[error.field, 'wrong']], new URLSearchParams({ lang }))
  }
}

interface Page {
  dataset: CoverageDataset
  page: number
  pageSize: number
  pages: number
  total: number
}

function pageOf(dataset: CoverageDataset, { page, pageSize, lang }: CoverageParameters): Page {
  const total = dataset.places.length
  const pages = Math.max(1, Math.ceil(total / pageSize))
  if (page > pages) throw invalid([['page', 'wrong']], new URLSearchParams({ lang }))
  const from = (page - 1) * pageSize
  return { dataset: placesFrom(dataset, from, from + pageSize), page, pageSize, pages, total }
}

function answerWith(
  request: Request,
  page: Page,
  type: AnswerType,
  { lang }: CoverageParameters,
): Response {
  const { dataset } = page
  // Everything counts but when it was taken out, which would make each answer a new one.
  const timeless = { ...dataset, takenAt: '1970-01-01T00:00:00.000Z', takenOn: '1970-01-01' }
  const tag = weakTag(`${type} ${bodyOf({ ...page, dataset: timeless }, type, lang)}`)
  const headers = new Headers({
    ETag: tag,
    'Cache-Control': 'private, no-cache',
    'Content-Language': type === 'text/csv' ? 'sv' : lang,
    Link: linksOf(new URL(request.url), page),
  })
  if (namesTag(request.headers.get('If-None-Match'), tag)) {
    return new Response(null, { status: 304, headers })
  }
  headers.set('Content-Type', `${type}; charset=utf-8`)
  return new Response(bodyOf(page, type, lang), { headers })
}

function bodyOf({ dataset, ...page }: Page, type: AnswerType, lang: Language): string {
  return type === 'text/csv'
    ? coverageCsv(dataset)
    : JSON.stringify(coverageJsonStat(dataset, lang, { page }))
}

/** Where the other pages are (RFC 8288). */
function linksOf(url: URL, { page, pages }: Page): string {
  const to = (number: number, relation: string) => {
    const search = new URLSearchParams(url.searchParams)
    search.set('page', String(number))
    return `<${coveragePath}?${search.toString()}>; rel="${relation}"`
  }
  return [
    to(1, 'first'),
    ...(page > 1 ? [to(page - 1, 'prev')] : []),
    ...(page < pages ? [to(page + 1, 'next')] : []),
    to(pages, 'last'),
  ].join(', ')
}
