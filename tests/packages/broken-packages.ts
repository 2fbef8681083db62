import { smallPackage } from './build.ts'
import * as made from './hostile.ts'
import { manifest12 } from './manifest-xml.ts'
import { broken, launching, pageAt, scoOf, withManifest, type OddPackage } from './odd-package.ts'
import { rawZip } from './raw-zip.ts'

const page = pageAt('index.html')
const manifest = { name: 'imsmanifest.xml', content: manifest12() }
const whole = () => rawZip([manifest, page])
const itemWith = (inside: string) =>
  '<organization identifier="org"><title>Kurs</title>' +
  `<item identifier="i1" identifierref="r1"><title>Del</title>${inside}</item></organization>`

/** What went wrong by accident: on the way, in the tool or in the hands of who packed it. */
export const brokenPackages: OddPackage[] = [
  broken('a text file', 'package.not-a-zip', made.textFile),
  broken('nothing at all', 'package.not-a-zip', () => Buffer.alloc(0)),
  broken('a zip cut off at half', 'package.not-a-zip', () => whole().subarray(0, 300)),
  broken('a zip without its last byte', 'package.not-a-zip', () => whole().subarray(0, -1)),
  broken('the last part of a zip in several files', 'package.not-a-zip', () =>
    rawZip([manifest, page], { disk: 3 }),
  ),
  broken('an empty zip', 'package.no-manifest', () => rawZip([])),
  broken('no manifest', 'package.no-manifest', made.withoutManifest),
  broken('a manifest two folders down', 'package.no-manifest', made.manifestTooDeep),
  broken('the zip of the zip', 'package.no-manifest', () =>
    rawZip([{ name: 'kurs.zip', content: whole() }]),
  ),
  broken('two packages side by side', 'package.several-packages', () =>
    rawZip(
      ['a', 'b'].flatMap((folder) => [
        { ...manifest, name: `${folder}/imsmanifest.xml` },
        { ...page, name: `${folder}/index.html` },
      ]),
    ),
  ),
  broken('a manifest that is no XML', 'package.not-xml', made.manifestNotXml),
  broken('an empty manifest', 'package.not-xml', () => smallPackage('')),
  broken('a manifest of Common Cartridge', 'package.not-scorm', () =>
    smallPackage(
      '<manifest identifier="m" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1">' +
        '<metadata><schema>IMS Common Cartridge</schema></metadata><organizations/><resources/></manifest>',
    ),
  ),
  broken('nothing to open', 'package.nothing-to-launch', made.nothingToLaunch),
  broken('the page that it opens is missing', 'package.launch-missing', made.launchMissing),
  broken('an item that names no resource', 'package.resource-missing', () =>
    smallPackage(manifest12({ resources: '' })),
  ),
  broken('two items of one name', 'package.duplicate-identifier', () =>
    smallPackage(manifest12({ organizations: itemWith('<item identifier="i1"/>') })),
  ),
  broken('a passing score of 120', 'package.mastery-score', () =>
    smallPackage(
      manifest12({ organizations: itemWith('<adlcp:masteryscore>120</adlcp:masteryscore>') }),
    ),
  ),
  broken('nothing but Flash to open', 'package.flash-only', () =>
    launching('kurs.swf', [{ name: 'kurs.swf', content: 'FWS' }]),
  ),
  broken('a wrong checksum', 'package.file-damaged', made.wrongChecksum),
  broken('a file that is not packed as it says', 'package.file-damaged', made.notDeflated),
  broken('a file that is shorter than it says', 'package.file-damaged', () =>
    withManifest(manifest12(), [page, { name: 'kort.txt', content: 'x', declared: { bytes: 9 } }]),
  ),
  broken('a count that is wrong', 'package.damaged', made.wrongCount),
  broken('a method of packing that few can read', 'package.compression', made.oddCompression),
  broken('a password', 'package.encrypted', made.encrypted),
  broken('a password of the strong kind', 'package.encrypted', made.stronglyEncrypted),
  broken('a manifest that leads to another server', 'package.launch-foreign', () =>
    launching('https://example.com/kurs.html', [page]),
  ),
  broken('an organization of headings only', 'package.nothing-to-launch', () =>
    smallPackage(manifest12({ resources: scoOf('index.html').replace(/ href="[^"]*" /, ' ') })),
  ),
]
