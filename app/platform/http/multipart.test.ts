import { describe, expect, test } from 'vitest'
import { boundaryOf, BrokenMultipart, partsOf } from './multipart.ts'

interface Told {
  name: string
  fileName?: string
  content: Buffer | string
}

const boundary = '----form1'

function encoded(parts: Told[]): Buffer {
  const pieces = parts.flatMap(({ name, fileName, content }) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"` +
        (fileName === undefined
          ? ''
          : `; filename="${fileName}"\r\nContent-Type: application/zip`) +
        '\r\n\r\n',
    ),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ])
  return Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)])
}

async function* cut(body: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < body.length; at += size) yield body.subarray(at, at + size)
}

async function read(body: Buffer, size = body.length) {
  const found: { name: string; fileName: string | null; content: Buffer }[] = []
  for await (const { name, fileName, body: content } of partsOf(cut(body, size), boundary)) {
    const pieces: Buffer[] = []
    for await (const piece of content) pieces.push(piece)
    found.push({ name, fileName, content: Buffer.concat(pieces) })
  }
  return found
}

// Holds everything that could be taken for the end of a part.
const tricky = Buffer.concat([
  Buffer.from(`\r\n--${boundary.slice(0, -1)}\r\n--\r\n\r\n----form\r`),
  Buffer.from([0, 13, 10, 255, 13]),
])

test.each([1, 2, 3, 7, 64, 100_000])('parts come whole in chunks of %i bytes', async (size) => {
  const body = encoded([
    { name: 'note', content: 'hej' },
    { name: 'package', fileName: 'course.zip', content: tricky },
    { name: 'empty', fileName: '', content: '' },
  ])
  const parts = await read(body, size)
  expect(parts.map(({ name, fileName }) => [name, fileName])).toEqual([
    ['note', null],
    ['package', 'course.zip'],
    ['empty', ''],
  ])
  expect(parts[0]!.content.toString()).toBe('hej')
  expect(parts[1]!.content.equals(tricky)).toBe(true)
  expect(parts[2]!.content).toHaveLength(0)
})

test.each([
  ['a; b.zip', 'a; b.zip'],
  ['a=b.zip', 'a=b.zip'],
  ['åäö.zip', 'åäö.zip'],
  ['say %22hi%22.zip', 'say "hi".zip'],
  ['name=x; name.zip', 'name=x; name.zip'],
])('the file name %j is read as %j', async (sent, fileName) => {
  const [part] = await read(encoded([{ name: 'package', fileName: sent, content: 'x' }]))
  expect(part).toMatchObject({ name: 'package', fileName })
})

test('a part that nobody reads is passed over', async () => {
  const body = encoded([
    { name: 'first', content: tricky },
    { name: 'second', content: 'x' },
  ])
  const names: string[] = []
  for await (const { name } of partsOf(cut(body, 5), boundary)) names.push(name)
  expect(names).toEqual(['first', 'second'])
})

describe('a broken body', () => {
  const whole = encoded([{ name: 'package', fileName: 'course.zip', content: 'content' }])

  test('one that breaks off anywhere is no form', async () => {
    for (let length = 0; length < whole.length - 4; length++) {
      await expect(read(whole.subarray(0, length)), `after ${length} bytes`).rejects.toThrow(
        BrokenMultipart,
      )
    }
  })

  test('headers without end are not read to the end', async () => {
    const endless = Buffer.from(`--${boundary}\r\nX: ${'y'.repeat(20_000)}`)
    await expect(read(endless, 1_000)).rejects.toThrow('headers without end')
  })

  test('a part without a name is refused', async () => {
    const nameless = Buffer.from(`--${boundary}\r\nX: y\r\n\r\nz\r\n--${boundary}--`)
    await expect(read(nameless)).rejects.toThrow('a part without a name')
  })
})

test('the boundary is told by the header, in quotation marks or not', () => {
  expect(boundaryOf('multipart/form-data; boundary=abc')).toBe('abc')
  expect(boundaryOf('multipart/form-data; charset=utf-8; boundary="a b"')).toBe('a b')
  expect(boundaryOf('application/x-www-form-urlencoded')).toBeUndefined()
  expect(boundaryOf(null)).toBeUndefined()
})
