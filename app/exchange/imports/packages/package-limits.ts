import { metadataLimits } from '~/standards/scorm/metadata.ts'

/** How much a package may be. All sizes in bytes. */
export interface PackageLimits {
  /** The zip itself. */
  maxZipBytes: number
  /** All files unpacked. */
  maxBytes: number
  maxFileBytes: number
  maxManifestBytes: number
  /** A file of metadata beside the manifest. */
  maxMetadataBytes: number
  maxFiles: number
  /** Unpacked over packed, for one file above `ratioFreeBytes` and all together above `packageRatioFreeBytes`. */
  maxRatio: number
  /** Small files of blanks pack a thousandfold and harm nobody. */
  ratioFreeBytes: number
  /** Thousands of them do. */
  packageRatioFreeBytes: number
  /** The zip's list of contents, which is held in memory. */
  maxDirectoryBytes: number
  /** A path is a key in the database, whose index rows end at 2,704 bytes. */
  maxPathBytes: number
}

export const packageLimits: PackageLimits = {
  maxZipBytes: 500_000_000,
  maxBytes: 2_000_000_000,
  maxFileBytes: 500_000_000,
  maxManifestBytes: 8_000_000,
  maxMetadataBytes: metadataLimits.maxBytes,
  maxFiles: 20_000,
  maxRatio: 200,
  ratioFreeBytes: 10_000_000,
  packageRatioFreeBytes: 100_000_000,
  maxDirectoryBytes: 32_000_000,
  maxPathBytes: 1_000,
}

/** What the settings allow; unpacked, a package may be four times as large as its zip. */
export function limitsOf(settings: {
  PACKAGE_MAX_MB: number
  PACKAGE_MAX_FILES: number
}): PackageLimits {
  const maxZipBytes = settings.PACKAGE_MAX_MB * 1_000_000
  return {
    ...packageLimits,
    maxZipBytes,
    maxBytes: 4 * maxZipBytes,
    maxFileBytes: maxZipBytes,
    maxFiles: settings.PACKAGE_MAX_FILES,
  }
}
