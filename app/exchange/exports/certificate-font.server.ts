import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const fontPackage = '@fontsource/source-sans-3'

export const fontWeights = [400, 700] as const
export type FontWeight = (typeof fontWeights)[number]

export interface FontPart {
  /** "latin", "cyrillic" ... */
  name: string
  has: (codePoint: number) => boolean
}

let parts: FontPart[] | undefined

/** The parts that Source Sans 3 comes in, the one with Swedish first. */
export function fontParts(): FontPart[] {
  parts ??= readParts()
  return parts
}

function readParts(): FontPart[] {
  const file = require.resolve(`${fontPackage}/unicode.json`)
  const ranges = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
  const order = (name: string) => (name === 'latin' ? 0 : name.startsWith('latin') ? 1 : 2)
  return Object.entries(ranges)
    .sort(([one], [other]) => order(one) - order(other))
    .map(([name, listed]) => {
      const spans = listed.split(',').map(spanOf)
      const has = (codePoint: number) =>
        spans.some(([from, to]) => from <= codePoint && codePoint <= to)
      return { name, has }
    })
}

/** "U+0100-02BA" as its first and last code point. */
function spanOf(range: string): [number, number] {
  const [from, to] = range
    .replace('U+', '')
    .split('-')
    .map((hex) => parseInt(hex, 16))
  return [from!, to ?? from!]
}

/** WOFF and not WOFF2, whose outlines are packed in a way that cannot be cut down to the letters used. */
export function fontFile(part: string, weight: FontWeight): string {
  return require.resolve(`${fontPackage}/files/source-sans-3-${part}-${weight}-normal.woff`)
}

/** A text in stretches that one part of the font can write each; what none can goes with the part before. */
export function fontRuns(text: string): { part: string; text: string }[] {
  const runs: { part: string; text: string }[] = []
  for (const sign of text) {
    const codePoint = sign.codePointAt(0)!
    const last = runs.at(-1)
    const lastPart = last && fontParts().find(({ name }) => name === last.part)
    const part = lastPart?.has(codePoint)
      ? lastPart.name
      : (fontParts().find(({ has }) => has(codePoint))?.name ?? last?.part ?? 'latin')
    if (last?.part === part) last.text += sign
    else runs.push({ part, text: sign })
  }
  return runs
}
