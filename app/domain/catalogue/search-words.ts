/** Longest search that is read; what comes after is passed over. Characters. */
export const longestSearch = 200
/** More words would only narrow to nothing. */
const mostWords = 12

const plainByLetter: Record<string, string> = {
  å: 'a',
  ä: 'a',
  ö: 'o',
  é: 'e',
  è: 'e',
  ü: 'u',
  á: 'a',
  à: 'a',
  æ: 'a',
  ø: 'o',
}

/**
 * A text as it is compared: small letters, without their signs, so that "aktenskap" finds "äktenskap". As long as
 * the text, place for place. The database does the same (search-catalogue.db.server.ts).
 */
export function folded(text: string): string {
  let out = ''
  for (let index = 0; index < text.length; index++) {
    const letter = text.charAt(index)
    const small = letter.toLowerCase()
    const same = small.length === 1 ? small : letter
    out += plainByLetter[same] ?? same
  }
  return out
}

/** The words of a search, folded; letters and figures only, so that no sign of a query's syntax is left. */
export function searchWords(asked: string): string[] {
  const text = folded(asked.normalize('NFC').slice(0, longestSearch))
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, mostWords)
}

/**
 * The forms of a folded word that PostgreSQL's Swedish does not bring together: "valdet" beside "vald".
 * @returns the word itself first
 */
export function formsOf(word: string): string[] {
  const bare = /^(\p{L}{3,})ets?$/u.exec(word)?.[1]
  if (bare) return [word, bare]
  return /^\p{L}{3,}$/u.test(word) ? [word, `${word}et`] : [word]
}

/** A piece of a text; found words are marked. */
export interface SnippetPiece {
  text: string
  isFound: boolean
}

/** Characters about a found word that are shown. */
const before = 60
const after = 180

/**
 * The place of a text where the first found word stands, with found words marked.
 * @param stems beginnings of words, folded
 * @returns undefined where none stands in it
 */
export function snippetOf(text: string, stems: readonly string[]): SnippetPiece[] | undefined {
  const line = text.replace(/\s+/g, ' ').trim()
  const places = foundIn(line, stems)
  const [first] = places
  if (!first) return undefined
  const from = first.start <= before ? 0 : wordStart(line, first.start - before)
  const to =
    line.length <= from + before + after ? line.length : wordEnd(line, from + before + after)
  const pieces: SnippetPiece[] = []
  const add = (piece: string, isFound: boolean) => {
    if (piece) pieces.push({ text: piece, isFound })
  }
  let at = from
  if (from > 0) add('… ', false)
  for (const { start, end } of places.filter((place) => place.end <= to)) {
    add(line.slice(at, start), false)
    add(line.slice(start, end), true)
    at = end
  }
  add(line.slice(at, to), false)
  if (to < line.length) add(' …', false)
  return pieces
}

/** A text with found words marked, whole. */
export function markedText(text: string, stems: readonly string[]): SnippetPiece[] {
  const pieces: SnippetPiece[] = []
  let at = 0
  for (const { start, end } of foundIn(text, stems)) {
    if (start > at) pieces.push({ text: text.slice(at, start), isFound: false })
    pieces.push({ text: text.slice(start, end), isFound: true })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isFound: false })
  return pieces
}

function foundIn(text: string, stems: readonly string[]): { start: number; end: number }[] {
  const plain = folded(text)
  return [...plain.matchAll(/[\p{L}\p{N}]+/gu)]
    .filter(([word]) => stems.some((stem) => stem !== '' && word.startsWith(stem)))
    .map(({ 0: word, index }) => ({ start: index, end: index + word.length }))
}

function wordStart(text: string, near: number): number {
  const space = text.indexOf(' ', near)
  return space < 0 ? near : space + 1
}

function wordEnd(text: string, near: number): number {
  const space = text.lastIndexOf(' ', near)
  return space <= 0 ? near : space
}
