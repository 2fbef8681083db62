import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { pageDataScript } from './page-data.server.ts'

const inPieces = (...pieces: Uint8Array[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece)
      controller.close()
    },
  })

/** What the browser's Remix is given when the script runs. */
function given(script: string): string[] {
  const code = /^<script nonce="n">(.*)<\/script>$/s.exec(script)![1]!
  const calls: string[] = []
  const streamController = {
    enqueue: (text: string) => calls.push(text),
    close: () => calls.push('the end'),
  }
  runInNewContext(code, { window: { __remixContext: { streamController } } })
  return calls
}

test('data arrive whole, also where a letter lies in two pieces', async () => {
  const bytes = new TextEncoder().encode('["Inte påbörjad"]')
  const middle = bytes.indexOf(0xc3) + 1
  const script = await pageDataScript(inPieces(bytes.slice(0, middle), bytes.slice(middle)), 'n')
  expect(given(script)).toEqual(['["Inte påbörjad"]', 'the end'])
})

test('nothing in the data ends the script or begins another', async () => {
  const hostile = '</script><script>alert(1)</script><!-- \u2028 & "quoted" \\ -->'
  const script = await pageDataScript(inPieces(new TextEncoder().encode(hostile)), 'n')
  expect(script.match(/<\/?script/g)).toHaveLength(2)
  expect(script).not.toMatch(/<!--|\u2028/)
  expect(given(script)).toEqual([hostile, 'the end'])
})
