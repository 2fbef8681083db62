import { contentHostExists, selectContentFile, type ContentFile } from './attempt.db.server.ts'

/**
 * The file of a registration's package that an address on its content host means, if any. Only what
 * stands in the package's list of files is ever found, so no path leads out of it.
 * @param encodedPath what follows /content/ in the address, as it came
 */
export async function findContentFile(
  hostLabel: string,
  encodedPath: string,
): Promise<ContentFile | undefined> {
  const paths = pathsMeant(encodedPath)
  return paths.length > 0 ? selectContentFile(hostLabel, paths) : undefined
}

/** Whether a registration has this content host. */
export async function isContentHost(hostLabel: string): Promise<boolean> {
  return contentHostExists(hostLabel)
}

/**
 * The paths that an encoded one may mean, likeliest first. A package zipped on a Mac names its files
 * with å as two characters (NFD) while its pages may write one (NFC), or the other way round; old pages
 * escape it as Latin-1.
 */
export function pathsMeant(encodedPath: string): string[] {
  const decoded = decode(encodedPath)
  if (decoded === '' || decoded.includes('\0')) return []
  return [...new Set([decoded, decoded.normalize('NFC'), decoded.normalize('NFD')])]
}

function decode(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded.replace(/%([0-9a-f]{2})/gi, (_, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    )
  }
}
