/** What a text comes to for its reader. Counts of several texts may be added. */
export interface TextCounts {
  /** Runs of letters and digits. */
  words: number
  /** Words of more than six letters or digits. */
  longWords: number
  sentences: number
}

export const noText: TextCounts = { words: 0, longWords: 0, sentences: 0 }

const word = /[\p{L}\p{N}]+/gu

/** Behind the sign come a space or the end: "7.30", "10:30" and "EU:s" end no sentence. */
const sentenceEnd = /[.!?:]+(?=["”’»)\]]*(?:\s|$))/u

/** Counts pieces of text; the end of each is the end of a sentence (a heading, an item of a list). */
export function countText(pieces: readonly { text: string }[]): TextCounts {
  return addCounts(
    pieces.map(({ text }) => {
      const words = text.match(word) ?? []
      return {
        words: words.length,
        longWords: words.filter((one) => one.length > 6).length,
        sentences: sentencesOf(text).length,
      }
    }),
  )
}

export function addCounts(counts: readonly TextCounts[]): TextCounts {
  return counts.reduce(
    (sum, one) => ({
      words: sum.words + one.words,
      longWords: sum.longWords + one.longWords,
      sentences: sum.sentences + one.sentences,
    }),
    noText,
  )
}

/** The sentences of one piece of text; what holds no word is none. */
export function sentencesOf(text: string): string[] {
  return text
    .split(sentenceEnd)
    .map((sentence) => sentence.replace(/^["”’»)\]\s]+/, '').trim())
    .filter((sentence) => sentence.match(word) !== null)
}

export function wordsOf(text: string): string[] {
  return text.match(word) ?? []
}

/**
 * Björnsson's readability index (Läsbarhet, 1968) with one decimal: words a sentence plus per cent of long
 * words. Below 30 reads as a children's book, 40-50 as a newspaper, above 60 as an agency's decision.
 */
export function lixOf({ words, longWords, sentences }: TextCounts): number {
  if (words === 0) return 0
  const lix = words / Math.max(sentences, 1) + (100 * longWords) / words
  return Math.round(lix * 10) / 10
}
