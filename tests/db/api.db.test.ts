import { Validator } from '@seriousme/openapi-schema-validator'
import addFormats from 'ajv-formats'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { parse } from 'csv-parse/sync'
import JSONstat from 'jsonstat-toolkit'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { readService, type Shown } from '~/auth/service-key.server.ts'
import { startSession } from '~/auth/session.server.ts'
import { shownCoverage } from '~/components/coverage/figure-columns.tsx'
import { readNationalTable } from '~/domain/followup/followup.server.ts'
import { makeKey, revokeKey } from '~/domain/identity/service-key.server.ts'
import { declareHeadcount } from '~/domain/organisation/headcount.server.ts'
import {
  answerCoverage,
  keyLimit,
  wrongKeyLimit,
} from '~/exchange/exports/api/coverage-answer.server.ts'
import {
  answerDescription,
  answerNowhere,
} from '~/exchange/exports/api/description-answer.server.ts'
import { excelType } from '~/exchange/exports/coverage-file.server.ts'
import { openApiDocument } from '~/exchange/exports/api/open-api.ts'
import { problemCodes, type ProblemCode } from '~/exchange/exports/api/problem.schema.ts'
import { systemActor } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import { newId, type ServiceKeyId } from '~/kernel/ids.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { env } from '~/platform/env.server.ts'
import { makeCompletion } from '../factories/assignment.ts'
import { makeModule, type MadeModule } from '../factories/catalogue.ts'
import { makeGrant, makePerson } from '../factories/identity.ts'
import { makeEmployment, makeOrganisation } from '../factories/organisation.ts'
import { useDatabase } from '../setup/use-database.ts'

// One answer here is a planted fault of ours, which would be logged.
process.env.LOG_LEVEL = 'silent'
useDatabase()

const document = openApiDocument('http://samsyn.localhost:3000')
const coverage = '/api/v1/followup/coverage'
// An address of its own for each test: its wrong keys are nobody else's.
let address = 0
const asker = () => ({ identify: readService, address: `192.0.2.${address}` })
const answers: Record<string, (request: Request) => Promise<Response>> = {
  [coverage]: (request) => answerCoverage(request, asker()),
  '/api/v1/openapi.json': answerDescription,
}

let module: MadeModule
let keyId: string
let secret: string

const newKey = (validTo = '2027-11-21') =>
  makeKey({ actor: systemActor, name: 'Prov', scope: 'followup:read', validTo })

beforeAll(async () => {
  holdClock(new Date('2026-11-21T10:00:00Z'))
  module = await makeModule()
  const { rootUnitId } = await makeOrganisation()
  await declareHeadcount({
    actor: systemActor,
    unitId: rootUnitId,
    professionGroup: 'school',
    headcount: 3,
    asOf: '2026-01-01',
    source: 'own',
  })
  await makeCompletion(await makeEmployment(rootUnitId), module, '2026-10-20')
  await makeCompletion(await makeEmployment(rootUnitId), module, '2026-10-20', 'import')
  const court = { professionGroup: 'judiciary' } as const
  await makeCompletion(await makeEmployment(rootUnitId, court), module, '2026-10-20', 'import')
})
afterAll(() => holdClock(undefined))
// A key of its own for each test: its rate is nobody else's.
beforeEach(async () => {
  holdClock(new Date('2026-11-21T10:00:00Z'))
  address += 1
  ;({ keyId, secret } = await newKey())
})

const ask = (
  search: Record<string, string> | string = '',
  headers: Record<string, string> = {},
  method = 'GET',
) => {
  const query = new URLSearchParams(search).toString()
  const shown = { Authorization: `Bearer ${secret}`, ...headers }
  return answers[coverage]!(
    new Request(`http://app${coverage}?${query}`, { method, headers: shown }),
  )
}

const ajv = new Ajv2020({ strict: false })
addFormats(ajv)
ajv.addSchema({ $id: 'api', components: document.components })
const validators = new Map<string, ValidateFunction>()
function validator(schema: object): ValidateFunction {
  const text = JSON.stringify(schema).replaceAll('"#/', '"api#/')
  const known = validators.get(text)
  if (known) return known
  const made = ajv.compile(JSON.parse(text) as object)
  validators.set(text, made)
  return made
}

const toldHeaders = Object.keys(document.components.headers)

