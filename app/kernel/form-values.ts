/** What a form holds: a string per name, a list where a name comes more than once, a file where one was chosen. */
export type FormValues = Record<string, FormDataEntryValue | FormDataEntryValue[]>

/**
 * A form's values as the browser sends them, so that one schema reads the same thing in the browser
 * and on the server. A box that is not ticked and a file that is not chosen are left out.
 */
export function formValues(form: FormData): FormValues {
  const values: FormValues = {}
  for (const name of new Set(form.keys())) {
    const entries = form.getAll(name).filter((entry) => !isNoFile(entry))
    if (entries.length > 1) values[name] = entries
    else if (entries[0] !== undefined) values[name] = entries[0]
  }
  return values
}

// Browsers send a file field that is left empty as a file without name and content.
function isNoFile(entry: FormDataEntryValue): boolean {
  return typeof entry !== 'string' && entry.name === '' && entry.size === 0
}

/** What the server answers when a form could not be taken; each text is a key of the messages (see formMessage). */
export interface FormReply {
  /** Tells it from an answer that holds what was asked for. */
  ok?: false
  fieldErrors?: Record<string, string[] | undefined>
  /** What is wrong with the whole, or a refusal by its code. */
  formError?: string
  refusal?: { code: string; detail: Record<string, string | number>; clause?: string }
  /** What was written, so that the form forgets nothing without JavaScript; never passwords. */
  values?: Record<string, string | string[] | undefined>
}

/** The part of a zod issue that decides its message. */
interface Issue {
  code?: string
  input?: unknown
  format?: unknown
  origin?: unknown
  minimum?: unknown
  maximum?: unknown
  expected?: unknown
}

/**
 * The message of a zod issue whose schema gives none of its own. Pass it as `error` when parsing, in the
 * browser and on the server alike; a message in the schema goes before it.
 * @returns a key with its places, "form.too-short?count=12"
 */
export function formErrorOf(issue: Issue): string {
  const { code, input, origin } = issue
  if (input === undefined || input === '') return 'form.required'
  if (code === 'too_small' && origin === 'string') return withCount('form.too-short', issue.minimum)
  if (code === 'too_big' && origin === 'string') return withCount('form.too-long', issue.maximum)
  if (code === 'too_small' && origin === 'number') return withCount('form.at-least', issue.minimum)
  if (code === 'too_big' && origin === 'number') return withCount('form.at-most', issue.maximum)
  if (code === 'invalid_format' && issue.format === 'email') return 'form.email'
  if (code === 'invalid_type' && (issue.expected === 'number' || issue.expected === 'int')) {
    return 'form.number'
  }
  return 'form.invalid'
}

function withCount(key: string, count: unknown): string {
  return `${key}?count=${String(count)}`
}

/** A text of the messages with what fills its places. */
export interface FormMessage {
  key: string
  params: Record<string, string | number>
}

/** A message for its travel: what `formMessage` takes apart again. */
export function travelling({ key, params }: FormMessage): string {
  const places = Object.entries(params).map(([name, value]) => [name, String(value)])
  return places.length === 0 ? key : `${key}?${new URLSearchParams(places).toString()}`
}

/** A message as it travels, "form.too-short?count=12", taken apart into key and places. */
export function formMessage(text: string): FormMessage {
  const [key = '', query = ''] = text.split('?', 2)
  return { key, params: Object.fromEntries(new URLSearchParams(query)) }
}
