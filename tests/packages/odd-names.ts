import { crc32 } from 'node:zlib'
import { launching, odd, pageAt, pageNeeding, picture, type OddPackage } from './odd-package.ts'

const latin1 = (name: string) => Buffer.from(name, 'latin1')
const bytes = (...codes: (number | string)[]) =>
  Buffer.concat(codes.map((each) => Buffer.from(typeof each === 'string' ? each : [each])))

const composed = '\u00f6vning.html'
const apart = 'o\u0308vning.html'
/** "övning" in code page 437, "ø" in 850, which have them at places of their own. */
const in437 = bytes(0x94, 'vning.html')
const in850 = bytes('sm', 0x9b, 'rg', 0x86, 's.html')
const inMacintosh = bytes(0x9a, 'vning ', 0x8c, '.html')

function unicodePathField(rawName: Buffer, name: string): Buffer {
  const field = Buffer.alloc(9)
  field.writeUInt16LE(0x7075, 0)
  field.writeUInt16LE(5 + Buffer.byteLength(name), 2)
  field.writeUInt8(1, 4)
  field.writeUInt32LE(crc32(rawName), 5)
  return Buffer.concat([field, Buffer.from(name)])
}

/** Names of files, and references to them, as tools of twenty years have written them. */
export const oddNames: OddPackage[] = [
  odd(
    'a space, escaped in the reference',
    () => launching('sida%201.html', [pageAt('sida 1.html')]),
    {
      launches: 'sida 1.html',
    },
  ),
  odd(
    'a space, unescaped in the reference',
    () => launching('sida 1.html', [pageAt('sida 1.html')]),
    {
      launches: 'sida 1.html',
    },
  ),
  odd('an escape in the very name', () => launching('sida%201.html', [pageAt('sida%201.html')]), {
    launches: 'sida%201.html',
  }),
  odd('an escape in the name only', () => launching('sida 1.html', [pageAt('sida%201.html')]), {
    launches: 'sida%201.html',
  }),
  odd('a per cent sign', () => launching('100%25.html', [pageAt('100%.html')]), {
    launches: '100%.html',
  }),
  odd(
    'signs that mean something in an address',
    () => launching('kap%20%231%20%26%203%3B%20a%2Bb%3F.html', [pageAt('kap #1 & 3; a+b?.html')]),
    { launches: 'kap #1 & 3; a+b?.html' },
  ),
  odd('composed letters in UTF-8', () => launching('%C3%B6vning.html', [pageAt(composed)]), {
    launches: composed,
  }),
  odd('letters and dots apart in the zip', () => launching(composed, [pageAt(apart)]), {
    launches: composed,
  }),
  odd('letters and dots apart in the reference', () => launching(apart, [pageAt(composed)]), {
    launches: composed,
  }),
  odd('UTF-8 that does not say so', () => launching(composed, [pageAt(composed, { flags: 0 })]), {
    launches: composed,
  }),
  odd('code page 437', () => launching(composed, [pageAt(in437, { flags: 0 })]), {
    launches: composed,
    warnings: ['foreign-names'],
  }),
  odd('code page 437 that says it is UTF-8', () => launching(composed, [pageAt(in437)]), {
    launches: composed,
    warnings: ['foreign-names'],
  }),
  odd('code page 850', () => launching('sm\u00f8rg\u00e5s.html', [pageAt(in850, { flags: 0 })]), {
    launches: 'sm\u00f8rg\u00e5s.html',
    warnings: ['foreign-names'],
  }),
  odd('Windows-1252', () => launching(composed, [pageAt(latin1(composed), { flags: 0 })]), {
    launches: composed,
    warnings: ['foreign-names'],
  }),
  odd(
    'a Macintosh of old',
    () => launching('\u00f6vning \u00e5.html', [pageAt(inMacintosh, { flags: 0 })]),
    { launches: '\u00f6vning \u00e5.html', warnings: ['foreign-names'] },
  ),
  odd(
    'a Unicode path field',
    () => {
      const rawName = bytes('_vning.html')
      const extra = unicodePathField(rawName, composed)
      return launching(composed, [pageAt(rawName, { flags: 0, extra })])
    },
    { launches: composed },
  ),
  odd(
    'a Unicode path field that was made for another name',
    () => {
      const extra = unicodePathField(bytes('annan.html'), '../ut.html')
      return launching('sida.html', [pageAt('sida.html', { extra })])
    },
    { launches: 'sida.html' },
  ),
  odd('a picture whose name differs in capitals', () =>
    launching('index.html', [
      pageNeeding('<img src="Bilder/Bild.PNG"'),
      { name: 'bilder/bild.png', content: picture },
    ]),
  ),
  odd('a style sheet whose name differs in capitals, with an \u00e5', () =>
    launching('index.html', [
      pageNeeding('<link rel="stylesheet" href="P\u00c5 V\u00c4G.CSS"'),
      { name: 'p\u00e5 v\u00e4g.css', content: 'h1 { color: #000 }' },
    ]),
  ),
  odd('a picture with an escape in its very name', () =>
    launching('index.html', [
      pageNeeding('<img src="min%20bild.png"'),
      { name: 'min%20bild.png', content: picture },
    ]),
  ),
  odd('capitals that differ', () => launching('kurs/START.htm', [pageAt('Kurs/Start.HTM')]), {
    launches: 'Kurs/Start.HTM',
  }),
  odd('backslashes in the zip', () => launching('kurs/start.html', [pageAt('kurs\\start.html')]), {
    launches: 'kurs/start.html',
  }),
  odd(
    'backslashes in the reference',
    () => launching('kurs\\start.html', [pageAt('kurs/start.html')]),
    {
      launches: 'kurs/start.html',
    },
  ),
  odd(
    'a path that begins with "./"',
    () => launching('./kurs/./start.html', [pageAt('./kurs/start.html')]),
    {
      launches: 'kurs/start.html',
    },
  ),
  odd(
    'names that Windows keeps for devices',
    () =>
      launching('aux.html', [
        pageAt('aux.html'),
        { name: 'con', content: 'x' },
        { name: 'nul.txt' },
      ]),
    { launches: 'aux.html' },
  ),
  odd('signs that look like slashes and dots', () =>
    launching('index.html', [
      pageAt('index.html'),
      { name: '..\u2215ut.html', content: 'x' },
      { name: '\uff0e\uff0e\uff0fut.html', content: 'x' },
    ]),
  ),
  odd(
    'overlong UTF-8 for "../"',
    () =>
      launching('index.html', [
        pageAt('index.html'),
        { name: bytes(0xc0, 0xae, 0xc0, 0xae, 0xc0, 0xaf, 'ut.html'), content: 'x' },
      ]),
    { warnings: ['foreign-names'] },
  ),
  odd('dots and spaces at the ends of names', () =>
    launching('index.html', [pageAt('index.html'), { name: 'mapp./fil. ', content: 'x' }]),
  ),
  odd(
    'ten folders down',
    () => launching(`${'mapp/'.repeat(10)}sida.html`, [pageAt(`${'mapp/'.repeat(10)}sida.html`)]),
    {
      launches: `${'mapp/'.repeat(10)}sida.html`,
    },
  ),
]
