import { Fragment } from 'react'
import { dialled } from '~/domain/catalogue/told-fact.ts'

/** What a fact says: a number alone can be dialled, and one within a sentence stays on its line. */
export function FactWords({ words }: { words: string }) {
  const address = dialled(words)
  return address ? (
    <a href={address} className="phone-number">
      {words}
    </a>
  ) : (
    <UnbrokenNumbers words={words} />
  )
}

/** By turns words and numbers in groups: "020-57 70 70". */
function UnbrokenNumbers({ words }: { words: string }) {
  return words.split(/(\d+(?:[- ]\d+)+)/).map((piece, index) =>
    index % 2 === 0 ? (
      <Fragment key={index}>{piece}</Fragment>
    ) : (
      <span key={index} className="phone-number">
        {piece}
      </span>
    ),
  )
}
