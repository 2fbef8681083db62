import { Refusal } from '~/kernel/refusal.ts'
import { isSafeSegment } from '~/standards/scorm/launch-path.ts'

/**
 * A zip entry's name as a path inside the package: "/" between folders, Unicode form NFC, no empty or
 * "." part, a trailing "/" for a folder.
 * @throws Refusal package.path-outside for a path that is absolute, has a drive, ".." (also escaped, or
 * with what Windows strips) or a control character; package.path-too-long
 */
export function packagePathOf(name: string, maxBytes: number): string {
  const path = name.replaceAll('\\', '/').normalize('NFC')
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.')
  const isAbsolute = path.startsWith('/') || /^[a-z]:/i.test(path)
  if (isAbsolute || segments.length === 0 || !segments.every(isPlain)) {
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

/** Neither as it stands nor to who decodes it once more or strips its end does it lead elsewhere. */
function isPlain(segment: string): boolean {
  return [segment, unescaped(segment)].every((each) => isSafeSegment(each) && !/^[. ]+$/.test(each))
}

/** With percent escapes decoded; what is no escape stands for itself. */
export function unescaped(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
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
