import { expect, test } from 'vitest'
import { isListed, isPart, partAfter } from './player-parts.ts'

const item = (identifier: string, changes: { visible?: boolean; launchUrl?: null } = {}) => ({
  identifier,
  visible: true,
  launchUrl: `/content/${identifier}.html`,
  ...changes,
})
const hidden = item('hidden', { visible: false })
const heading = item('heading', { launchUrl: null })
const hiddenHeading = item('hidden heading', { visible: false, launchUrl: null })
const items = [item('a'), hidden, heading, item('b'), hiddenHeading, item('c')]

test('the contents list shows neither parts nor headings that the manifest hides, and what is below them', () => {
  expect(items.filter(isListed).map(({ identifier }) => identifier)).toEqual([
    'a',
    'heading',
    'b',
    'c',
  ])
  expect(items.filter(isPart).map(({ identifier }) => identifier)).toEqual(['a', 'b', 'c'])
})

test('the next part is the next that is shown, also from one that is hidden', () => {
  const next = (identifier: string) => partAfter(items, identifier)?.identifier
  expect(['a', 'hidden', 'b', 'c'].map(next)).toEqual(['b', 'b', 'c', undefined])
})
