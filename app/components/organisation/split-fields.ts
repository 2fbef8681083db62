import type { z } from 'zod'
import { mostParts, type splitFieldsSchema } from '~/domain/organisation/register.schema.ts'
import type { FormReply } from '~/kernel/form-values.ts'

/** A unit becomes two at least. */
export const fewestParts = 2

/** The form for a split once more with what was written, and one part more or less. */
export function withOtherFields(told: z.output<typeof splitFieldsSchema>): FormReply {
  const { step, partCount, ...values } = told
  return { ok: false, values: { ...values, partCount: String(otherCount(partCount, step)) } }
}

/** How many parts there are after a step, within what there may be. */
export function otherCount(count: number, step: 'more' | 'fewer'): number {
  return step === 'more' ? Math.min(count + 1, mostParts) : Math.max(count - 1, fewestParts)
}
