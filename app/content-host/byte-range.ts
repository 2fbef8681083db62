export type ByteRange = { start: number; end: number }

/**
 * The part of a file that a Range header asks for (RFC 9110, 14.2), both ends included. 'whole' where
 * there is no header, one that cannot be read, or one that asks for several parts: those may be answered
 * with the whole. 'unsatisfiable' is answered 416.
 */
export function byteRangeOf(
  header: string | undefined,
  size: number,
): ByteRange | 'whole' | 'unsatisfiable' {
  const asked = /^bytes=(\d*)-(\d*)$/.exec((header ?? '').replace(/\s/g, ''))
  if (!asked || (asked[1] === '' && asked[2] === '')) return 'whole'
  if (asked[1] === '') {
    const last = Number(asked[2])
    return last === 0 || size === 0
      ? 'unsatisfiable'
      : { start: Math.max(0, size - last), end: size - 1 }
  }
  const start = Number(asked[1])
  const end = asked[2] === '' ? size - 1 : Math.min(Number(asked[2]), size - 1)
  if (asked[2] !== '' && Number(asked[2]) < start) return 'whole'
  return start >= size ? 'unsatisfiable' : { start, end }
}
