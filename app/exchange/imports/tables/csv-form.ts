export const delimiters = [';', ',', '\t'] as const

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'windows-1252'

/** How a text file is written, by its mark (UTF-16 has one) and by whether it is UTF-8 at all. */
export function encodingOf(bytes: Uint8Array): TextEncodingName {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/** What stands most often outside quotes in the first line that says something. */
export function delimiterOf(text: string): string {
  const head = (/\S.*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '')
  const counted = delimiters.map((delimiter) => ({
    delimiter,
    count: head.split(delimiter).length,
  }))
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).delimiter
}