/** Holds an answer against what the document says of its status: neither more nor less. */
async function expectAsDescribed(path: string, answer: Response): Promise<void> {
  const described = document.paths[path]!.get.responses[answer.status]
  expect(described, `${path} tells of ${answer.status}`).toBeDefined()
  expect(
    toldHeaders.filter((name) => answer.headers.has(name)),
    `headers of ${path} with ${answer.status}`,
  ).toEqual(toldHeaders.filter((name) => Object.hasOwn(described!.headers ?? {}, name)))
  const text = await answer.clone().text()
  if (!described!.content) return expect(text).toBe('')
  const type = answer.headers.get('Content-Type')!.split(';')[0]!
  expect(Object.keys(described!.content)).toContain(type)
  const body: unknown = /json$/.test(type) ? JSON.parse(text) : text
  const valid = validator(described!.content[type]!.schema)
  expect(valid(body), JSON.stringify(valid.errors)).toBe(true)
}

test('the description is valid OpenAPI 3.1', async () => {
  const asSent = JSON.parse(JSON.stringify(document)) as Record<string, unknown>
  const result = await new Validator().validate(asSent)
  expect(result.errors ?? []).toEqual([])
  expect(result.valid).toBe(true)
})

test('every operation answers a request made from its own description as it says', async () => {
  expect(Object.keys(document.paths).sort()).toEqual(Object.keys(answers).sort())
  for (const [path, { get }] of Object.entries(document.paths)) {
    const parameters = (get.parameters ?? []).filter((parameter) => parameter.in === 'query')
    for (const parameter of parameters) {
      if (/^page/.test(parameter.name)) expect(parameter.schema.type).toBe('integer')
      expect(validator(parameter.schema)(parameter.example), parameter.name).toBe(true)
    }
    // Each parameter alone, then none; they do not all go together.
    const searches = [...parameters.map(({ name, example }) => ({ [name]: String(example) })), {}]
    for (const accept of ['application/json', 'text/csv', excelType]) {
      for (const search of searches) {
        const asked = new URLSearchParams(
          'module' in search ? { module: module.slug } : search,
        ).toString()
        const headers = { Authorization: `Bearer ${secret}`, Accept: accept }
        const answer = await answers[path]!(new Request(`http://app${path}?${asked}`, { headers }))
        expect(answer.status, `${path}?${asked}`).toBe(200)
        await expectAsDescribed(path, answer)
      }
    }
  }
})

test('every problem that is described can be met, and is told as described', async () => {
  const ofKey = async (scopes: string[]) => {
    const made = await newKey()
    await prisma().serviceKey.update({ where: { id: made.keyId }, data: { scopes } })
    return { Authorization: `Bearer ${made.secret}` }
  }
  const tooMany = async () => {
    for (let asked = 0; asked < keyLimit.points; asked++) await ask('', { Accept: 'image/png' })
    return ask()
  }
  // A fault of ours after the key has been found good.
  const planted: Shown = {
    kind: 'key',
    actor: {
      kind: 'service',
      personId: null,
      keyId: newId<ServiceKeyId>(),
      get scopes(): never {
        throw new Error('planted')
      },
    },
  }
  const broken = { ...asker(), identify: async () => planted }
  const provoke: Record<ProblemCode, () => Promise<Response>> = {
    'invalid-parameter': () => ask({ county: 'X' }),
    'key-missing': () => answers[coverage]!(new Request(`http://app${coverage}`)),
    'key-invalid': () => ask('', { Authorization: `Bearer samsyn_${'A'.repeat(43)}` }),
    'scope-missing': async () => ask('', await ofKey([])),
    'module-unknown': () => ask({ module: 'nothing' }),
    'not-found': () => answerNowhere(new Request('http://app/api/v1/followup')),
    'method-not-allowed': () => ask('', {}, 'DELETE'),
    'not-acceptable': () => ask('', { Accept: 'application/xml' }),
    'rate-limited': tooMany,
    unexpected: () => answerCoverage(new Request(`http://app${coverage}`), broken),
  }
  expect(Object.keys(provoke)).toEqual(problemCodes)
  for (const code of problemCodes) {
    const answer = await provoke[code]()
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8')
    const body = (await answer.clone().json()) as Record<string, unknown>
    expect(body).toMatchObject({ code, status: answer.status, type: `/api#${code}` })
    expect(validator({ $ref: '#/components/schemas/Problem' })(body)).toBe(true)
    if (code !== 'not-found') await expectAsDescribed(coverage, answer)
  }
})

