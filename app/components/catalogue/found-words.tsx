import type { SnippetPiece } from '~/domain/catalogue/search-words.ts'

/** A text with the words that were looked for marked. */
export function FoundWords({ pieces }: { pieces: SnippetPiece[] }) {
  return pieces.map(({ text, isFound }, index) =>
    isFound ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
  )
}
