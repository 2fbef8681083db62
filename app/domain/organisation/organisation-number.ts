import { Refusal } from '~/kernel/refusal.ts'

/**
 * A Swedish organisation number as it is kept, "202100-2247": ten digits, however set apart, or twelve that
 * begin with 16; null where nothing is written. The third digit of a legal body's is 2 or more, which tells it
 * from a personal identity number, and the last one checks (SKV 709, lag 1974:174).
 * @throws Refusal organisation.number-personal (a sole trader's), organisation.number-wrong
 */
export function organisationNumberOf(written: string): string | null {
  const digits = written.normalize('NFKC').replace(/[\s\p{Pd}\p{Cf}\u2212]+/gu, '')
  if (!digits) return null
  const field = 'organisationNumber'
  if (/^(?:18|19|20)?\d{2}[01]\d{7}$/.test(digits)) {
    throw new Refusal('organisation.number-personal', {}, { field })
  }
  const ten = /^(?:16)?(\d{2}[2-9]\d{7})$/.exec(digits)?.[1]
  if (!ten || !checks(ten)) throw new Refusal('organisation.number-wrong', {}, { field })
  return `${ten.slice(0, 6)}-${ten.slice(6)}`
}

/** Ten digits of which the last is the check digit (ISO/IEC 7812-1, annex B). */
function checks(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => {
    const weighed = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (weighed > 9 ? weighed - 9 : weighed)
  }, 0)
  return sum % 10 === 0
}