test('the description tells of its own problems too', async () => {
  const described = async (answer: Response, status: number) => {
    expect(answer.status).toBe(status)
    await expectAsDescribed('/api/v1/openapi.json', answer)
  }
  const url = 'http://app/api/v1/openapi.json'
  await described(await answerDescription(new Request(`${url}?lang=en`)), 400)
  await described(await answerDescription(new Request(url, { method: 'POST' })), 405)
})

test('the answer has the numbers of the page, and says of what is unknown that it is', async () => {
  const page = await readNationalTable({
    actor: systemActor,
    moduleId: module.moduleId,
    asOf: '2026-11-01',
  })
  const answer = await ask({ module: module.slug, asOf: '2026-11-01' })
  const cube = JSONstat(await answer.json()).Dataset(0)
  const unknown = { value: null, status: '..' }
  for (const { code, coverage: shown, persons } of [page.nation, ...page.counties]) {
    for (const figure of [shown.total, ...shown.groups]) {
      const professionGroup = 'professionGroup' in figure ? figure.professionGroup : 'total'
      const where = { module: module.slug, place: code!, professionGroup, asOf: '2026-11-01' }
      const at = (measure: string) => cube.Data({ ...where, measure })
      const onPage = shownCoverage(figure)
      expect(at('required').value).toBe(onPage.required)
      if (onPage.required === null) {
        expect([at('held'), at('heldImported')]).toEqual([unknown, unknown])
        expect(at('heldUncounted').value).toBe(onPage.held)
      } else {
        expect([at('held').value, at('heldUncounted').value]).toEqual([
          onPage.held,
          figure.heldUncounted,
        ])
        expect(at('heldImported').value).toBe(figure.heldImported)
      }
      expect(at('uncountedImported').value).toBe(figure.uncountedImported)
      if (professionGroup === 'total') expect(at('persons').value).toBe(persons)
    }
  }
  const nation = { module: module.slug, place: '00', asOf: '2026-11-01' }
  const told = (professionGroup: string, measure: string) =>
    cube.Data({ ...nation, professionGroup, measure }).value
  // 3 in the school, 1 played and 1 imported; of the court nobody knows how many, and 1 has it imported.
  expect(['held', 'required', 'heldImported'].map((each) => told('school', each))).toEqual([
    2, 3, 1,
  ])
  expect(['held', 'required'].map((each) => told('judiciary', each))).toEqual([null, null])
  expect(['heldUncounted', 'uncountedImported'].map((each) => told('judiciary', each))).toEqual([
    1, 1,
  ])
})

test('the filters choose places, groups, modules and days', async () => {
  const sizes = async (search: Record<string, string>) => {
    const body = (await (await ask({ module: module.slug, ...search })).json()) as {
      dimension: Record<string, { category: { index: string[] } }>
    }
    const codes = (dimension: string) => body.dimension[dimension]!.category.index
    return { places: codes('place'), groups: codes('professionGroup'), days: codes('asOf') }
  }
  expect(await sizes({ county: '21' })).toMatchObject({ places: ['21'] })
  expect(await sizes({ municipality: '2180' })).toMatchObject({ places: ['2180'] })
  expect((await sizes({ county: '21', level: 'municipality' })).places).toHaveLength(11)
  expect(await sizes({ level: 'nation', professionGroup: 'school', asOf: '2026-10-01' })).toEqual({
    places: ['00'],
    groups: ['school'],
    days: ['2026-10-01'],
  })
})

