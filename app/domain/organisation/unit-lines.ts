/** A unit as it is written on a line. */
export interface WrittenUnit {
  name: string
  /** The municipality as it is written; null: where the organisation is. */
  municipality: string | null
}

/**
 * Units one to a line, "Norra huset" or "Norra huset; Nässjö" where it lies in another municipality than the
 * organisation. A cell pasted from a sheet (a tab) sets apart as well. A name that stands twice counts once.
 */
export function unitLinesOf(text: string): WrittenUnit[] {
  const units = new Map<string, WrittenUnit>()
  for (const line of text.split('\n')) {
    const [name = '', ...rest] = line.trim().split(/\s*[;\t]\s*/)
    const municipality = rest.join(' ').trim() || null
    if (name && !units.has(name)) units.set(name, { name, municipality })
  }
  return [...units.values()]
}

/**
 * The code of the municipality that somebody has written: by its short name, its whole name or its code.
 * @returns undefined where there is none of that name
 */
export function municipalityNamed(
  written: string,
  municipalities: readonly { code: string; name: string; shortName: string }[],
): string | undefined {
  const plain = (text: string) => text.normalize('NFKC').trim().toLocaleLowerCase('sv')
  const wanted = plain(written)
  const found = municipalities.find((one) =>
    [one.code, one.name, one.shortName].some((word) => plain(word) === wanted),
  )
  return found?.code
}
