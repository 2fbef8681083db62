/** Marks a text that PostgreSQL's jsonb cannot hold as it is; U+E000 is for private use. */
const mark = '\uE000utf16:'

// NUL, and surrogates that are not in pairs: with the flag u a pair is no surrogate.
const unholdable = /\0|\p{Surrogate}/u

/**
 * A text as the database can hold it, losing nothing. Content may save any JavaScript string, and some
 * compressors give NUL and half surrogate pairs, which jsonb refuses: such a text is kept as the base64
 * of its UTF-16.
 */
export function storedText(text: string): string {
  const holdable = !unholdable.test(text) && !text.startsWith(mark)
  return holdable ? text : mark + Buffer.from(text, 'utf16le').toString('base64')
}

/** The text that was stored. */
export function restoredText(stored: string): string {
  return stored.startsWith(mark)
    ? Buffer.from(stored.slice(mark.length), 'base64').toString('utf16le')
    : stored
}

/** Elements with their values as the database holds them. */
export function storedElements(elements: Readonly<Record<string, string>>): Record<string, string> {
  return mapValues(elements, storedText)
}

/** Elements as content gave them. */
export function restoredElements(
  elements: Readonly<Record<string, string>>,
): Record<string, string> {
  return mapValues(elements, restoredText)
}

function mapValues(
  elements: Readonly<Record<string, string>>,
  map: (text: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(elements).map(([name, text]) => [name, map(text)]))
}
