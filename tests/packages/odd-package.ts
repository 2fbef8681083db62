import { manifest12 } from './manifest-xml.ts'
import { rawZip, type RawEntry, type RawZip } from './raw-zip.ts'

/** A package of the generated set, with what must become of it. */
export interface OddPackage {
  name: string
  /** odd: unusual and right; broken: by accident; hostile: on purpose. */
  kind: 'odd' | 'broken' | 'hostile'
  make: () => Buffer
  expect: TakenIn | { ok: false; code: string }
}

export interface TakenIn {
  ok: true
  edition: '1.2' | '2004 2nd' | '2004 3rd' | '2004 4th'
  /** Path and query of the first item that can be opened. */
  launches: string
  /** Codes of warnings that it must have; it may have others. */
  warnings?: string[]
}

/** What every launched page of the set says. */
export const openedWords = 'Sidan är öppnad'

/** Finds the runtime of either standard above the page, as the standards tell content to do, and begins. */
const beginScript = `
for (var seen = window, i = 0; i < 10; i++, seen = seen.parent) {
  if (seen.API) { seen.API.LMSInitialize(''); break }
  if (seen.API_1484_11) { seen.API_1484_11.Initialize(''); break }
  if (seen === seen.parent) break
}`

/** A page that says that it is open and, as a SCO must, begins the conversation. */
export const openedPage =
  '<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Sida</title></head><body>' +
  `<h1>${openedWords}</h1><script>${beginScript}</script></body></html>`

/** A picture of one point. */
export const picture: Buffer = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** The page, which says that it is open only when what it needs has come: an element without its ">". */
export const pageNeeding = (element: string): RawEntry => ({
  name: 'index.html',
  content: openedPage
    .replace(`<h1>${openedWords}</h1>`, '<h1></h1>')
    .replace(
      '</body>',
      `${element} onload="document.querySelector('h1').textContent = '${openedWords}'"></body>`,
    ),
})

/** The page under a name. */
export const pageAt = (name: string | Buffer, more: Partial<RawEntry> = {}): RawEntry => ({
  name,
  content: openedPage,
  ...more,
})

/** A resource that is a SCO and launches a reference. */
export const scoOf = (href: string, attributes = ''): string =>
  `<resource identifier="r1" type="webcontent" adlcp:scormtype="sco" href="${href}" ${attributes}>` +
  `<file href="${href}"/></resource>`

/** A package of SCORM 1.2 whose one SCO launches a reference; `files` are beside the manifest. */
export function launching(href: string, files: RawEntry[], zip: RawZip = {}): Buffer {
  const manifest = manifest12({ resources: scoOf(href) })
  return rawZip([{ name: 'imsmanifest.xml', content: manifest }, ...files], zip)
}

/** The usual page beside a manifest. */
export function withManifest(
  content: string | Buffer,
  files: RawEntry[] = [pageAt('index.html')],
): Buffer {
  return rawZip([{ name: 'imsmanifest.xml', content }, ...files])
}

export const odd = (
  name: string,
  make: () => Buffer,
  expect: Partial<Omit<TakenIn, 'ok'>> = {},
): OddPackage => ({
  name,
  kind: 'odd',
  make,
  expect: { ok: true, edition: '1.2', launches: 'index.html', ...expect },
})

export const broken = (name: string, code: string, make: () => Buffer): OddPackage => ({
  name,
  kind: 'broken',
  make,
  expect: { ok: false, code },
})

export const hostile = (name: string, code: string, make: () => Buffer): OddPackage => ({
  name,
  kind: 'hostile',
  make,
  expect: { ok: false, code },
})
