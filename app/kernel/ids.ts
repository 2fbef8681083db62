import { randomBytes } from 'node:crypto'

declare const brand: unique symbol
/** A string that only a function of this kind may make. */
export type Branded<Name extends string> = string & { readonly [brand]: Name }

export type PersonId = Branded<'PersonId'>
export type OrganisationId = Branded<'OrganisationId'>
export type UnitId = Branded<'UnitId'>
export type CourseId = Branded<'CourseId'>
export type ModuleId = Branded<'ModuleId'>
export type ModuleVersionId = Branded<'ModuleVersionId'>
export type PackageId = Branded<'PackageId'>
export type AssignmentId = Branded<'AssignmentId'>
export type RegistrationId = Branded<'RegistrationId'>
export type ServiceKeyId = Branded<'ServiceKeyId'>
export type AttemptId = Branded<'AttemptId'>

/**
 * A new UUID version 7 (RFC 9562, 5.7): 48 bits of milliseconds, then random bits, so that newer
 * rows sort after older ones. Made here because PostgreSQL has its own only from version 18.
 * @param at milliseconds since 1970; @param random at least 10 random bytes (a seed gives them in the demo world)
 */
export function newId<Id extends string = string>(
  at: number = Date.now(),
  random: Uint8Array = randomBytes(10),
): Id {
  const bytes = new Uint8Array(16)
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(at / 2 ** (8 * (5 - i))) & 0xff
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Buffer.from(bytes).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a string from outside has the form of one of our ids. */
export function isId(value: string | null | undefined): value is string {
  return typeof value === 'string' && uuid.test(value)
}
