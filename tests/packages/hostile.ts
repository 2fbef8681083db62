import { page, smallPackage } from './build.ts'
import { manifest12 } from './manifest-xml.ts'
import { rawZip, type RawEntry } from './raw-zip.ts'

const manifest: RawEntry = { name: 'imsmanifest.xml', content: manifest12() }
const symbolicLink = (0o120777 << 16) >>> 0

export const textFile = (): Buffer => Buffer.from('Det här är ingen zip-fil.')

export const withoutManifest = (): Buffer => rawZip([page])

export const manifestTooDeep = (): Buffer =>
  rawZip([
    { ...manifest, name: 'a/b/imsmanifest.xml' },
    { ...page, name: 'a/b/index.html' },
  ])

export const manifestNotXml = (): Buffer => smallPackage('<manifest><organizations>')

export const nothingToLaunch = (): Buffer =>
  smallPackage(manifest12({ organizations: '', resources: '' }))

export const launchMissing = (): Buffer => smallPackage(manifest12(), [])

/** A file whose name leads elsewhere when it is unpacked by that name. */
export const pathOutside = (name: string): Buffer =>
  smallPackage(undefined, [page, { name, content: 'x' }])

/** The launch itself points out of the package. */
export const launchOutside = (href: string): Buffer =>
  smallPackage(
    manifest12({
      resources: `<resource identifier="r1" type="webcontent" adlcp:scormtype="sco" href="${href}"/>`,
    }),
  )

export const withLink = (): Buffer =>
  smallPackage(undefined, [
    page,
    { name: 'kurs', content: '../../etc', externalAttributes: symbolicLink },
    { name: 'kurs/passwd', content: 'x' },
  ])

export const withJunction = (): Buffer =>
  smallPackage(undefined, [page, { name: 'kurs', content: 'C:\\', externalAttributes: 0x400 }])

/** Ten entities of ten of ten …: a kilobyte that would grow to gigabytes. */
export const withEntities = (): Buffer => {
  const levels = Array.from(
    { length: 9 },
    (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`,
  )
  const prolog = `<?xml version="1.0"?><!DOCTYPE manifest [<!ENTITY e0 "kurs">${levels.join('')}]>`
  return smallPackage(manifest12({ prolog }))
}

export const withExternalEntity = (): Buffer =>
  smallPackage(
    manifest12({ prolog: '<!DOCTYPE manifest [<!ENTITY x SYSTEM "file:///etc/passwd">]>' }),
  )

export const withManyFiles = (count: number): Buffer =>
  smallPackage(undefined, [
    page,
    ...Array.from({ length: count }, (_, i) => ({ name: `f/${i}.txt`, content: String(i) })),
  ])

/** Megabytes of blanks that pack a thousandfold. */
export const bomb = (megabytes: number): Buffer =>
  smallPackage(undefined, [
    page,
    { name: 'bomb.txt', content: Buffer.alloc(megabytes * 1_000_000, 32) },
  ])

/** Files of blanks, each too small to be a bomb by itself. */
export const bombOfManyFiles = (count: number): Buffer => {
  const content = Buffer.alloc(99_000, 32)
  const files = Array.from({ length: count }, (_, i) => ({ name: `${i}.txt`, content }))
  return smallPackage(undefined, [page, ...files])
}

/** A bomb that claims to be small. */
export const lyingBomb = (megabytes: number): Buffer =>
  smallPackage(undefined, [
    page,
    {
      name: 'bomb.txt',
      content: Buffer.alloc(megabytes * 1_000_000, 32),
      declared: { bytes: 100 },
    },
  ])

/** Many names for the same packed bytes. */
export const overlapping = (count: number): Buffer =>
  rawZip([
    manifest,
    page,
    { name: 'first.txt', content: 'x'.repeat(100_000) },
    ...Array.from({ length: count }, (_, i) => ({ name: `again-${i}.txt`, sameBytesAs: 2 })),
  ])

export const duplicateNames = (first: string, second: string): Buffer =>
  smallPackage(undefined, [page, { name: first, content: 'a' }, { name: second, content: 'b' }])

export const encrypted = (): Buffer =>
  smallPackage(undefined, [page, { name: 'secret.txt', content: 'x', flags: 0x801 }])

export const stronglyEncrypted = (): Buffer =>
  smallPackage(undefined, [page, { name: 'secret.txt', content: 'x', flags: 0x841 }])

export const oddCompression = (): Buffer =>
  smallPackage(undefined, [page, { name: 'odd.txt', content: 'x', method: 14 }])

export const wrongChecksum = (): Buffer =>
  smallPackage(undefined, [page, { name: 'bad.txt', content: 'abc', declared: { crc: 1 } }])

/** Says deflated, and is not. */
export const notDeflated = (): Buffer => {
  const zip = smallPackage(undefined, [page, { name: 'bad.txt', content: 'abcdef', method: 0 }])
  zip.writeUInt16LE(8, zip.indexOf('bad.txt') - 30 + 8)
  zip.writeUInt16LE(8, zip.lastIndexOf('bad.txt') - 46 + 10)
  return zip
}

/** Its list of contents says more entries than there are. */
export const wrongCount = (): Buffer => rawZip([manifest, page], { count: 5 })

/** A zip64 list of contents beyond the end of every disk: fs.read throws at such an offset. */
export const farAwayDirectory = (): Buffer => {
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(0xffff_ffff_ffff_ff00n, 8)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  return Buffer.concat([locator, end])
}

/** An entry whose bytes begin beyond the end of every disk. */
export const farAwayEntry = (): Buffer => {
  const extra = Buffer.alloc(12)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(8, 2)
  extra.writeBigUInt64LE(0xffff_ffff_ffff_ff00n, 4)
  return smallPackage(undefined, [
    page,
    { name: 'far.txt', content: 'x', extra, declared: { offset: 0xffff_ffff } },
  ])
}
