import { expect, test } from 'vitest'
import type { CertificateView } from '~/domain/credential/credential.ts'
import { pdfObjects, pdfText } from '../../../tests/fixtures/pdf-text.ts'
import { fontRuns } from './certificate-font.server.ts'
import { certificatePdf } from './certificate-pdf.server.ts'
import { qrPathOf } from './qr-path.ts'

const certificate: CertificateView = {
  id: 'an id',
  code: 'K7QT-M4XD-9FHJ-3CPR',
  holderName: 'Åsa Öberg',
  showsName: false,
  issuedAt: new Date('2026-11-22T10:00:00Z'),
  revokedAt: null,
  revokedFor: null,
  state: 'valid',
  isRenewal: false,
  courseTitleSv: 'Grundkurs',
  courseTitleEn: 'Basic course',
  trackTitleSv: 'Förskola',
  trackTitleEn: 'Preschool',
  courseVersion: '2026.1',
  earnedOn: '2026-11-22',
  validUntil: '2028-11-22',
}
const address = 'https://samsyn.example.se/intyg/K7QT-M4XD-9FHJ-3CPR'
const plainSpaces = (text: string) => text.replaceAll('\u00a0', ' ')

const written = async (changed: Partial<CertificateView> = {}, language: 'sv' | 'en' = 'sv') =>
  certificatePdf({ ...certificate, ...changed }, language, address)

test('a certificate on paper says whose it is, what was done, when, and how the test was taken', async () => {
  const text = plainSpaces(pdfText(await written()))
  for (const line of [
    'Intyg',
    'Åsa Öberg',
    'Grundkurs',
    'Förskola',
    '2026.1',
    '22 nov. 2026',
    '22 nov. 2028',
    'K7QT-M4XD-9FHJ-3CPR',
    'Kunskapsprovet görs på egen hand, utan övervakning.',
    address,
  ]) {
    expect(text.split('\n')).toContain(line)
  }
})

test('it speaks English to who does, and names nobody where the holder wants no name', async () => {
  const text = plainSpaces(pdfText(await written({ holderName: null }, 'en')))
  expect(text).toContain('the person who received it')
  expect(text).toContain('Preschool')
  expect(text).not.toContain('Öberg')
})

test('letters of other languages stand as text, too', async () => {
  const name = 'Dijana Šarić Łukasz Αγγελική Нина'
  const text = pdfText(await written({ holderName: name }))
  expect(text.replaceAll('\n', '')).toContain(name)
  expect(text).not.toContain('�')
})

test('it is tagged: structure, language, title, and another text for the code that is a picture', async () => {
  const pdf = await written()
  const objects = [...pdfObjects(pdf).values()]
  const heads = objects.map(({ head }) => head).join('\n')
  const [, root] = /\/Root (\d+) 0 R/.exec(pdf.toString('latin1'))!
  const catalogue = pdfObjects(pdf).get(Number(root))!.head
  expect(catalogue).toMatch(/\/MarkInfo \d+ 0 R/)
  expect(heads).toMatch(/\/Marked true/)
  expect(catalogue).toMatch(/\/StructTreeRoot \d+ 0 R/)
  expect(catalogue).toMatch(/\/Lang \(sv-SE\)/)
  expect(heads).toMatch(/\/DisplayDocTitle true/)
  expect(heads).toContain('(Intyg)')
  expect(objects.some(({ stream }) => stream.includes('<pdfuaid:part>1</pdfuaid:part>'))).toBe(true)
  for (const tag of ['Document', 'H1', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Figure', 'Link']) {
    expect(heads).toMatch(new RegExp(`/S /${tag}\\b`))
  }
  // Two bytes to a letter where there is an ä, behind a mark that says so.
  expect(heads.replaceAll('\0', '')).toMatch(/\/Alt \(..QR-kod/)
})

test('its letters are embedded, only those that are used, and it is small', async () => {
  const pdf = await written()
  const heads = [...pdfObjects(pdf).values()].map(({ head }) => head)
  const fonts = heads.filter((head) => head.includes('/Type /FontDescriptor'))
  expect(fonts.length).toBeGreaterThanOrEqual(2)
  for (const font of fonts)
    expect(font).toMatch(/\/FontName \/[A-Z]{6}\+SourceSans3[\s\S]*\/FontFile2/)
  expect(pdf.length).toBeLessThan(40_000)
})

test('a text is written by as few parts of the font as can', () => {
  expect(fontRuns('Åsa Öberg')).toEqual([{ part: 'latin', text: 'Åsa Öberg' }])
  expect(fontRuns('Šarić')).toEqual([
    { part: 'latin-ext', text: 'Š' },
    { part: 'latin', text: 'ari' },
    { part: 'latin-ext', text: 'ć' },
  ])
})

test('a QR code is drawn as squares, with a finder in three corners and none in the fourth', () => {
  const { size, path } = qrPathOf(address)
  const dark = new Set<string>()
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let at = 0; at < Number(length); at++) dark.add(`${Number(x) + at} ${y}`)
  }
  const hasFinder = (x: number, y: number) =>
    [...Array(7).keys()].every((at) => dark.has(`${x + at} ${y}`) && dark.has(`${x} ${y + at}`))
  expect(size % 4).toBe(1)
  expect([hasFinder(0, 0), hasFinder(size - 7, 0), hasFinder(0, size - 7)]).toEqual([
    true,
    true,
    true,
  ])
  expect(hasFinder(size - 7, size - 7)).toBe(false)
})
