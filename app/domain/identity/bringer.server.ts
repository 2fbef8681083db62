import { selectNames } from './bringer.db.server.ts'

/** A file as lists show it, with the name of who brought it; null where nobody is known any more. */
export type Listed<File extends { broughtBy: string | null }> = Omit<File, 'broughtBy'> & {
  bringer: string | null
}

/** Says who brought each of some files, for those who may see the files. */
export async function withBringers<File extends { broughtBy: string | null }>(
  files: readonly File[],
): Promise<Listed<File>[]> {
  const ids = files.flatMap(({ broughtBy }) => (broughtBy === null ? [] : [broughtBy]))
  const names = ids.length > 0 ? await selectNames([...new Set(ids)]) : new Map<string, string>()
  return files.map(({ broughtBy, ...file }) => ({
    ...file,
    bringer: (broughtBy !== null && names.get(broughtBy)) || null,
  }))
}
