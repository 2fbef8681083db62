/** A multipart body that breaks off, or is none. */
export class BrokenMultipart extends Error {}

export interface Part {
  /** The form field's name. */
  name: string
  /** Null for a field that is no file. */
  fileName: string | null
  /** To be read to its end, or not at all. */
  body: AsyncIterable<Buffer>
}

const maxHeaderBytes = 16_384
const lineEnd = Buffer.from('\r\n')
const headersEnd = Buffer.from('\r\n\r\n')

/** The boundary that a Content-Type header tells; undefined where it is no form with files. */
export function boundaryOf(contentType: string | null): string | undefined {
  if (!/^multipart\/form-data\s*;/i.test(contentType ?? '')) return undefined
  const found = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType ?? '')
  return found?.[1] ?? found?.[2]
}

/**
 * The parts of a form as they arrive (RFC 7578; names are escaped as the HTML standard has it). Never
 * holds more than one chunk and a boundary. Remix's own parser refuses file names that hold ";" or "=".
 * @throws BrokenMultipart where the body ends early or is malformed
 */
export async function* partsOf(
  chunks: AsyncIterator<Uint8Array>,
  boundary: string,
): AsyncGenerator<Part> {
  // The first boundary has no line before it, the others do: with one added, all look the same.
  const input = new Input(chunks, lineEnd)
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  for await (const preamble of input.until(delimiter)) void preamble
  while (!(await input.startsWith('--'))) {
    const headers = await headersOf(input)
    const body = input.until(delimiter)
    yield { ...headers, body }
    // What nobody wanted to read; nothing where the body has been read to its end.
    for await (const rest of body) void rest
  }
}

async function headersOf(input: Input): Promise<Omit<Part, 'body'>> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of input.until(headersEnd)) {
    bytes += piece.length
    if (bytes > maxHeaderBytes) throw new BrokenMultipart('headers without end')
    pieces.push(piece)
  }
  const lines = Buffer.concat(pieces).toString('utf8').split('\r\n')
  const disposition = lines.find((line) => /^content-disposition\s*:\s*form-data\s*;/i.test(line))
  const name = disposition && quoted(disposition, 'name')
  if (name === undefined) throw new BrokenMultipart('a part without a name')
  return { name, fileName: quoted(disposition!, 'filename') ?? null }
}

function quoted(disposition: string, attribute: string): string | undefined {
  const value = new RegExp(`;\\s*${attribute}="([^"]*)"`, 'i').exec(disposition)?.[1]
  return value?.replace(/%(22|0D|0A)/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

/** Bytes that arrive in chunks cut anywhere. */
class Input {
  readonly #chunks: AsyncIterator<Uint8Array>
  #held: Buffer

  constructor(chunks: AsyncIterator<Uint8Array>, first: Buffer) {
    this.#chunks = chunks
    this.#held = first
  }

  /** What comes before the needle, in pieces; the needle itself is passed over. */
  async *until(needle: Buffer): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.#held.indexOf(needle)
      if (at >= 0) {
        const last = this.#take(at)
        this.#take(needle.length)
        if (last.length > 0) yield last
        return
      }
      // The end may be the needle's beginning.
      const certain = this.#held.length - needle.length + 1
      if (certain > 0) yield this.#take(certain)
      await this.#more()
    }
  }

  async startsWith(text: string): Promise<boolean> {
    while (this.#held.length < text.length) await this.#more()
    return this.#held.toString('latin1', 0, text.length) === text
  }

  #take(length: number): Buffer {
    const taken = this.#held.subarray(0, length)
    this.#held = this.#held.subarray(length)
    return taken
  }

  async #more(): Promise<void> {
    const next = await this.#chunks.next()
    if (next.done) throw new BrokenMultipart('the body ended early')
    this.#held = Buffer.concat([this.#held, next.value])
  }
}
