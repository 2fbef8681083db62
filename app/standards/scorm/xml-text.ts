/** The text of an XML file, and how its bytes were read. */
export interface DecodedXml {
  text: string
  /** Where the file does not say what it is written in, or says it wrongly: what was found instead. */
  mislabelled: { declared: string; used: string } | null
}

const byteOrderMarks: [bytes: number[], encoding: string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/**
 * The text of an XML file: by byte order mark, else by the zeros that UTF-16 puts into the first
 * letters (XML 1.0, appendix F.1), else by the declared encoding, else UTF-8. What cannot be read as
 * declared is read as Windows-1252, which is what Swedish authoring tools wrote before UTF-8; if that
 * was wrong too, the parser stops at the first odd tag. Never throws.
 */
export function decodeXml(bytes: Uint8Array): DecodedXml {
  const mark = byteOrderMarks.find(([pattern]) => pattern.every((byte, i) => bytes[i] === byte))
  const wide = bytes[0] === 0 ? 'utf-16be' : bytes[1] === 0 ? 'utf-16le' : undefined
  const certain = mark?.[1] ?? wide
  const text = certain && decodedAs(certain, bytes)
  if (text !== undefined) return { text, mislabelled: null }
  const unmarked = mark?.[1] === 'utf-8' ? bytes.subarray(3) : bytes
  return decodedByDeclaration(unmarked, mark?.[1] ?? declaredEncoding(unmarked))
}

function decodedByDeclaration(bytes: Uint8Array, declared: string): DecodedXml {
  const wanted = knownEncoding(declared)
  const utf8 = decodedAs('utf-8', bytes)
  // What reads as UTF-8 and has more than ASCII in it is UTF-8, whatever one-byte alphabet it claims.
  const rather8 = utf8 !== undefined && isOneByte(wanted) && utf8.length < bytes.length
  const asDeclared =
    rather8 || wanted === undefined || wanted.startsWith('utf-16')
      ? undefined
      : wanted === 'utf-8'
        ? utf8
        : decodedAs(wanted, bytes)
  if (asDeclared !== undefined) return { text: asDeclared, mislabelled: null }
  const used = utf8 === undefined ? 'windows-1252' : 'utf-8'
  const text = utf8 ?? new TextDecoder('windows-1252').decode(bytes)
  return { text, mislabelled: { declared: declared.slice(0, 40), used } }
}

const isOneByte = (encoding = '') => /^(windows-\d+|iso-8859-\d+)/.test(encoding)

/** As the platform calls it; undefined for a made-up name. */
function knownEncoding(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return undefined
  }
}

function declaredEncoding(bytes: Uint8Array): string {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 8_000))
  const declaration = start.slice(declarationStart(start), start.length).slice(0, 400)
  return /^<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(declaration)?.[1] ?? 'utf-8'
}

function decodedAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * Takes the XML declaration away, once the bytes are text: templates put blank lines and comments
 * before it, which XML forbids (XML 1.0, 2.8). Line numbers stay.
 */
export function withoutDeclaration(text: string): string {
  const start = declarationStart(text)
  if (!/^<\?xml\s/.test(text.slice(start, start + 6))) return text
  const end = text.indexOf('?>', start)
  if (end < 0) return text
  const lines = text.slice(start, end).replace(/[^\n]/g, '')
  return text.slice(0, start) + lines + text.slice(end + 2)
}

/** Where blanks and comments end. */
function declarationStart(text: string): number {
  let at = 0
  for (;;) {
    while (at < text.length && /\s/.test(text.charAt(at))) at++
    if (!text.startsWith('<!--', at)) return at
    const end = text.indexOf('-->', at + 4)
    if (end < 0) return at
    at = end + 3
  }
}

/** At most so many characters, no pair cut in half: half a pair is no text in the database. */
export function shortened(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\ud800-\udbff]$/, '')
}
