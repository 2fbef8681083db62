import { addDays, today } from '~/kernel/dates.ts'
import { env } from '~/platform/env.server.ts'
import {
  contentHostExists,
  selectAllowedHosts,
  selectContentFile,
  selectOpenFile,
  selectPreviewFile,
  type ContentFileRow,
} from './content-file.db.server.ts'
import {
  contentBase,
  contentPolicy,
  openBase,
  type ContentPolicy,
} from './content-policy.server.ts'
import { moduleOfHostLabel } from './host-label.ts'
import { versionOfPreviewHost } from './preview-host.server.ts'

export interface ContentFile {
  packageId: string
  /** As the package names it. */
  path: string
  sha256: string
  bytes: number
  mediaType: string
  /** The headers to send with it. */
  policy: ContentPolicy
  /** Whether the address was made under another policy: the answer must not be kept under it. */
  isOutdated: boolean
}

/**
 * The file of a registration's package that an address on its content host means, if any. Only what
 * stands in the package's list of files is ever found, so no path leads out of it.
 * @param address as it came, without the query: "/content/3f0c…/sidor/start.html"
 */
export async function findContentFile(
  hostLabel: string,
  address: string,
): Promise<ContentFile | undefined> {
  return findFile((paths) => selectContentFile(hostLabel, paths), address, contentBase)
}

/**
 * The same on a module's open host: a file of the package that learners get today. At an address of an
 * earlier package it is found too, for a page that was open when the new one came.
 */
export async function findOpenFile(
  hostLabel: string,
  address: string,
): Promise<ContentFile | undefined> {
  const moduleId = moduleOfHostLabel(hostLabel)
  if (moduleId === undefined) return undefined
  return findFile((paths) => selectOpenFile(moduleId, paths), address, openBase)
}

/** The same on the host of an editor's preview, on the day that it was made for and the one after. */
export async function findPreviewFile(
  hostLabel: string,
  address: string,
): Promise<ContentFile | undefined> {
  const versionId = previewedOn(hostLabel)
  if (versionId === undefined) return undefined
  return findFile((paths) => selectPreviewFile(versionId, paths), address, openBase)
}

/** The version that an editor looks at on this host; undefined for a host that we have not given out. */
export function previewedOn(hostLabel: string): string | undefined {
  const days = [today(), addDays(today(), -1)]
  return versionOfPreviewHost(hostLabel, days, env().SECRET)
}

async function findFile(
  select: (paths: string[]) => Promise<ContentFileRow | undefined>,
  address: string,
  baseOf: (policy: ContentPolicy, packageId: string) => string,
): Promise<ContentFile | undefined> {
  const [, base, encodedPath] = /^(\/content\/[0-9a-f]{12}\/)(.+)$/.exec(address) ?? []
  const paths = encodedPath === undefined ? [] : pathsMeant(encodedPath)
  const found = paths.length > 0 ? await select(paths) : undefined
  if (!found) return undefined
  const { allowedHosts, packageId, ...file } = found
  const policy = contentPolicy(env().APP_ORIGIN, allowedHosts)
  return { ...file, packageId, policy, isOutdated: baseOf(policy, packageId) !== base }
}

/** Where the files of an attempt's package lie on its content host today: "/content/3f0c…/". */
export async function readContentBase(attemptId: string): Promise<string> {
  return contentBase(contentPolicy(env().APP_ORIGIN, await selectAllowedHosts(attemptId)))
}

/** Whether a registration has this content host. */
export async function isContentHost(hostLabel: string): Promise<boolean> {
  return contentHostExists(hostLabel)
}

/**
 * The paths that an encoded one may mean, likeliest first. A package zipped on a Mac names its files
 * with å as two characters (NFD) while its pages may write one (NFC), or the other way round; old pages
 * escape it as Latin-1; and some tools escape the very names in the zip ("min%20bild.png").
 */
export function pathsMeant(encodedPath: string): string[] {
  const decoded = decode(encodedPath)
  if (decoded === '' || decoded.includes('\0')) return []
  const forms = [decoded, decoded.normalize('NFC'), decoded.normalize('NFD')]
  return [...new Set([...forms, encodedPath])]
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
