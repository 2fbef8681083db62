import { dialled } from '~/domain/catalogue/told-fact.ts'

/** A number that is written in groups stays on its line: "020-57 70 70". */
export const unbroken = (words: string) => words.replace(/(\d) (?=\d)/g, '$1\u00a0')

/** What a fact says: a number alone can be dialled. */
export function FactWords({ words }: { words: string }) {
  const address = dialled(words)
  const text = unbroken(words)
  return address ? (
    <a href={address} className="phone-number">
      {text}
    </a>
  ) : (
    text
  )
}