test('CSV comes where it is wished for', async () => {
  const answer = await ask({ module: module.slug }, { Accept: 'text/csv, application/json;q=0.5' })
  expect(answer.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
  expect(answer.headers.get('Vary')).toBe('Accept, Authorization')
  const records = parse(Buffer.from(await answer.arrayBuffer()), { bom: true, delimiter: ';' })
  expect(records).toHaveLength(1 + 22 * 9)
})

test('Excel comes where it is wished for, with the figures of the CSV', async () => {
  const search = { module: module.slug, asOf: '2026-11-01' }
  const answer = await ask(search, { Accept: excelType })
  expect(answer.headers.get('Content-Type')).toBe(excelType)
  const [figures, definitions] = await readExcelFile(Buffer.from(await answer.arrayBuffer()))
  const csv = await ask(search, { Accept: 'text/csv' })
  const records: string[][] = parse(await csv.text(), { bom: true, delimiter: ';' })
  const column = (row: readonly unknown[], name: string) => row.indexOf(name)
  const [heads, ...rows] = figures!.data
  const held = column(heads!, 'Innehar')
  expect(held).toBeGreaterThan(-1)
  expect(rows.map((row) => String(row[held] ?? ''))).toEqual(
    records.slice(1).map((record) => record[column(records[0]!, 'innehar')]),
  )
  expect(definitions!.data.length).toBeGreaterThan(5)
})

test('an unchanged answer is not sent again, whenever it was taken out', async () => {
  const search = { module: module.slug, asOf: '2026-11-01' }
  const first = await ask(search)
  const tag = first.headers.get('ETag')!
  expect(tag).toMatch(/^W\/"/)
  expect(first.headers.get('Cache-Control')).toBe('private, no-cache')
  holdClock(new Date('2026-11-23T12:00:00Z'))
  const again = await ask(search, { 'If-None-Match': tag })
  expect(again.status).toBe(304)
  expect(again.headers.get('ETag')).toBe(tag)
  expect(again.headers.get('RateLimit')).toMatch(/^"key";r=118;t=\d+$/)
  await expectAsDescribed(coverage, again)
  for (const other of [
    { ...search, lang: 'en' },
    { ...search, asOf: '2026-10-01' },
  ]) {
    expect((await ask(other, { 'If-None-Match': tag })).status).toBe(200)
  }
  const asCsv = await ask(search, { 'If-None-Match': tag, Accept: 'text/csv' })
  expect(asCsv.status).toBe(200)
})

test('another completion is another tag', async () => {
  const search = { module: module.slug }
  const tag = (await ask(search)).headers.get('ETag')
  const { rootUnitId } = await makeOrganisation()
  await makeCompletion(await makeEmployment(rootUnitId), module, '2026-11-20')
  const after = await ask(search, { 'If-None-Match': tag! })
  expect(after.status).toBe(200)
})

test('places come in pages that lead to one another', async () => {
  const search = { module: module.slug, level: 'municipality', pageSize: '100' }
  const codes: string[] = []
  for (const page of ['1', '2', '3', '4']) {
    const answer = await ask({ ...search, page })
    const body = (await answer.json()) as {
      dimension: { place: { category: { index: string[] } } }
      extension: { page: unknown }
    }
    expect(body.extension.page).toEqual({ page: Number(page), pageSize: 100, pages: 4, total: 312 })
    codes.push(...body.dimension.place.category.index)
    const link = answer.headers.get('Link')!
    expect(link).toContain('rel="first"')
    expect(link).toContain('rel="last"')
    expect(link.includes('rel="next"')).toBe(page !== '4')
    expect(link.includes('rel="prev"')).toBe(page !== '1')
  }
  // The nation, 21 counties and 290 municipalities.
  expect(new Set(codes).size).toBe(312)
  expect((await ask({ ...search, page: '5' })).status).toBe(400)
})

test('every wrong parameter is named, with its rule in the language asked for', async () => {
  const wrong = async (search: string) => {
    const answer = await ask(search)
    expect(answer.status).toBe(400)
    const { parameters } = (await answer.json()) as { parameters: { name: string; rule: string }[] }
    return parameters
  }
  const names = async (search: string) => (await wrong(search)).map(({ name }) => name).sort()
  expect(await names('county=2&pageSize=401&foo=1')).toEqual(['county', 'foo', 'pageSize'])
  expect(await names('county=21&county=01')).toEqual(['county'])
  expect(await names('asOf=2026-02-30')).toEqual(['asOf'])
  expect(await names('asOf=2026-11-22')).toEqual(['asOf'])
  expect(await names('county=02')).toEqual(['county'])
  expect(await names('county=01&municipality=2180')).toEqual(['municipality'])
  expect(await names('level=county&municipality=2180')).toEqual(['municipality'])
  expect(await names('level=nation&county=21')).toEqual(['county'])
  expect(await names('level=nation&municipality=2180')).toEqual(['municipality'])
  for (const text of ['0x1', '1e0', ' 1', '1.0', '+1', '-1', '', '1234567', '0']) {
    const search = `page=${encodeURIComponent(text)}&pageSize=${encodeURIComponent(text)}`
    expect(await names(search), text).toEqual(['page', 'pageSize'])
  }
  expect(await names('professionGroup=mixed')).toEqual(['professionGroup'])
  expect(await wrong('foo=1&lang=en')).toEqual([
    { name: 'foo', rule: 'There is no such parameter.' },
  ])
})

test('an address that shows too many wrong keys has to wait, before its keys are looked up', async () => {
  const wrong = { Authorization: `Bearer samsyn_${'A'.repeat(43)}` }
  for (let shown = 0; shown < wrongKeyLimit.points; shown++) {
    expect((await ask('', wrong)).status).toBe(401)
  }
  let lookedUp = 0
  const identify = (request: Request) => {
    lookedUp += 1
    return readService(request)
  }
  const refused = await answerCoverage(new Request(`http://app${coverage}`, { headers: wrong }), {
    ...asker(),
    identify,
  })
  expect([refused.status, lookedUp]).toEqual([429, 0])
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect(refused.headers.get('RateLimit-Policy')).toBe('"address";q=60;w=60')
  await expectAsDescribed(coverage, refused)
  // Who shows nothing is told to; other addresses are nobody's business.
  const keyless = await answers[coverage]!(new Request(`http://app${coverage}`))
  expect(keyless.status).toBe(401)
  address += 1
  expect((await ask({ level: 'nation' })).status).toBe(200)
})

test('who has no good key is told to show one, also when signed in', async () => {
  const { personId } = await makePerson()
  await makeGrant(personId, 'analyst', { kind: 'nation', ref: null })
  const cookie = (await startSession(personId)).split(';')[0]!
  const withCookie = await answers[coverage]!(
    new Request(`http://app${coverage}`, { headers: { Cookie: cookie } }),
  )
  expect(withCookie.status).toBe(401)
  expect(withCookie.headers.get('WWW-Authenticate')).toBe('Bearer realm="Samsyn"')
  const expired = await newKey('2026-11-21')
  await revokeKey({ actor: systemActor, keyId })
  holdClock(new Date('2026-11-22T10:00:00Z'))
  for (const shown of [secret, expired.secret, 'x', '']) {
    const answer = await ask('', { Authorization: `Bearer ${shown}` })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('WWW-Authenticate')).toContain('error="invalid_token"')
  }
  // A key in the address is a parameter that there is not, and opens nothing.
  const inAddress = new Request(`http://app${coverage}?access_token=${secret}`)
  expect((await answers[coverage]!(inAddress)).status).toBe(401)
})

test('HEAD answers as GET without content, OPTIONS what is allowed, others that they are not', async () => {
  const head = await ask({ module: module.slug }, {}, 'HEAD')
  const get = await ask({ module: module.slug })
  expect([head.status, await head.text()]).toEqual([200, ''])
  expect(head.headers.get('ETag')).toBe(get.headers.get('ETag'))
  const options = await ask('', {}, 'OPTIONS')
  expect([options.status, options.headers.get('Allow')]).toEqual([204, 'GET, HEAD, OPTIONS'])
  expect(options.headers.get('Access-Control-Allow-Origin')).toBeNull()
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    const answer = await ask('', {}, method)
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
  }
})

