import { data } from '@remix-run/node'
import type { z } from 'zod'

/** What an action answers when a form cannot be taken as it is. `fieldErrors` holds message keys. */
export interface FormReply {
  ok: false
  fieldErrors: Record<string, string[]>
  /** A refusal's code, with what fills its message. */
  refusal?: { code: string; detail: Record<string, string | number>; clause?: string }
  /** What was typed, so that nothing is lost without JavaScript; never passwords. */
  values: Record<string, string>
}

type Parsed<Value> =
  { ok: true; value: Value } | { ok: false; reply: ReturnType<typeof data<FormReply>> }

/**
 * Reads a posted form by the schema that also guards it in the browser. Repeated fields become lists.
 * Fields whose name holds "password" are never sent back.
 */
export async function parseForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<Parsed<z.output<Schema>>> {
  const posted = formValues(await request.formData())
  const parsed = schema.safeParse(posted)
  if (parsed.success) return { ok: true, value: parsed.data }
  const fieldErrors: Record<string, string[]> = {}
  for (const issue of parsed.error.issues) {
    ;(fieldErrors[String(issue.path[0] ?? '')] ??= []).push(issue.message)
  }
  return {
    ok: false,
    reply: data<FormReply>({ ok: false, fieldErrors, values: shownAgain(posted) }, { status: 400 }),
  }
}

/** A form's fields as an object; a field that comes several times is a list. */
export function formValues(form: FormData): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const name of new Set(form.keys())) {
    const all = form.getAll(name)
    values[name] = all.length > 1 ? all : all[0]
  }
  return values
}

/** What may be shown again in the form: texts, but no passwords. */
export function shownAgain(posted: Record<string, unknown>): Record<string, string> {
  const shown = Object.entries(posted).filter(
    ([name, value]) => typeof value === 'string' && !/password/i.test(name),
  )
  return Object.fromEntries(shown) as Record<string, string>
}
