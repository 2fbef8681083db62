import { smallPackage } from './build.ts'
import * as made from './hostile.ts'
import { manifest12 } from './manifest-xml.ts'
import { hostile, launching, pageAt, withManifest, type OddPackage } from './odd-package.ts'
import { rawZip, type RawEntry } from './raw-zip.ts'

const page = pageAt('index.html')
const manifest = { name: 'imsmanifest.xml', content: manifest12() }
const kindOf = (mode: number) => (mode << 16) >>> 0

const beside = (...files: RawEntry[]) => withManifest(manifest12(), [page, ...files])
const pathOutside = (how: string, name: string | Buffer) =>
  hostile(how, 'package.path-outside', () => beside({ name, content: 'x' }))
const launchOutside = (how: string, href: string) =>
  hostile(how, 'package.path-outside', () => launching(href, [page]))

const paths: OddPackage[] = [
  pathOutside('a path that goes up', '../ut.html'),
  pathOutside('a path that goes in and up', 'a/../../ut.html'),
  pathOutside('a path that goes up far', `${'../'.repeat(12)}etc/cron.d/ut`),
  pathOutside('a path that goes up by backslashes', '..\\ut.html'),
  pathOutside('a path that goes up with both slashes', 'a\\../..\\ut.html'),
  pathOutside('a path that goes up escaped', '%2e%2e/ut.html'),
  pathOutside('a path whose slash is escaped', 'a/..%2f..%2fut.html'),
  pathOutside('a path whose dots end in spaces', 'a/.. /ut.html'),
  pathOutside('three dots', '.../ut.html'),
  pathOutside('an absolute path', '/etc/passwd'),
  pathOutside('an absolute path by backslash', '\\windows\\ut.dll'),
  pathOutside('a drive', 'C:\\ut.html'),
  pathOutside('a drive without a folder', 'c:ut.html'),
  pathOutside('another computer', '//host/share/ut.html'),
  pathOutside('another computer by backslashes', '\\\\host\\share\\ut.html'),
  pathOutside('a path cut off by NUL', 'index.html\u0000.png'),
  pathOutside('a line break in a name', 'a\nb.html'),
  pathOutside('a path that goes up in code page 437', Buffer.from('../\u0094.html', 'latin1')),
  launchOutside('a launch that goes up', '../ut.html'),
  launchOutside('a launch that goes up escaped', '%2e%2e/ut.html'),
  launchOutside('an absolute launch', '/etc/passwd'),
  hostile('a launch that is a script', 'package.launch-foreign', () =>
    launching('javascript:alert(document.domain)', [page]),
  ),
  hostile('a launch that is data', 'package.launch-foreign', () =>
    launching('data:text/html,&lt;script&gt;alert(1)&lt;/script&gt;', [page]),
  ),
]

const kinds: OddPackage[] = [
  hostile('a link to a file', 'package.link', () =>
    beside({ name: 'lank', content: '/etc/passwd', externalAttributes: kindOf(0o120777) }),
  ),
  hostile('a link to a folder, then written through', 'package.link', made.withLink),
  hostile('a link for the manifest', 'package.link', () =>
    rawZip([{ ...manifest, externalAttributes: kindOf(0o120777) }, page]),
  ),
  hostile('a junction of Windows', 'package.link', made.withJunction),
  hostile('a device', 'package.link', () =>
    beside({ name: 'dev', externalAttributes: kindOf(0o020666) }),
  ),
  hostile('a pipe', 'package.link', () =>
    beside({ name: 'pipe', externalAttributes: kindOf(0o010666) }),
  ),
  hostile('names that differ in capitals', 'package.duplicate-name', () =>
    made.duplicateNames('A.txt', 'a.txt'),
  ),
  hostile('names that differ in form', 'package.duplicate-name', () =>
    made.duplicateNames('\u00e4.txt', 'a\u0308.txt'),
  ),
  hostile('names that differ in their slashes', 'package.duplicate-name', () =>
    made.duplicateNames('a/b.txt', 'a\\b.txt'),
  ),
  hostile('two manifests that differ in capitals', 'package.duplicate-name', () =>
    rawZip([manifest, { ...manifest, name: 'ImsManifest.xml' }, page]),
  ),
  hostile('a name in the list and another at the file', 'package.names-differ', () =>
    beside({ name: 'snall.html', localName: '../ond.html', content: 'x' }),
  ),
]

const bombs: OddPackage[] = [
  hostile('a file that grows a thousandfold', 'package.bomb', () => made.bomb(30)),
  hostile('a thousand files that grow together', 'package.bomb', () => made.bombOfManyFiles(1_100)),
  hostile('a file that grows and lies about it', 'package.file-damaged', () => made.lyingBomb(5)),
  hostile('twenty thousand files and one', 'package.too-many-files', () =>
    made.withManyFiles(20_000),
  ),
  hostile('sixty-five thousand files that say they are two', 'package.damaged', () => {
    const many = Array.from({ length: 65_536 }, (_, i) => ({ name: `${i}`, method: 0 }))
    return rawZip([manifest, page, ...many], { count: 2 })
  }),
  hostile('fifty names for the same bytes', 'package.overlapping', () => made.overlapping(50)),
  hostile('a file within a file', 'package.overlapping', () => {
    const inner = rawZip([{ name: 'in.txt', content: 'x'.repeat(500) }])
    const outer = { name: 'ut.bin', content: inner, method: 0 }
    const zip = beside(outer, { name: 'in.txt', content: 'x'.repeat(500) })
    const listed = zip.lastIndexOf('in.txt') - 46
    zip.writeUInt32LE(zip.indexOf(inner), listed + 42)
    return zip
  }),
  hostile('sizes that promise terabytes', 'package.unpacked-too-large', () =>
    beside({ name: 'stor.bin', content: 'x', declared: { bytes: 0xffff_fffe } }),
  ),
  hostile('a list beyond the end of every disk', 'package.not-a-zip', made.farAwayDirectory),
  hostile('a file beyond the end of every disk', 'package.damaged', made.farAwayEntry),
  hostile('a file that reaches into the list', 'package.damaged', () =>
    beside({ name: 'lang.bin', content: 'x', method: 0, declared: { packed: 60, bytes: 60 } }),
  ),
]

const documents: OddPackage[] = [
  hostile('entities of entities', 'package.entities', made.withEntities),
  hostile('an entity that is a file of the server', 'package.entities', made.withExternalEntity),
  hostile('a document type elsewhere', 'package.entities', () =>
    smallPackage(manifest12({ prolog: '<!DOCTYPE manifest SYSTEM "http://127.0.0.1:1/m.dtd">' })),
  ),
  hostile('a manifest of ten megabytes', 'package.manifest-too-large', () =>
    withManifest(manifest12({ prolog: `<!--${'x'.repeat(10_000_000)}-->` })),
  ),
  hostile('a manifest of half a million elements', 'package.manifest-too-large', () =>
    withManifest(manifest12({ metadata: `<metadata>${'<a/>'.repeat(500_000)}</metadata>` })),
  ),
  hostile('a manifest ten thousand levels deep', 'package.manifest-too-deep', () =>
    withManifest(
      manifest12({ metadata: `${'<metadata>'.repeat(10_000)}${'</metadata>'.repeat(10_000)}` }),
    ),
  ),
]

/** What was made to do harm. */
export const hostilePackages: OddPackage[] = [...paths, ...kinds, ...bombs, ...documents]
