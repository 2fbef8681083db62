/** Something that an API could not do, as a program is told it (RFC 9457). */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly headers: Record<string, string>
  readonly members: Record<string, unknown>
  constructor(
    code: string,
    status: number,
    more: { headers?: Record<string, string>; members?: Record<string, unknown> } = {},
  ) {
    super(`Problem: ${code}`)
    this.name = 'Problem'
    this.code = code
    this.status = status
    this.headers = more.headers ?? {}
    this.members = more.members ?? {}
  }
}

/** Whether something caught is a problem to be told. */
export function isProblem(error: unknown): error is Problem {
  return error instanceof Error && error.name === 'Problem' && 'code' in error
}
