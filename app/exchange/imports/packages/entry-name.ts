import type { ZipEntry } from './zip-directory.ts'

/** How names were written that are not in UTF-8. */
export type NameEncoding = 'cp437' | 'cp850' | 'windows-1252' | 'macintosh'

/**
 * A name as its maker meant it, as far as the entry itself tells: in the Unicode path field, else in UTF-8
 * (whether the entry says so or not: older tools don't). Undefined where it is in neither: then the
 * encoding is a matter of the whole zip, `decodedName`.
 */
export function unicodeNameOf({ unicodeName, rawName }: NamedEntry): string | undefined {
  return (unicodeName && utf8Of(unicodeName)) ?? utf8Of(rawName)
}

type NamedEntry = Pick<ZipEntry, 'unicodeName' | 'rawName'>

/**
 * The encodings to try, in this order: code page 437 is the standard's (APPNOTE.TXT, appendix D), 850 is what
 * Windows in Swedish packs with, Windows-1252 and the Macintosh's are what older tools left as it was.
 */
export const nameEncodings: readonly NameEncoding[] = [
  'cp437',
  'cp850',
  'windows-1252',
  'macintosh',
]

export function decodedName(rawName: Buffer, encoding: NameEncoding): string {
  const upper = codePages[encoding as keyof typeof codePages]
  if (upper === undefined) return new TextDecoder(encoding).decode(rawName)
  return Array.from(rawName, (byte) =>
    byte < 128 ? String.fromCharCode(byte) : upper[byte - 128],
  ).join('')
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

// Strict, so that overlong forms of "." and "/" are no dots and slashes (RFC 3629, 10).
function utf8Of(bytes: Buffer): string | undefined {
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return undefined
  }
}

/** The upper halves; the lower ones are ASCII. Windows and the web know neither page by name. */
const codePages = {
  cp437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
    '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  cp850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
    '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
}
