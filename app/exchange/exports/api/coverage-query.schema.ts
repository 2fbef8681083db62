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
  page: described(z.coerce.number().int().min(1).max(100_000), 'page', 1).default(1),
  pageSize: described(z.coerce.number().int().min(1).max(largestPage), 'pageSize', 100).default(
    100,
  ),
} satisfies Record<ParameterName, z.ZodType>)
export type CoverageParameters = z.output<typeof coverageQuerySchema>
