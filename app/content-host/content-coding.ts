import type { Packing } from '~/platform/blob-store.ts'

/** The names that HTTP has for them (RFC 9110, 8.4.1). */
export const codingOf: Record<Packing, string> = { br: 'br', gz: 'gzip' }

/** In the order in which we prefer them: Brotli packs text a fifth smaller. */
const packings: Packing[] = ['br', 'gz']

/**
 * How to pack an answer for a request that accepts these codings (RFC 9110, 12.5.3); null for not at
 * all. What is accepted with equal weight is chosen by size.
 */
export function packingFor(acceptEncoding: string | undefined): Packing | null {
  const weights = weightsOf(acceptEncoding ?? '')
  const weightOf = (packing: Packing) => weights.get(codingOf[packing]) ?? weights.get('*') ?? 0
  const [best] = packings
    .filter((packing) => weightOf(packing) > 0)
    .sort((a, b) => weightOf(b) - weightOf(a))
  return best ?? null
}

function weightsOf(header: string): Map<string, number> {
  const weights = header.split(',').map((part): [string, number] => {
    const [coding = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
    const weight = parameters.find((parameter) => parameter.startsWith('q='))
    return [coding, weight === undefined ? 1 : Number(weight.slice(2)) || 0]
  })
  return new Map(weights)
}

const packable =
  /^(text\/|application\/(json|xml|manifest\+json|wasm|rtf|vnd\.ms-fontobject)|image\/(svg\+xml|bmp|x-icon)|font\/(otf|ttf|collection))|\+(xml|json)\b/

/** Smaller files fit in a packet or two as they are. */
const leastBytes = 1_000
/** Larger ones would keep the first learner waiting, and a processor busy. */
const mostBytes = 5_000_000

/** Whether a file is sent packed to those who accept it. What is packed by its format is not. */
export function isPackable(mediaType: string, bytes: number): boolean {
  return bytes >= leastBytes && bytes <= mostBytes && packable.test(mediaType)
}
