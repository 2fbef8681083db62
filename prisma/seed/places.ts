import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { savePlaces } from '~/domain/place/place.server.ts'

interface CountyRow {
  county_code: string
  county_name: string
  county_name_short: string
}

interface MunicipalityRow {
  municipality_code: string
  municipality_name: string
  municipality_name_short: string
  county_code: string
}

/** The official county letters, by county code. */
const letters: Record<string, string> = {
  '01': 'AB',
  '03': 'C',
  '04': 'D',
  '05': 'E',
  '06': 'F',
  '07': 'G',
  '08': 'H',
  '09': 'I',
  '10': 'K',
  '12': 'M',
  '13': 'N',
  '14': 'O',
  '17': 'S',
  '18': 'T',
  '19': 'U',
  '20': 'W',
  '21': 'X',
  '22': 'Y',
  '23': 'Z',
  '24': 'AC',
  '25': 'BD',
}

function readRows<Row>(file: string): Row[] {
  const text = readFileSync(path.resolve('prisma/places', file), 'utf8')
  return parse<Row>(text, { columns: true, bom: true })
}

/** Puts the 21 counties and 290 municipalities in the database, or brings their names up to date. */
export async function seedPlaces(): Promise<void> {
  await savePlaces(
    readRows<CountyRow>('counties.csv').map((row) => ({
      code: row.county_code,
      letter: letters[row.county_code]!,
      name: row.county_name,
      shortName: row.county_name_short,
    })),
    readRows<MunicipalityRow>('municipalities.csv').map((row) => ({
      code: row.municipality_code,
      countyCode: row.county_code,
      name: row.municipality_name,
      shortName: row.municipality_name_short,
    })),
  )
}
