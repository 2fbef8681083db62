import { manifest12 } from './manifest-xml.ts'
import { launching, odd, pageAt, scoOf, type OddPackage } from './odd-package.ts'
import { rawZip, type RawEntry } from './raw-zip.ts'

const page = pageAt('index.html')
const manifestAt = (name: string): RawEntry => ({ name, content: manifest12() })
const manifest = manifestAt('imsmanifest.xml')
const windowsFolder = 0x10
const unixFolder = (0o040755 << 16) >>> 0

const manyFiles = (count: number): RawEntry[] =>
  Array.from({ length: count }, (_, i) => ({ name: `f/${i % 100}/${i}.txt`, content: String(i) }))

/** How the zip itself is laid out. */
export const oddLayouts: OddPackage[] = [
  odd('a folder around it all', () =>
    rawZip([manifestAt('kursen/imsmanifest.xml'), { ...page, name: 'kursen/index.html' }]),
  ),
  odd('a folder with leftovers of file managers beside it', () =>
    rawZip([
      { name: '__MACOSX/kursen/._index.html', content: 'x' },
      { name: '.DS_Store', content: 'x' },
      { name: 'Thumbs.db', content: 'x' },
      { name: 'kursen/', method: 0 },
      manifestAt('kursen/imsmanifest.xml'),
      { ...page, name: 'kursen/index.html' },
      { name: 'kursen/._index.html', content: 'x' },
    ]),
  ),
  odd('a folder with a letter beside it', () =>
    rawZip([
      { name: 'L\u00c4S MIG.txt', content: 'Packa upp mappen.' },
      manifestAt('kursen/imsmanifest.xml'),
      { ...page, name: 'kursen/index.html' },
    ]),
  ),
  odd('a folder whose name is in code page 437', () => {
    const name = (rest: string) => Buffer.from(`\u0094vning/${rest}`, 'latin1')
    return rawZip([
      { ...manifest, name: name('imsmanifest.xml'), flags: 0 },
      { ...page, name: name('index.html'), flags: 0 },
    ])
  }),
  odd('IMSMANIFEST.XML', () => rawZip([manifestAt('IMSMANIFEST.XML'), page])),
  odd('Imsmanifest.xml one folder down', () =>
    rawZip([manifestAt('Kurs\\Imsmanifest.xml'), { ...page, name: 'Kurs\\index.html' }]),
  ),
  odd('the manifest last', () => rawZip([page, manifest])),
  odd('folders as entries of every kind', () =>
    rawZip([
      { name: 'a/', method: 0, externalAttributes: unixFolder },
      { name: 'b\\', method: 0 },
      { name: 'c', method: 0, externalAttributes: windowsFolder },
      manifest,
      page,
      { name: 'c/fil.txt', content: 'x' },
    ]),
  ),
  odd('a program that unpacks it before the zip', () =>
    rawZip([manifest, page], { prefix: Buffer.from('MZ'.padEnd(5_000, 'program ')) }),
  ),
  odd('a comment', () => rawZip([manifest, page], { comment: 'Gjord i Stockholm'.repeat(1_000) })),
  odd('a comment that looks like an end', () =>
    rawZip([manifest, page], { comment: `PK\u0005\u0006${'\u0000'.repeat(30)}` }),
  ),
  odd('sizes behind the bytes', () =>
    rawZip([
      { ...manifest, isStreamed: true },
      { ...page, isStreamed: true },
    ]),
  ),
  odd('zip64 although it is small', () =>
    rawZip(
      [
        { ...manifest, isWide: true },
        { ...page, isWide: true },
      ],
      { isWide: true },
    ),
  ),
  odd('zip64 with a program before it', () =>
    rawZip([manifest, { ...page, isWide: true }], { isWide: true, prefix: Buffer.alloc(3_000, 1) }),
  ),
  odd('files that are stored', () =>
    rawZip([
      { ...manifest, method: 0 },
      { ...page, method: 0 },
    ]),
  ),
  odd('empty files', () =>
    rawZip([manifest, page, { name: 'tom.css' }, { name: 'tom', content: '', method: 0 }]),
  ),
  odd('ten thousand files', () => rawZip([manifest, page, ...manyFiles(9_998)])),
  odd('files that no resource names', () =>
    launching('index.html', [page, { name: 'data/fr\u00e5gor.json', content: '{}' }]),
  ),
  odd('a page without an extension', () => launching('start', [pageAt('start')]), {
    launches: 'start',
  }),
  odd('a page of another server\u2019s kind', () => launching('index.asp', [pageAt('index.asp')]), {
    launches: 'index.asp',
  }),
  odd('a zip in the zip', () => {
    const inner = rawZip([{ name: '../../ut.html', content: 'x' }])
    return rawZip([manifest, page, { name: 'material.zip', content: inner, method: 0 }])
  }),
  odd('a zip bomb in the zip, which nobody unpacks', () => {
    const inner = rawZip([{ name: 'bomb.txt', content: Buffer.alloc(20_000_000, 32) }])
    return rawZip([manifest, page, { name: 'material.zip', content: inner, method: 0 }])
  }),
  odd('extra fields that are none', () =>
    rawZip([manifest, { ...page, extra: Buffer.from([9, 9, 255, 255, 1, 2, 3]) }]),
  ),
  odd('a file with the name of a folder', () =>
    rawZip([
      manifest,
      page,
      { name: 'kurs', content: 'x' },
      { name: 'kurs/sida.html', content: 'x' },
    ]),
  ),
  odd(
    'a missing file that nobody opens',
    () =>
      rawZip([
        { name: 'imsmanifest.xml', content: manifest12({ resources: missingPicture }) },
        page,
      ]),
    { warnings: ['file-missing'] },
  ),
]

const missingPicture = scoOf('index.html').replace(
  '</resource>',
  '<file href="bilder/saknas.png"/></resource>',
)
