const base32 = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * The random part of a content host's name: 26 characters of base32, 130 bits, so that nobody finds
 * another's host by guessing.
 * @param random at least 26 random bytes
 */
export function hostLabelOf(random: Uint8Array): string {
  return Array.from({ length: 26 }, (_, index) => base32[random[index]! % 32]!).join('')
}

/**
 * The label of a module's open host: its id's 128 bits as 26 characters of base32, so that no table is
 * needed to find the module again.
 * @param moduleId a UUID
 */
export function openHostLabelOf(moduleId: string): string {
  let rest = BigInt(`0x${moduleId.replaceAll('-', '')}`)
  let label = ''
  for (let digit = 0; digit < 26; digit++) {
    label = base32[Number(rest & 31n)]! + label
    rest >>= 5n
  }
  return label
}

/** The module of an open host; undefined for a label that is none. */
export function moduleOfHostLabel(hostLabel: string): string | undefined {
  if (!/^[a-h][a-z2-7]{25}$/.test(hostLabel)) return undefined
  let id = 0n
  for (const character of hostLabel) id = (id << 5n) | BigInt(base32.indexOf(character))
  const hex = id.toString(16).padStart(32, '0')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
