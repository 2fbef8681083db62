/**
 * What two identifiers have in common that mean the same: tools write a space in one place and its escape
 * in another, and the player's library takes them for one.
 */
export function identifierKey(identifier: string): string {
  return identifier.replace(/(?:\s|%20)+/g, ' ').trim()
}
