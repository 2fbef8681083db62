import {
  readCoveragePage,
  type CoveragePage,
  type CoverageQuery,
} from '~/domain/followup/coverage-dataset.server.ts'
import type { CoverageDataset } from '~/domain/followup/coverage-dataset.ts'
import { languages, type Language } from '~/i18n/format.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import type { ServiceActor } from '~/kernel/actor.ts'
import { today } from '~/kernel/dates.ts'
import { may } from '~/kernel/permission.ts'
import { preferredType } from '~/platform/http/content-negotiation.ts'
import { namesTag, weakTag } from '~/platform/http/entity-tag.ts'
import { countRate, readRate, type Limit, type Rate } from '~/platform/rate-limit.server.ts'
import { coverageCsvColumns } from '../coverage-csv.ts'
import { coverageFile, excelType } from '../coverage-file.server.ts'
import { coverageJsonStat } from '../coverage-json-stat.ts'
import { coverageTexts } from '../coverage-texts.ts'
import { answerApi, problem } from './api-answer.server.ts'
import { coverageQuerySchema, type CoverageParameters } from './coverage-query.schema.ts'
import { problemOf, readParameters, wrongParameter } from './read-parameters.server.ts'

/** Where the figures are asked for. */
export const coveragePath = '/api/v1/followup/coverage'

/** How many answers a key gets. */
export const keyLimit: Limit = { points: 120, seconds: 60 }

/** How many keys that are not good an address may show. */
export const wrongKeyLimit: Limit = { points: 60, seconds: 60 }

/** The formats of an answer; the first one where nothing is wished for. */
export const answerTypes = ['application/json', 'text/csv', excelType] as const
type AnswerType = (typeof answerTypes)[number]

type Identify = (
  request: Request,
) => Promise<{ kind: 'nothing' } | { kind: 'no-good' } | { kind: 'key'; actor: ServiceActor }>

interface Asker {
  /** Which key the request shows. */
  identify: Identify
  /** The network address that asks. */
  address: string
}

/** Answers GET /api/v1/followup/coverage: the figures that the filters ask for, as JSON-stat, CSV or Excel. */
export async function answerCoverage(request: Request, asker: Asker): Promise<Response> {
  return answerApi(request, async ({ headers }) => {
    headers.set('Vary', 'Accept, Authorization')
    const actor = await keyHolder(request, asker)
    await count(actor, headers)
    if (!may(actor, 'followup:read', {})) throw scopeMissing()
    const type = preferredType(request.headers.get('Accept'), answerTypes)
    if (type === null) throw problem('not-acceptable')
    const parameters = readParameters(coverageQuerySchema, new URL(request.url).searchParams)
    const page = pageOf(await datasetFor(actor, parameters), parameters)
    return answerWith(request, page, type, parameters)
  })
}

async function keyHolder(request: Request, { identify, address }: Asker): Promise<ServiceActor> {
  // Before the look-up, which whoever tries keys is not to be given.
  const isShown = request.headers.has('Authorization')
  if (isShown) requireLeft(await readRate(wrongKeys, address, wrongKeyLimit))
  const shown = await identify(request)
  if (shown.kind === 'key') return shown.actor
  const challenge = (more = '') => ({
    headers: { 'WWW-Authenticate': `Bearer realm="Samsyn"${more}` },
  })
  if (shown.kind === 'nothing') throw problem('key-missing', challenge())
  requireLeft(await countRate(wrongKeys, address, wrongKeyLimit))
  throw problem('key-invalid', challenge(', error="invalid_token"'))
}

const wrongKeys = 'key-invalid'

/** @throws Problem rate-limited, where the address has shown too many wrong keys */
function requireLeft(rate: Rate): void {
  if (!rate.allowed) throw tooMany('address', wrongKeyLimit, rate)
}

/** What is left, in headers (draft-ietf-httpapi-ratelimit-headers). */
const rateHeaders = (of: string, { points, seconds }: Limit, rate: Rate) => ({
  'RateLimit-Policy': `"${of}";q=${points};w=${seconds}`,
  RateLimit: `"${of}";r=${rate.remaining};t=${rate.seconds}`,
})

const tooMany = (of: string, limit: Limit, rate: Rate) =>
  problem('rate-limited', {
    headers: { ...rateHeaders(of, limit, rate), 'Retry-After': String(rate.seconds) },
  })

const scopeMissing = () =>
  problem('scope-missing', {
    headers: {
      'WWW-Authenticate':
        'Bearer realm="Samsyn", error="insufficient_scope", scope="followup:read"',
    },
  })

/** Counts the call; every answer from here on says what is left. */
async function count({ keyId }: ServiceActor, headers: Headers): Promise<void> {
  const rate = await countRate('service-key', keyId, keyLimit)
  for (const [name, value] of Object.entries(rateHeaders('key', keyLimit, rate))) {
    headers.set(name, value)
  }
  if (!rate.allowed) throw tooMany('key', keyLimit, rate)
}

async function datasetFor(
  actor: ServiceActor,
  parameters: CoverageParameters,
): Promise<CoveragePage> {
  const { asOf, module, county, municipality, professionGroup, lang } = parameters
  const { page, pageSize } = parameters
  const query: CoverageQuery = {
    asOf: asOf ?? today(),
    moduleSlug: module ?? null,
    level: parameters.level ?? (municipality === undefined ? 'county' : 'municipality'),
    countyCode: county,
    municipalityCode: municipality,
    professionGroup,
  }
  try {
    return await readCoveragePage({ actor, query, page, pageSize })
  } catch (error) {
    throw problemOf(error, lang)
  }
}

interface Page {
  dataset: CoverageDataset
  page: number
  pageSize: number
  pages: number
  total: number
}

function pageOf(
  { dataset, total }: CoveragePage,
  { page, pageSize, lang }: CoverageParameters,
): Page {
  const pages = Math.max(1, Math.ceil(total / pageSize))
  if (page > pages) throw wrongParameter('page', lang)
  return { dataset, page, pageSize, pages, total }
}

async function answerWith(
  request: Request,
  page: Page,
  type: AnswerType,
  { lang }: CoverageParameters,
): Promise<Response> {
  const tag = tagOf(page, type, lang)
  const headers = new Headers({
    ETag: tag,
    'Cache-Control': 'private, no-cache',
    'Content-Language': type === 'text/csv' ? 'sv' : lang,
    Link: linksOf(new URL(request.url), page),
  })
  if (namesTag(request.headers.get('If-None-Match'), tag)) {
    return new Response(null, { status: 304, headers })
  }
  headers.set('Content-Type', type === excelType ? type : `${type}; charset=utf-8`)
  return new Response(await bodyOf(page, type, lang), { headers })
}

/**
 * Names the figures and what they mean, in a format and language. Everything counts but when they were
 * taken out, which would make each answer a new one.
 */
function tagOf({ dataset, ...page }: Page, type: AnswerType, lang: Language): string {
  const { takenAt, takenOn, ...figures } = dataset
  const words = languages.map((language) => {
    const { source, ...texts } = coverageTexts(dataset, i18nOf(language))
    void source
    return texts
  })
  void [takenAt, takenOn]
  return weakTag(JSON.stringify([type, lang, page, figures, words, coverageCsvColumns]))
}

async function bodyOf(
  { dataset, ...page }: Page,
  type: AnswerType,
  lang: Language,
): Promise<string | Uint8Array<ArrayBuffer>> {
  if (type === 'application/json') return JSON.stringify(coverageJsonStat(dataset, lang, { page }))
  return new Uint8Array(await coverageFile(dataset, type === excelType ? 'xlsx' : 'csv', lang))
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
