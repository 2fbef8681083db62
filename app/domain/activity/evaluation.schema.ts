import { z } from 'zod'

const confidence = z
  .enum(['1', '2', '3', '4', '5'], 'evaluation.choose')
  .transform((chosen) => Number(chosen))

/** Two questions, and what was drawn with the form: it stands for a device that keeps no cookies. */
export const evaluationSchema = z.object({
  id: z.uuid('form.invalid'),
  before: confidence,
  after: confidence,
})
export type Answer = z.output<typeof evaluationSchema>
