import { data } from '@remix-run/node'
import type { z } from 'zod'
import { formErrorOf, formValues, type FormReply, type FormValues } from '~/kernel/form-values.ts'

type Parsed<Value> =
  | { ok: true; value: Value }
  | { ok: false; reply: ReturnType<typeof data<FormReply & { ok: false }>> }

/**
 * Reads a posted form by the schema that also guards it in the browser. The reply holds message keys
 * by field, and what was typed, so that nothing is lost without JavaScript; never passwords.
 */
export async function parseForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<Parsed<z.output<Schema>>> {
  const posted = formValues(await request.formData())
  const parsed = schema.safeParse(posted, { error: formErrorOf })
  if (parsed.success) return { ok: true, value: parsed.data }
  const fieldErrors: Record<string, string[]> = {}
  for (const issue of parsed.error.issues) {
    ;(fieldErrors[String(issue.path[0] ?? '')] ??= []).push(issue.message)
  }
  const reply = { ok: false as const, fieldErrors, values: shownAgain(posted) }
  return { ok: false, reply: data(reply, { status: 400 }) }
}

/** What may be shown again in the form: texts, but no passwords and no files. */
export function shownAgain(posted: FormValues): Record<string, string | string[]> {
  const shown = Object.entries(posted).filter(
    (entry): entry is [string, string | string[]] =>
      !/password/i.test(entry[0]) && [entry[1]].flat().every((value) => typeof value === 'string'),
  )
  return Object.fromEntries(shown)
}
