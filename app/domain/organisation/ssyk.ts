import type { ProfessionGroup } from '~/kernel/profession.ts'

/** A four-digit occupation of SSYK 2012 and the national group that it is counted in. */
export interface SsykOccupation {
  code: string
  professionGroup: ProfessionGroup
  /** As SCB names it, in Swedish: a name of the standard is not translated. */
  name: string
}

const listed: readonly (readonly [string, ProfessionGroup, string])[] = [
  ['2211', 'health-care', 'Specialistläkare'],
  ['2212', 'health-care', 'ST-läkare'],
  ['2221', 'health-care', 'Grundutbildade sjuksköterskor'],
  ['2222', 'health-care', 'Barnmorskor'],
  ['2224', 'health-care', 'Distriktssköterskor'],
  ['2225', 'health-care', 'Psykiatrisjuksköterskor'],
  ['2232', 'health-care', 'Barnsjuksköterskor'],
  ['2233', 'school', 'Skolsköterskor'],
  ['2241', 'health-care', 'Psykologer'],
  ['2242', 'health-care', 'Psykoterapeuter'],
  ['2260', 'health-care', 'Tandläkare'],
  ['2320', 'school', 'Lärare i yrkesämnen'],
  ['2330', 'school', 'Gymnasielärare'],
  ['2341', 'school', 'Grundskollärare'],
  ['2342', 'school', 'Fritidspedagoger'],
  ['2343', 'school', 'Förskollärare'],
  ['2351', 'school', 'Speciallärare och specialpedagoger m.fl.'],
  ['2352', 'school', 'Studie- och yrkesvägledare'],
  ['2359', 'school', 'Övriga pedagoger med teoretisk specialistkompetens'],
  ['2612', 'judiciary', 'Domare'],
  ['2613', 'judiciary', 'Åklagare'],
  ['2661', 'social-services', 'Socialsekreterare'],
  ['2662', 'school', 'Kuratorer'],
  ['2663', 'social-services', 'Biståndsbedömare m.fl.'],
  ['2669', 'social-services', 'Övriga yrken inom socialt arbete'],
  ['3250', 'health-care', 'Tandhygienister'],
  ['3333', 'other-authority', 'Arbetsförmedlare'],
  ['3353', 'other-authority', 'Socialförsäkringshandläggare'],
  ['3359', 'other-authority', 'Övriga handläggare'],
  ['3360', 'judiciary', 'Poliser'],
  ['3411', 'social-services', 'Behandlingsassistenter och socialpedagoger m.fl.'],
  ['3423', 'school', 'Fritidsledare m.fl.'],
  ['4430', 'other', 'Förtroendevalda'],
  ['5311', 'school', 'Barnskötare'],
  ['5312', 'school', 'Elevassistenter m.fl.'],
  ['5350', 'health-care', 'Tandsköterskor'],
  ['5412', 'judiciary', 'Kriminalvårdare'],
]

/** The occupations of SSYK 2012 (SCB, MIS 2012:1) that this field meets, by code; prisma/professions/SOURCE.md. */
export const ssykOccupations: readonly SsykOccupation[] = listed.map(
  ([code, professionGroup, name]) => ({ code, professionGroup, name }),
)

const byCode = new Map(ssykOccupations.map((occupation) => [occupation.code, occupation]))

/** The occupation with this code; undefined where the list has none. */
export function ssykOccupation(code: string): SsykOccupation | undefined {
  return byCode.get(code)
}
