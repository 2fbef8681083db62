import { isNeutralSlug } from '~/domain/catalogue/catalogue.ts'

/** As long as a module's slug may be. */
const longest = 60

/**
 * A slug for a module that comes from a package: of the package's title where that tells nothing of the
 * subject, else "modul-1", "modul-2" … A slug that is taken gets a number behind it.
 */
export function moduleSlugOf(title: string, taken: ReadonlySet<string>): string {
  const plain = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest - 6)
    .replace(/^-+|-+$/g, '')
  const isUsable = plain !== '' && isNeutralSlug(plain)
  if (isUsable && !taken.has(plain)) return plain
  const stem = isUsable ? plain : 'modul'
  let number = isUsable ? 2 : 1
  while (taken.has(`${stem}-${number}`)) number++
  return `${stem}-${number}`
}
