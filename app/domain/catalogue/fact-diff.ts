import { sheetKeys, type FactContent } from './fact.ts'

/** A stretch of words that stayed, went or came. */
export interface DiffPiece {
  kind: 'same' | 'gone' | 'new'
  text: string
}

/**
 * What was changed in a text, word by word: the fewest words gone and come. Space goes with the word before it.
 * Takes time by the product of the two lengths where they differ: texts of a thousand words, not books.
 */
export function wordDiff(before: string, after: string): DiffPiece[] {
  const old = wordsOf(before)
  const fresh = wordsOf(after)
  const start = sharedAtStart(old, fresh)
  const end = sharedAtStart(old.slice(start).reverse(), fresh.slice(start).reverse())
  const pieces: DiffPiece[] = [
    ...fresh.slice(0, start).map(same),
    ...between(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)),
    ...fresh.slice(fresh.length - end).map(same),
  ]
  return joined(pieces)
}

const wordsOf = (text: string) => text.match(/\S+\s*/g) ?? []
const areSame = (one: string, other: string) => one.trimEnd() === other.trimEnd()
const same = (text: string): DiffPiece => ({ kind: 'same', text })

function sharedAtStart(one: readonly string[], other: readonly string[]): number {
  const length = Math.min(one.length, other.length)
  for (let index = 0; index < length; index++) {
    if (!areSame(one[index]!, other[index]!)) return index
  }
  return length
}

function between(old: readonly string[], fresh: readonly string[]): DiffPiece[] {
  const lengths = commonLengths(old, fresh)
  const pieces: DiffPiece[] = []
  let from = 0
  let to = 0
  while (from < old.length || to < fresh.length) {
    if (from < old.length && to < fresh.length && areSame(old[from]!, fresh[to]!)) {
      pieces.push(same(fresh[to]!))
      from++
      to++
    } else if (
      to === fresh.length ||
      (from < old.length && lengths[from + 1]![to]! >= lengths[from]![to + 1]!)
    ) {
      pieces.push({ kind: 'gone', text: old[from++]! })
    } else pieces.push({ kind: 'new', text: fresh[to++]! })
  }
  return pieces
}

/** How many words the rests from each pair of places have in common, in order. */
function commonLengths(old: readonly string[], fresh: readonly string[]): Uint16Array[] {
  const rows = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1))
  for (let from = old.length - 1; from >= 0; from--) {
    for (let to = fresh.length - 1; to >= 0; to--) {
      rows[from]![to] = areSame(old[from]!, fresh[to]!)
        ? rows[from + 1]![to + 1]! + 1
        : Math.max(rows[from + 1]![to]!, rows[from]![to + 1]!)
    }
  }
  return rows
}

/** Neighbours of a kind as one, what went before what came. */
function joined(pieces: readonly DiffPiece[]): DiffPiece[] {
  const result: DiffPiece[] = []
  let gone = ''
  let fresh = ''
  const close = () => {
    if (gone) result.push({ kind: 'gone', text: gone })
    if (fresh) result.push({ kind: 'new', text: fresh })
    gone = fresh = ''
  }
  for (const { kind, text } of pieces) {
    if (kind === 'gone') gone += text
    else if (kind === 'new') fresh += text
    else {
      close()
      const last = result.at(-1)
      if (last?.kind === 'same') last.text += text
      else result.push({ kind, text })
    }
  }
  close()
  return result
}

/** What one version says otherwise than another in one place; empty where it says nothing there. */
export interface FactChange {
  field: (typeof sheetKeys)[number]
  /** Which part. */
  part?: string
  before: string
  after: string
}

/** What differs between two versions, in the order in which a sheet is read. */
export function changesBetween(before: FactContent, after: FactContent): FactChange[] {
  return sheetKeys.flatMap((field) =>
    field === 'parts'
      ? partChanges(before.parts, after.parts)
      : changed({ field, before: toldIn(before, field), after: toldIn(after, field) }),
  )
}

function partChanges(before: FactContent['parts'], after: FactContent['parts']): FactChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return names.flatMap((part) =>
    changed({ field: 'parts', part, before: before[part] ?? '', after: after[part] ?? '' }),
  )
}

const changed = (change: FactChange) => (change.before === change.after ? [] : [change])

function toldIn(fact: FactContent, field: Exclude<FactChange['field'], 'parts'>): string {
  if (field !== 'source') return fact[field] ?? ''
  return fact.source
    .map(({ title, publisher, address }) => [title, publisher, address].filter(Boolean).join(', '))
    .join('; ')
}
