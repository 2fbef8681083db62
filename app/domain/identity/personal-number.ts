/** What people put between the parts of a number: spaces, dashes and minus of every kind, signs. */
const between = String.raw`[\s\p{Pd}\u2212._/+]*`

/**
 * A century where one is written, year, month and day, and the four last digits. Looked for from every
 * place in the text, so that what stands before a number does not hide it.
 */
const written = new RegExp(
  String.raw`(?<!\d)(?=(?:(18|19|20)${between})?(\d{2})${between}(\d{2})${between}(\d{2})${between}(\d{4})(?!\d))`,
  'gu',
)

/** Signs that nobody sees: zero-width spaces, soft hyphens, marks of direction. */
const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu

/** A coordination number's day is raised by 60 (SFS 2008:1117). */
const coordination = 60

/**
 * Whether a text holds what looks like a Swedish personal identity number or coordination number:
 * ten or twelve digits, however set apart, whose first part is a day and whose last digit checks
 * (SKV 704, SKV 707).
 */
export function holdsPersonalNumber(text: string): boolean {
  const found = text.replace(unseen, '').normalize('NFKC').matchAll(written)
  return [...found].some(([, century, year, month, day, last]) => {
    const digits = `${year}${month}${day}${last}`
    return isDay(century, Number(year), Number(month), Number(day)) && luhn(digits)
  })
}

function isDay(century: string | undefined, year: number, month: number, day: number): boolean {
  const inMonth = day > coordination ? day - coordination : day
  const years = (century ? [century] : ['19', '20']).map((first) => Number(first) * 100 + year)
  return years.some((full) => {
    const date = new Date(Date.UTC(full, month - 1, inMonth))
    return inMonth > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === inMonth
  })
}

/** The check digit of ten digits (ISO/IEC 7812-1, annex B). */
function luhn(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => {
    const weighed = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (weighed > 9 ? weighed - 9 : weighed)
  }, 0)
  return sum % 10 === 0
}
