/**
 * The script that gives a page's data to the Remix in the browser, after the page.
 * @param data as Remix encodes it, to its end
 */
export async function pageDataScript(
  data: ReadableStream<Uint8Array>,
  nonce: string,
): Promise<string> {
  const given = inScript(await textOf(data))
  const controller = 'window.__remixContext.streamController'
  return `<script nonce="${nonce}">${controller}.enqueue(${given});${controller}.close();</script>`
}

async function textOf(data: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder()
  const reader = data.getReader()
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    text += decoder.decode(value, { stream: true })
  }
}

/** A text that no markup can end, and no line break of JavaScript's. */
const inScript = (value: string) =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
