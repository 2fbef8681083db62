import type { exportOrganisationPeople } from '~/domain/standing/export-people.server.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { csvStream, type CsvCell } from './csv.ts'

type Exported = Awaited<ReturnType<typeof exportOrganisationPeople>>
type Row = Exported['parts'] extends AsyncGenerator<(infer Each)[]> ? Each : never

/** The columns, named in Swedish without å, ä and ö so that any program takes them. */
const columns = [
  'fornamn',
  'efternamn',
  'epost',
  'enheter',
  'yrkesgrupper',
  'undergrupper',
  'ssyk_koder',
  'modul',
  'lage',
  'klar_senast',
  'blev_klar',
  'uttagsdatum',
] as const

/** Of lines each once. */
const onceEach = (lines: string | null) =>
  lines === null ? null : [...new Set(lines.split('\n'))].join(', ')

/** An organisation's people with where they stand as CSV for Swedish Excel (see csv.ts), written while it is read. */
export function peopleCsv({ module, asOf, parts }: Exported): ReadableStream<Uint8Array> {
  const { t } = i18nOf('sv')
  // Few combinations, of many people: each is put in words once.
  const told = new Map<string, string>()
  function groupsOf(professionGroups: string): string {
    const known = told.get(professionGroups)
    if (known !== undefined) return known
    const groups = professionGroups.split(',') as ProfessionGroup[]
    const words = groups.map((group) => t(`profession.${group}`)).join(', ')
    told.set(professionGroups, words)
    return words
  }
  const recordOf = (row: Row): CsvCell[] => [
    row.givenName,
    row.familyName,
    row.email,
    row.units,
    groupsOf(row.professionGroups),
    onceEach(row.subGroups),
    onceEach(row.ssykCodes),
    module?.titleSv ?? null,
    t(`standing.${row.standing}`),
    row.dueOn,
    row.completedOn,
    asOf,
  ]
  async function* records() {
    for await (const part of parts) yield part.map(recordOf)
  }
  return csvStream(columns, records())
}