test('the rate is told on each answer, counted per key, and ends with how long to wait', async () => {
  const first = await ask({ county: 'X' })
  expect(first.headers.get('RateLimit-Policy')).toBe('"key";q=120;w=60')
  expect(first.headers.get('RateLimit')).toMatch(/^"key";r=119;t=(60|59)$/)
  for (let asked = 1; asked < keyLimit.points; asked++) await ask({ county: 'X' })
  const refused = await ask({ level: 'nation' })
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect(refused.headers.get('RateLimit')).toMatch(/^"key";r=0;t=\d+$/)
  const other = await newKey()
  const free = await ask({ level: 'nation' }, { Authorization: `Bearer ${other.secret}` })
  expect(free.status).toBe(200)
})

test('the description is served with the app’s own address, and only once', async () => {
  const asked = (headers: Record<string, string> = {}) =>
    answerDescription(new Request('http://app/api/v1/openapi.json', { headers }))
  const answer = await asked()
  const body = (await answer.json()) as typeof document
  expect(body).toEqual(JSON.parse(JSON.stringify(openApiDocument(env().APP_ORIGIN))))
  const again = await asked({ 'If-None-Match': answer.headers.get('ETag')! })
  expect(again.status).toBe(304)
  await expectAsDescribed('/api/v1/openapi.json', again)
})
