import { describe, expect, it } from 'vitest'
import { pagesShown } from './pages-shown.ts'

const written = (page: number, pages: number) =>
  pagesShown(page, pages)
    .map((shown) => `${shown.afterGap ? '… ' : ''}${shown.page}`)
    .join(' ')

describe('links to the pages of a list', () => {
  it('lead to the first, the last and the neighbours', () => {
    expect(written(7, 14)).toBe('1 … 6 7 8 … 14')
  })

  it('have no gap where no page is left out', () => {
    expect(written(2, 4)).toBe('1 2 3 4')
    expect(written(3, 5)).toBe('1 2 3 4 5')
  })

  it('stay within the list at its ends', () => {
    expect(written(1, 14)).toBe('1 2 … 14')
    expect(written(14, 14)).toBe('1 … 13 14')
  })
})
