/**
 * A word as files are compared: without case, marks, spaces and signs. "Anställnings-nr." is
 * "anstallningsnr".
 */
export function foldedWord(word: string): string {
  const plain = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/[^\p{L}\p{N}]/gu, '')
}
