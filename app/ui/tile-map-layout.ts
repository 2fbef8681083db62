/** A county's square: its official code, its letter, and where it stands (from the upper left, 0-based). */
export interface Tile {
  code: string
  letter: string
  column: number
  row: number
}

export type Direction = 'up' | 'down' | 'left' | 'right'

const tile = (code: string, letter: string, column: number, row: number): Tile => ({
  code,
  letter,
  column,
  row,
})

/** Sweden's 21 counties as squares, in reading order: north to south, west to east. */
export const tiles: readonly Tile[] = [
  tile('25', 'BD', 3, 0),
  tile('24', 'AC', 3, 1),
  tile('23', 'Z', 1, 2),
  tile('22', 'Y', 2, 2),
  tile('20', 'W', 1, 3),
  tile('21', 'X', 2, 3),
  tile('17', 'S', 0, 4),
  tile('18', 'T', 1, 4),
  tile('19', 'U', 2, 4),
  tile('03', 'C', 3, 4),
  tile('14', 'O', 0, 5),
  tile('04', 'D', 2, 5),
  tile('01', 'AB', 3, 5),
  tile('13', 'N', 0, 6),
  tile('06', 'F', 1, 6),
  tile('05', 'E', 2, 6),
  tile('07', 'G', 1, 7),
  tile('08', 'H', 2, 7),
  tile('09', 'I', 3, 7),
  tile('12', 'M', 0, 8),
  tile('10', 'K', 1, 8),
]

/**
 * The square that an arrow key goes to: the nearest in that direction, at most 45 degrees off,
 * straight ahead before aslant. Null at the edge of the map and for an unknown code.
 */
export function neighbourOf(code: string, direction: Direction): Tile | null {
  const from = tiles.find((each) => each.code === code)
  if (!from) return null
  const reachable = tiles
    .map((to) => ({ to, cost: costOf(from, to, direction) }))
    .filter(({ cost }) => cost < Infinity)
  reachable.sort((a, b) => a.cost - b.cost)
  return reachable[0]?.to ?? null
}

function costOf(from: Tile, to: Tile, direction: Direction): number {
  const right = to.column - from.column
  const down = to.row - from.row
  const ahead = { right, left: -right, down, up: -down }[direction]
  const aside = Math.abs(direction === 'left' || direction === 'right' ? down : right)
  if (ahead <= 0 || aside > ahead) return Infinity
  return ahead + 1.5 * aside
}
