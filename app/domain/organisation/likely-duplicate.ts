/** An organisation as it is compared. */
export interface Compared {
  name: string
  municipalityCode: string | null
  organisationNumber: string | null
}

/** Words that say what a body is and not which one. */
const forms = new Set([
  ...['ab', 'hb', 'kb', 'aktiebolag', 'handelsbolag', 'kommanditbolag', 'ekonomisk', 'förening'],
  ...['ideell', 'stiftelse', 'stiftelsen', 'kommun', 'kommunen', 'stad', 'i', 'och', 'den'],
])

/**
 * A name as it is compared: small letters, without signs, forms of companies and the genitive of places
 * ("Gävle kommun", "Gävles kommun").
 */
export function comparable(name: string): string {
  const words = name
    .normalize('NFKC')
    .toLocaleLowerCase('sv')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !forms.has(word))
    .map((word) => (word.length > 3 ? word.replace(/s$/u, '') : word))
  return words.join(' ')
}

/** Names this like one another are shown; higher for those that lie in different places. */
const likeHere = 0.7
const likeElsewhere = 0.85

/**
 * How likely it is that two are the same: 1 with the same organisation number or name, 0 where it is not worth
 * showing. In between: how many pairs of letters the names share (Dice's coefficient).
 */
export function likeness(a: Compared, b: Compared): number {
  if (a.organisationNumber && a.organisationNumber === b.organisationNumber) return 1
  const names = [comparable(a.name), comparable(b.name)] as const
  if (names[0] === '' || names[1] === '') return 0
  if (names[0] === names[1]) return 1
  const isHere = a.municipalityCode !== null && a.municipalityCode === b.municipalityCode
  const like = isWithin(...names) ? Math.max(0.86, sharedPairs(...names)) : sharedPairs(...names)
  return like >= (isHere ? likeHere : likeElsewhere) ? like : 0
}

/** Whether one name is the beginning of the other, word by word. */
function isWithin(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length > 3 && `${long} `.startsWith(`${short} `)
}

function sharedPairs(a: string, b: string): number {
  const left = pairsOf(a)
  const pairs = pairsOf(b)
  const all = left.length + pairs.length
  if (all === 0) return 0
  let shared = 0
  for (const pair of left) {
    const at = pairs.indexOf(pair)
    if (at === -1) continue
    pairs.splice(at, 1)
    shared++
  }
  return (2 * shared) / all
}

const pairsOf = (text: string) =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))
