import {
  longestOutline,
  moduleOutlineFile,
  moduleOutlineSchema,
  type OutlinePart,
} from '~/domain/catalogue/module-outline.schema.ts'
import { isRefusal } from '~/kernel/refusal.ts'
import type { PackageEntry } from './package-entries.server.ts'
import type { PackageLimits } from './package-limits.ts'
import { readEntry } from './read-entry.server.ts'
import type { OpenZip } from './zip-file.server.ts'

interface ReadOutline {
  zip: OpenZip
  limits: PackageLimits
  signal: AbortSignal | undefined
  entries: readonly PackageEntry[]
}

/**
 * What a package of our own making tells of its text. A file of that name that is something else is a file
 * like any other: a package is never refused for it.
 * @throws Refusal as for every file of the package: package.file-damaged, .unpacked-too-large, .bomb
 */
export async function readOutline({ entries, ...reading }: ReadOutline): Promise<OutlinePart[]> {
  const file = entries.find(({ path }) => path === moduleOutlineFile)
  if (!file) return []
  try {
    const bytes = await readEntry({ ...reading, file, maxBytes: longestOutline })
    return partsIn(bytes.toString('utf8'))
  } catch (error) {
    if (isRefusal(error) && error.code === 'package.file-too-large') return []
    throw error
  }
}

function partsIn(text: string): OutlinePart[] {
  // What is nested deeper than the stack reaches is none of ours, either.
  try {
    const told = moduleOutlineSchema.safeParse(JSON.parse(text, withoutNull))
    return told.success ? told.data.parts : []
  } catch {
    return []
  }
}

/** The one character that the database takes in no text. */
const withoutNull = (_key: string, value: unknown) =>
  typeof value === 'string' ? value.replaceAll('\0', '') : value
