import { z } from 'zod'
import { figureSources } from '~/domain/coverage/coverage.ts'

const labels = z.record(z.string(), z.string())

const category = {
  label: labels,
  unit: z.record(z.string(), z.strictObject({ label: z.string(), decimals: z.int() })).optional(),
  note: z.record(z.string(), z.array(z.string())).optional(),
}

const wording = z.strictObject({
  label: z.string(),
  source: z.string(),
  note: z.array(z.string()),
  dimension: z.record(
    z.string(),
    z.strictObject({ label: z.string(), category: z.strictObject(category) }),
  ),
})

const dimension = z.strictObject({
  label: z.string(),
  category: z.strictObject({ index: z.array(z.string()), ...category }),
})

/** The answer in JSON-stat 2.0, as OpenAPI describes it and tests hold it to. */
export const coverageAnswerSchema = z
  .strictObject({
    version: z.literal('2.0'),
    class: z.literal('dataset'),
    label: z.string(),
    source: z.string().meta({ description: 'Who tells, and when it was taken out' }),
    updated: z.iso.datetime().meta({ description: 'When the figures were taken out' }),
    note: z.array(z.string()).meta({ description: 'What to know before using the figures' }),
    id: z.tuple([
      z.literal('module'),
      z.literal('place'),
      z.literal('professionGroup'),
      z.literal('measure'),
      z.literal('asOf'),
    ]),
    size: z.array(z.int()).length(5),
    role: z.strictObject({
      time: z.tuple([z.literal('asOf')]),
      geo: z.tuple([z.literal('place')]),
      metric: z.tuple([z.literal('measure')]),
    }),
    dimension: z.strictObject({
      module: dimension,
      place: dimension,
      professionGroup: dimension,
      measure: dimension,
      asOf: dimension,
    }),
    value: z
      .array(z.number().nullable())
      .meta({ description: 'Row by row in the order of id; null: see status' }),
    status: z
      .record(z.string(), z.enum(['.', '..', 'x', 'partly']))
      .meta({ description: 'By position in value; the signs are explained in extension.statuses' }),
    extension: z.strictObject({
      asOf: z.iso.date(),
      takenOn: z.iso.date(),
      countsImported: z
        .boolean()
        .meta({ description: 'Whether imported completions count as held on that day' }),
      sources: z
        .strictObject({
          labels: z.record(z.string(), labels),
          values: z.array(z.enum(figureSources).nullable()),
        })
        .meta({
          description:
            'Whose number required is, for each module, place and profession group in that order',
        }),
      statuses: z.record(z.string(), labels),
      page: z.strictObject({
        page: z.int(),
        pageSize: z.int(),
        pages: z.int(),
        total: z.int().meta({ description: 'How many places there are on all pages' }),
      }),
      language: z.string(),
      labels: z
        .record(z.string(), wording)
        .meta({ description: 'The same words in the other language' }),
    }),
  })
  .meta({ title: 'Coverage as a JSON-stat 2.0 dataset' })
