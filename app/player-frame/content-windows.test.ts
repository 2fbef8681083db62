import { expect, test } from 'vitest'
import { windowsWithin } from './content-windows.ts'

const windowOf = (name: string, ...frames: Window[]) =>
  Object.assign([...frames], { name }) as unknown as Window

test('all that content has on the screen is found: its frames, those within them, and its layers', () => {
  const course = windowOf('course', windowOf('menu'), windowOf('page', windowOf('film')))
  const frame = windowOf('player', course, windowOf('layer'))
  const names = windowsWithin(frame).map(({ name }) => name)
  expect(names).toEqual(['course', 'menu', 'page', 'film', 'layer'])
})
