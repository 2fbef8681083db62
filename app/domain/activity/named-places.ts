import type { County, Municipality } from '~/domain/place/place.ts'
import type { Home } from './activity.ts'

/** Finds the places that a file's words mean; undefined where none is called so. */
export interface PlaceFinder {
  county: (text: string) => string | undefined
  municipality: (text: string) => string | undefined
  /** A county, a municipality or the nation; "ambiguous" where a county and its municipality have one name. */
  home: (text: string) => Home | 'ambiguous' | undefined
}

const nation = ['nationell', 'nationellt', 'riket', 'hela landet', 'sverige', 'national', 'sweden']

/** As people write it, whatever the case and the spaces. Marks stay: Habo and Håbo are two municipalities. */
const plain = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase()

/** A code with the zeros that a spreadsheet has taken from its beginning. */
const coded = (text: string, digits: number) =>
  /^\d+$/.test(text) && text.length <= digits ? text.padStart(digits, '0') : text

/** @param counties @param municipalities all there are */
export function placeFinder(
  counties: readonly County[],
  municipalities: readonly Municipality[],
): PlaceFinder {
  const namesOf = (places: readonly { code: string; name: string; shortName: string }[]) =>
    new Map(
      places.flatMap(({ code, name, shortName }) =>
        [code, plain(shortName), plain(name)].map((word) => [word, code]),
      ),
    )
  const [ofCounty, ofMunicipality] = [namesOf(counties), namesOf(municipalities)]
  const county = (text: string) => ofCounty.get(coded(plain(text), 2))
  const municipality = (text: string) => ofMunicipality.get(coded(plain(text), 4))
  return {
    county,
    municipality,
    home: (text) => {
      const word = plain(text)
      if (nation.includes(word)) return { countyCode: null, municipalityCode: null }
      // Of a number its length says which it is.
      const isNumber = /^\d+$/.test(word)
      const countyCode = isNumber && word.length > 2 ? undefined : county(word)
      const code = isNumber && word.length <= 2 ? undefined : municipality(word)
      if (countyCode && code) return 'ambiguous'
      if (code) return { countyCode: code.slice(0, 2), municipalityCode: code }
      return countyCode ? { countyCode, municipalityCode: null } : undefined
    },
  }
}
