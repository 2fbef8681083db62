import { describe, expect, it } from 'vitest'
import { neighbourOf, tiles, type Direction } from './tile-map-layout.ts'

const letterFrom = (letter: string, direction: Direction) => {
  const from = tiles.find((tile) => tile.letter === letter)
  return neighbourOf(from!.code, direction)?.letter ?? null
}

describe('the tile map', () => {
  it('has every county once and no square twice', () => {
    expect(new Set(tiles.map((tile) => tile.code)).size).toBe(21)
    expect(new Set(tiles.map((tile) => tile.letter)).size).toBe(21)
    expect(new Set(tiles.map(({ column, row }) => `${column},${row}`)).size).toBe(21)
  })

  it('is in reading order', () => {
    const places = tiles.map(({ column, row }) => row * 10 + column)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it('moves from Gävleborg to the counties around it', () => {
    expect(letterFrom('X', 'up')).toBe('Y')
    expect(letterFrom('X', 'down')).toBe('U')
    expect(letterFrom('X', 'left')).toBe('W')
    expect(letterFrom('X', 'right')).toBe('C')
  })

  it('jumps a gap of one square rather than go aslant', () => {
    expect(letterFrom('O', 'right')).toBe('D')
    expect(letterFrom('T', 'down')).toBe('F')
  })

  it('goes aslant rather than jump two squares', () => {
    expect(letterFrom('AC', 'down')).toBe('Y')
  })

  it('stops at the edge', () => {
    expect(letterFrom('BD', 'up')).toBeNull()
    expect(letterFrom('M', 'left')).toBeNull()
    expect(letterFrom('M', 'down')).toBeNull()
  })

  it('answers nothing for a code that is no county', () => {
    expect(neighbourOf('99', 'up')).toBeNull()
  })

  it('reaches every county from every other with the arrows alone', () => {
    const directions: Direction[] = ['up', 'down', 'left', 'right']
    for (const start of tiles) {
      const reached = new Set([start.code])
      for (const code of reached) {
        for (const direction of directions) {
          const next = neighbourOf(code, direction)
          if (next) reached.add(next.code)
        }
      }
      expect(reached.size, `from ${start.letter}`).toBe(21)
    }
  })
})
