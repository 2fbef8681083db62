import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { readImport, readRefusedRows } from '~/domain/attempt/completion-import-view.server.ts'
import { completionWorkHandlers } from '~/domain/attempt/completion-import-work.server.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import type { PersonActor } from '~/kernel/actor.ts'
import { stagingFolder } from '~/platform/blobs.server.ts'
import { eventQueue } from '~/platform/events.server.ts'
import { startJobs, stopJobs } from '~/platform/jobs.server.ts'
import { longWorkQueue, readWorkOn, workHandler } from '~/platform/long-work.server.ts'
import { makeModule } from '../../../../tests/factories/catalogue.ts'
import { makeActor, makeAffiliation, makePerson } from '../../../../tests/factories/identity.ts'
import { makeOrganisation } from '../../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../../tests/setup/use-database.ts'
import { checkPostedFile } from './check-file.server.ts'
import { refusedRowsCsv, templateCsv } from './completion-csv.ts'
import { completionRows } from './completion-rows.ts'
import { csvTable } from '../tables/csv-table.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-earlier-'))
vi.stubEnv('DATA_FOLDER', folder)
afterAll(() => rmSync(folder, { recursive: true, force: true }))
useDatabase()
beforeAll(async () => {
  await stopJobs()
  await startJobs({ work: false, queues: [longWorkQueue, eventQueue] })
})

async function world() {
  const { organisationId, rootUnitId } = await makeOrganisation()
  const actor = await makeActor('manager', { kind: 'organisation', ref: organisationId })
  const { personId, email } = await makePerson()
  await makeAffiliation(personId, { unitId: rootUnitId, status: 'confirmed' })
  const { slug } = await makeModule()
  return { organisationId, actor, email, slug }
}

function posted(bytes: Uint8Array<ArrayBuffer>, name: string): Request {
  const body = new FormData()
  body.set('file', new File([bytes], name))
  return new Request('http://samsyn.localhost/', { method: 'POST', body })
}

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text))

interface Posting {
  actor: PersonActor
  organisationId: string
}

/** Sends a file, and does the job that tries it. */
async function check({ actor, organisationId }: Posting, request: Request) {
  const importId = await checkPostedFile({ actor, organisationId, request })
  const asked = { actor, organisationId, importId }
  expect(await readImport(asked)).toMatchObject({ isUnderWay: true, work: { state: 'queued' } })
  const work = await readWorkOn(importId)
  await workHandler(completionWorkHandlers)({ workId: work!.id })
  return asked
}

test('CSV and XLSX tell the same, and nothing of the file is left on disk', async () => {
  const { email, slug, ...place } = await world()
  const heads = ['E-post', 'Modul', 'Datum', 'Underlag']
  const csv = `${heads.join(';')}\n${email};${slug};2026-03-31;Intyg\n`
  const sheet = await writeXlsxFile([
    heads.map((value) => ({ value })),
    [
      { value: email },
      { value: slug },
      { value: new Date('2026-03-31T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' },
      { value: 'Intyg' },
    ],
  ]).toBuffer()
  const fromCsv = await readImport(await check(place, posted(bytesOf(csv), 'fil.csv')))
  const fromXlsx = await readImport(
    await check(place, posted(new Uint8Array(sheet), 'Fil från Excel.xlsx')),
  )
  expect(fromCsv.fresh).toMatchObject([{ given: { email, module: slug, day: '2026-03-31' } }])
  expect(fromXlsx.fresh).toEqual(fromCsv.fresh)
  expect(fromXlsx.import.fileName).toBe('Fil från Excel.xlsx')
  expect(readdirSync(stagingFolder())).toEqual([])
})

test('a personal number in the name of the file is not kept', async () => {
  const { email, slug, ...place } = await world()
  const csv = bytesOf(`e-post;modul;datum;underlag\n${email};${slug};2026-03-31;Intyg`)
  const view = await readImport(await check(place, posted(csv, 'intyg 811218-9876.csv')))
  expect(view.import).toMatchObject({ fileName: '-', new: 1 })
})

test('an old or locked Excel file, one that is too large, and none at all are refused in words', async () => {
  const { organisationId, actor } = await world()
  const refused = (request: Request) => check({ organisationId, actor }, request)
  const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0])
  await expect(refused(posted(old, 'a.xls'))).rejects.toMatchObject({ code: 'table.old-excel' })
  const large = new Uint8Array(5_000_001).fill(65)
  await expect(refused(posted(large, 'a.csv'))).rejects.toMatchObject({
    code: 'table.too-large',
    detail: { megabytes: 5 },
  })
  const none = new Request('http://samsyn.localhost/', { method: 'POST', body: new FormData() })
  await expect(refused(none)).rejects.toMatchObject({ code: 'upload.no-file' })
})

test('the refused rows come with why, harmless to a spreadsheet, and can be read in again', async () => {
  const { slug, email: _, ...place } = await world()
  const csv = `e-post;modul;datum;underlag\ningen@exempel.se;${slug};2026-03-31;=HYPERLINK("x")\n`
  const refused = await readRefusedRows(await check(place, posted(bytesOf(csv), 'fil.csv')))
  const text = refusedRowsCsv(refused, i18nOf('sv').t)
  const [record]: Record<string, string>[] = parse(text, {
    bom: true,
    delimiter: ';',
    columns: true,
  })
  expect(record).toMatchObject({
    rad: '2',
    varför: 'Ingen hos er har den bekräftade adressen eller anställningsnumret.',
    'e-post': 'ingen@exempel.se',
    underlag: '\'=HYPERLINK("x")',
  })
  expect(completionRows(csvTable(bytesOf(text)))).toMatchObject([
    {
      rowNumber: 2,
      email: 'ingen@exempel.se',
      module: slug,
      day: '2026-03-31',
      evidence: '=HYPERLINK("x")',
    },
  ])
})

test('the template is a file that is taken', () => {
  const text = templateCsv({ module: 'grund-1', evidence: 'Intyg' })
  expect(completionRows(csvTable(bytesOf(text)))).toMatchObject([
    { module: 'grund-1', day: '2026-03-31', evidence: 'Intyg' },
  ])
})
