/** Text as it stands in HTML and XML, in attributes too. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** What is there, each on its line; null, undefined and '' are not. */
export function lines(...parts: readonly (string | null | undefined)[]): string {
  return parts.filter(Boolean).join('\n')
}
