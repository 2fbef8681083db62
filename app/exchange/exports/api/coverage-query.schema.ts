import { z } from 'zod'
import {
  datasetGroups,
  datasetLevels,
  type DatasetGroup,
} from '~/domain/followup/coverage-dataset.ts'
import { languages } from '~/i18n/format.ts'
import { i18nOf } from '~/i18n/messages.server.ts'

/** As many places as one page may hold: more than there are municipalities. */
const largestPage = 400

const described = <Schema extends z.ZodType>(
  schema: Schema,
  name: ParameterName,
  example: string | number,
) => schema.meta({ description: i18nOf('en').t(`api.parameter.${name}`), examples: [example] })

/**
 * A whole number in an address: digits and nothing else, since Number() would take "0x1", "1e0" and " 1"
 * for numbers too. JSON Schema is told of the number, not of how its text is read.
 */
const digits = (name: ParameterName, most: number, otherwise: number) =>
  z
    .preprocess(
      (text) => (typeof text === 'string' && /^\d{1,6}$/.test(text) ? Number(text) : text),
      described(z.int().min(1).max(most), name, otherwise).meta({ default: otherwise }),
    )
    .default(otherwise)

/** Every parameter, in the order in which they are told of. */
export const parameterNames = [
  'asOf',
  'module',
  'level',
  'county',
  'municipality',
  'professionGroup',
  'lang',
  'page',
  'pageSize',
] as const
export type ParameterName = (typeof parameterNames)[number]

/** What /api/v1/followup/coverage may be asked: reads the address, and describes it in OpenAPI. */
export const coverageQuerySchema = z.strictObject({
  asOf: described(z.iso.date(), 'asOf', '2026-11-01').optional(),
  module: described(z.string().regex(/^[a-z0-9-]{1,100}$/), 'module', 'grund-1').optional(),
  level: described(z.enum(datasetLevels), 'level', 'county').optional(),
  county: described(z.string().regex(/^\d{2}$/), 'county', '21').optional(),
  municipality: described(z.string().regex(/^\d{4}$/), 'municipality', '2180').optional(),
  professionGroup: described(
    z.enum(datasetGroups as [DatasetGroup, ...DatasetGroup[]]),
    'professionGroup',
    'school',
  ).optional(),
  lang: described(z.enum(languages), 'lang', 'sv').default('sv'),
  page: digits('page', 100_000, 1),
  pageSize: digits('pageSize', largestPage, 100),
} satisfies Record<ParameterName, z.ZodType>)
export type CoverageParameters = z.output<typeof coverageQuerySchema>
