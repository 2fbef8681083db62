import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Refusal } from '~/kernel/refusal.ts'
import { stagingFolder } from '~/platform/blobs.server.ts'
import { readToEnd, withUpload, type UploadedFile } from './upload.server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-upload-'))
beforeAll(() => {
  process.env.DATA_FOLDER = folder
})
afterAll(() => rmSync(folder, { recursive: true }))

const rules = { field: 'package', maxBytes: 100_000, tooLarge: new Refusal('package.too-large') }
const staged = () => {
  try {
    return readdirSync(stagingFolder())
  } catch {
    return []
  }
}

function posted(file: File | null): Request {
  const form = new FormData()
  form.set('note', 'hej')
  if (file) form.set('package', file)
  return new Request('http://app/', { method: 'POST', body: form })
}

/** A body that comes in pieces and may break, as one from a network does. */
function streamed(pieces: (string | Uint8Array | Error)[], headers: Record<string, string> = {}) {
  const left = [...pieces]
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const piece = left.shift()
      if (piece === undefined) controller.close()
      else if (piece instanceof Error) controller.error(piece)
      else controller.enqueue(Buffer.from(piece))
    },
  })
  const init = { method: 'POST', body, duplex: 'half' as const }
  const type = 'multipart/form-data; boundary=b'
  const request = new Request('http://app/', {
    ...init,
    headers: { 'Content-Type': type, ...headers },
  })
  return { request, left }
}
const head = '--b\r\nContent-Disposition: form-data; name="package"; filename="a.zip"\r\n\r\n'

test('the file lies on disk while it is used, and is gone afterwards', async () => {
  const content = Buffer.alloc(90_000, 'abc')
  let used: UploadedFile | undefined
  const answer = await withUpload(posted(new File([content], 'a; b.zip')), rules, async (file) => {
    used = file
    expect(readFileSync(file.path).equals(content)).toBe(true)
    return 'taken'
  })
  expect(answer).toBe('taken')
  expect(used).toMatchObject({ name: 'a; b.zip', bytes: 90_000 })
  expect(staged()).toEqual([])
})

test('a file above the limit is refused, and what had come is gone', async () => {
  const file = new File([Buffer.alloc(100_001)], 'a.zip')
  await expect(withUpload(posted(file), rules, neverUsed)).rejects.toBe(rules.tooLarge)
  expect(staged()).toEqual([])
})

test('an upload that says it is too large is refused before anything of it is read', async () => {
  const { request, left } = streamed([head, 'x', 'y'], { 'Content-Length': '5000000' })
  await expect(withUpload(request, rules, neverUsed)).rejects.toBe(rules.tooLarge)
  expect(left.length).toBeGreaterThan(1)
})

test('an upload whose sender goes away leaves nothing', async () => {
  const { request } = streamed([head, 'half of it', new Error('gone')])
  await expect(withUpload(request, rules, neverUsed)).rejects.toMatchObject({
    code: 'upload.broken-off',
  })
  expect(staged()).toEqual([])
})

test('a body that ends before its last boundary is no upload', async () => {
  const { request } = streamed([head, 'half of it'])
  await expect(withUpload(request, rules, neverUsed)).rejects.toMatchObject({
    code: 'upload.broken-off',
  })
  expect(staged()).toEqual([])
})

test.each([
  ['a form without a file', () => posted(null)],
  ['a file field left empty', () => posted(new File([], ''))],
  ['no form at all', () => new Request('http://app/', { method: 'POST' })],
])('%s is answered at its field', async (_, request) => {
  await expect(withUpload(request(), rules, neverUsed)).rejects.toMatchObject({
    code: 'upload.no-file',
    field: 'package',
  })
  expect(staged()).toEqual([])
})

test('a failure in use passes on, and the file is gone all the same', async () => {
  const failing = withUpload(posted(new File(['x'], 'a.zip')), rules, async () => {
    throw new Error('no good')
  })
  await expect(failing).rejects.toThrow('no good')
  expect(staged()).toEqual([])
})

test('what an early answer left unread is read, so that the sender comes to listen', async () => {
  const { request, left } = streamed([head, 'x', 'y'], { 'Content-Length': '5000000' })
  const answer = readToEnd(request, () => withUpload(request, rules, neverUsed))
  await expect(answer).rejects.toBe(rules.tooLarge)
  expect(left).toEqual([])
})

test('a sender without end is cut off', async () => {
  const { request, left } = streamed(Array.from({ length: 10 }, () => Buffer.alloc(1_000)))
  expect(await readToEnd(request, async () => 'no', 3_000)).toBe('no')
  expect(left.length).toBeGreaterThan(3)
})

function neverUsed(): never {
  throw new Error('used')
}
