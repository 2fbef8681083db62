interface Range {
  type: string
  subtype: string
  quality: number
}

/**
 * Which of the offered media types the Accept header likes best (RFC 9110, 12.5.1): the more specific
 * range decides a type's quality, and among equals the one offered first wins. Without a header, or
 * with an empty one, anything will do.
 * @returns null where none will do
 */
export function preferredType<Type extends string>(
  accept: string | null,
  offered: readonly Type[],
): Type | null {
  if (!accept?.trim()) return offered[0] ?? null
  const ranges = accept.split(',').flatMap(rangeOf)
  let best: { type: Type; quality: number } | null = null
  for (const type of offered) {
    const quality = qualityOf(type, ranges)
    if (quality > (best?.quality ?? 0)) best = { type, quality }
  }
  return best?.type ?? null
}

function rangeOf(text: string): Range[] {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase())
  const [type, subtype] = range.split('/')
  if (!type || !subtype) return []
  const said = parameters.find((parameter) => /^q\s*=/.test(parameter))
  const quality = said === undefined ? 1 : Number(said.replace(/^q\s*=\s*/, ''))
  return [{ type, subtype, quality: quality >= 0 && quality <= 1 ? quality : 0 }]
}

function qualityOf(offered: string, ranges: Range[]): number {
  const [type, subtype] = offered.split('/')
  const exact = ranges.find((range) => range.type === type && range.subtype === subtype)
  const anySubtype = ranges.find((range) => range.type === type && range.subtype === '*')
  const anything = ranges.find((range) => range.type === '*' && range.subtype === '*')
  return (exact ?? anySubtype ?? anything)?.quality ?? 0
}
