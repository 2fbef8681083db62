import { languages, type Language } from '~/i18n/format.ts'

/** The first of our languages that a browser asks for (RFC 9110, 12.5.4); Swedish when it asks for none. */
export function acceptedLanguage(header: string | null): Language {
  const asked = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().toLowerCase().split(';')
      const weight = params.map((param) => /^\s*q=([\d.]+)\s*$/.exec(param)?.[1]).find(Boolean)
      return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  for (const { language } of asked) {
    const ours = languages.find((known) => known === language)
    if (ours) return ours
  }
  return 'sv'
}
