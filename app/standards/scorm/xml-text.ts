const byteOrderMarks: [bytes: number[], encoding: string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]
// "<?" in UTF-16 without a byte order mark (XML 1.0, appendix F.1).
const barePatterns: [bytes: number[], encoding: string][] = [
  [[0x3c, 0x00], 'utf-16le'],
  [[0x00, 0x3c], 'utf-16be'],
]

/**
 * The text of an XML file: by byte order mark, else by the declared encoding, else UTF-8. What
 * cannot be read as declared is read as Windows-1252, which is what Swedish authoring tools wrote
 * before UTF-8; if that was wrong too, the parser stops at the first odd tag. Never throws.
 */
export function decodeXml(bytes: Uint8Array): string {
  const startsWith = ([pattern]: [number[], string]) => pattern.every((b, i) => bytes[i] === b)
  const marked = byteOrderMarks.find(startsWith) ?? barePatterns.find(startsWith)
  return (
    decodedAs(marked?.[1] ?? declaredEncoding(bytes), bytes) ??
    decodedAs('utf-8', bytes) ??
    new TextDecoder('windows-1252').decode(bytes)
  )
}

function declaredEncoding(bytes: Uint8Array): string {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 200))
  return /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1] ?? 'utf-8'
}

function decodedAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
