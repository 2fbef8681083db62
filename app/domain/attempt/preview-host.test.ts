import { expect, test } from 'vitest'
import { newId } from '~/kernel/ids.ts'
import { previewHostLabel, versionOfPreviewHost } from './preview-host.server.ts'

const secret = 'a secret of thirty-two characters, or more'
const versionId = newId()
const label = previewHostLabel(versionId, '2026-11-22', secret)

test('a preview host names its version for the day that it was made, and the next', () => {
  expect(versionOfPreviewHost(label, ['2026-11-22', '2026-11-21'], secret)).toBe(versionId)
  expect(versionOfPreviewHost(label, ['2026-11-23', '2026-11-22'], secret)).toBe(versionId)
  expect(versionOfPreviewHost(label, ['2026-11-24', '2026-11-23'], secret)).toBeUndefined()
})

test('a host that was signed by somebody else, or for another version, is none', () => {
  const days = ['2026-11-22']
  expect(versionOfPreviewHost(label, days, `${secret}, another one`)).toBeUndefined()
  const other = previewHostLabel(newId(), '2026-11-22', secret).slice(0, 26) + label.slice(26)
  expect(versionOfPreviewHost(other, days, secret)).toBeUndefined()
  expect(versionOfPreviewHost('x'.repeat(52), days, secret)).toBeUndefined()
})

test('the label fits into a host name', () => {
  expect(`p-${label}`).toMatch(/^[a-z0-9-]{54}$/)
})
