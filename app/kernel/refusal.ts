/** HTTP status by kind of refusal; anything else is 400. */
const statusByCode: Record<string, number> = {
  'not-found': 404,
  forbidden: 403,
  'session.expired': 401,
  'origin.foreign': 403,
  'rate.limited': 429,
  'package.too-large': 413,
}

export type RefusalDetail = Record<string, string | number>

/**
 * An expected failure. `code` is a key below `refusal.` in the messages ("package.no-manifest"),
 * `detail` fills the message's {places}; `clause` names the standard's rule where one was broken;
 * `field` names the form field at fault.
 */
export class Refusal extends Error {
  readonly code: string
  readonly detail: RefusalDetail
  readonly clause?: string
  readonly field?: string
  constructor(
    code: string,
    detail: RefusalDetail = {},
    where: { clause?: string; field?: string } = {},
  ) {
    super(`Refused: ${code}`)
    this.name = 'Refusal'
    this.code = code
    this.detail = detail
    this.clause = where.clause
    this.field = where.field
  }
  get status(): number {
    return statusByCode[this.code] ?? 400
  }
}

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && error.name === 'Refusal' && 'code' in error
}
