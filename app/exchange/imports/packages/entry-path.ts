import { getFileNameLowLevel, type Entry } from 'yauzl'
import { Refusal } from '~/kernel/refusal.ts'
import { isSafeSegment } from '~/standards/scorm/launch-path.ts'

type NamedEntry = Pick<Entry, 'generalPurposeBitFlag' | 'fileNameRaw' | 'extraFields'>

/**
 * The name of a zip entry as its maker meant it: the Unicode path field, else UTF-8 (whether the entry
 * says so or not: older macOS tools don't), else code page 437 (APPNOTE.TXT, appendix D).
 */
export function entryNameOf(entry: NamedEntry): string {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry
  const hasUnicodePath = extraFields.some((field) => field.id === 0x7075)
  if (!hasUnicodePath) {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(fileNameRaw)
    } catch {
      // Not UTF-8: an older encoding, which is read below.
    }
  }
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true)
}

/**
 * A zip entry's name as a path inside the package: "/" between folders, Unicode form NFC, no empty or
 * "." part, a trailing "/" for a folder.
 * @throws Refusal package.path-outside for a path that is absolute, has a drive or ".." or a control
 * character; package.path-too-long
 */
export function packagePathOf(name: string, maxBytes: number): string {
  const path = name.replaceAll('\\', '/').normalize('NFC')
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.')
  const isAbsolute = path.startsWith('/') || /^[a-z]:/i.test(path)
  if (isAbsolute || segments.length === 0 || !segments.every(isSafeSegment)) {
    throw new Refusal(
      'package.path-outside',
      { path: shown(name) },
      { clause: 'APPNOTE.TXT 4.4.17' },
    )
  }
  if (Buffer.byteLength(path) > maxBytes) {
    throw new Refusal('package.path-too-long', { path: shown(name), limit: maxBytes })
  }
  return segments.join('/') + (path.endsWith('/') ? '/' : '')
}

/** What two names have in common that some file system or browser takes for the same file. */
export function sameFileKey(path: string): string {
  return path.normalize('NFC').toLowerCase().normalize('NFC')
}

/** A name from outside for a message: short, and without control characters. */
export function shown(name: string): string {
  const plain = name.replace(/\p{Cc}/gu, '\ufffd')
  return plain.length > 200 ? `${plain.slice(0, 199)}…` : plain
}
