import { manifest12, type ManifestXml } from './manifest-xml.ts'
import { hostile, odd, pageAt, withManifest, type OddPackage } from './odd-package.ts'
import type { RawEntry } from './raw-zip.ts'

const page = pageAt('index.html')

/** The metadata of a package, in a file of its own. */
export const courseLom =
  '<?xml version="1.0" encoding="UTF-8"?><lom xmlns="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1">' +
  '<general><title><langstring xml:lang="sv">Samtal ur en fil</langstring></title>' +
  '<language>sv</language></general><educational><typicallearningtime>' +
  '<datetime>00:40:00</datetime></typicallearningtime></educational></lom>'

/** A package of SCORM 1.2 without a title of its own that names a file of metadata. */
export function describedIn(
  location: string,
  files: RawEntry[] = [],
  parts: ManifestXml = {},
): Buffer {
  const metadata =
    '<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion>' +
    `<adlcp:location>${location}</adlcp:location></metadata>`
  const manifest = manifest12({ metadata, ...parts }).replace('<title>Kurs</title>', '')
  return withManifest(manifest, [page, ...files])
}

const lomAt = (name: string, content: string | Buffer = courseLom) => ({ name, content })
const entities = Array.from(
  { length: 9 },
  (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`,
)
const bomb =
  `<!DOCTYPE lom [<!ENTITY e0 "kurs">${entities.join('')}]>` +
  '<lom><general><title><string>&e9;</string></title></general></lom>'

/** A file that is wrong and that no course needs: taken in, and told. */
const told = (name: string, warning: string, make: () => Buffer): OddPackage => ({
  ...odd(name, make, { warnings: [warning] }),
  kind: 'broken',
})

/** Metadata in files of its own. */
export const oddMetadata: OddPackage[] = [
  odd('metadata in a file of its own', () =>
    describedIn('meta/kurs.xml', [lomAt('meta/kurs.xml')]),
  ),
  odd('metadata in a file that is spelled with capitals', () =>
    describedIn('META\\Kurs.xml', [lomAt('meta/kurs.XML')]),
  ),
  told('metadata in a file that is not there', 'metadata-missing', () => describedIn('kurs.xml')),
  told('metadata in a file that is no XML', 'metadata-unread', () =>
    describedIn('kurs.xml', [lomAt('kurs.xml', '<lom><general>')]),
  ),
  told('metadata on another website', 'metadata-foreign', () =>
    describedIn('https://example.com/lom.xml'),
  ),
  told('metadata of two megabytes', 'metadata-too-large', () =>
    describedIn('kurs.xml', [lomAt('kurs.xml', `${courseLom}<!--${'x'.repeat(2_000_000)}-->`)]),
  ),
  {
    ...told('entities of entities in metadata', 'metadata-entities', () =>
      describedIn('kurs.xml', [lomAt('kurs.xml', bomb)]),
    ),
    kind: 'hostile',
  },
  hostile('metadata in a file above the package', 'package.path-outside', () =>
    describedIn('../kurs.xml'),
  ),
  hostile('metadata in a file of the server', 'package.path-outside', () =>
    describedIn('/etc/passwd'),
  ),
]
