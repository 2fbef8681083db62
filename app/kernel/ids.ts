import { randomFillSync } from 'node:crypto'

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
export type CertificateId = Branded<'CertificateId'>

const countLimit = 0x1000
const clockSetBackMs = 1000
let lastAt = 0
let count = 0

/** The millisecond and, within it, the rising number (12 bits) of an id that this process makes now. */
function nextMoment(clock: number): { at: number; count: number } {
  const isNewMoment = clock > lastAt || clock < lastAt - clockSetBackMs
  if (isNewMoment) {
    lastAt = clock
    count = eightRandomBytes()[0]!
  } else if (++count === countLimit) {
    lastAt++
    count = 0
  }
  return { at: lastAt, count }
}

// Random bytes are asked for many at a time: asking costs more than what an id is made of.
const drawn = Buffer.alloc(4096)
let used = drawn.length

function eightRandomBytes(): Uint8Array {
  if (used === drawn.length) {
    randomFillSync(drawn)
    used = 0
  }
  used += 8
  return drawn.subarray(used - 8, used)
}

function formatUuid({ at, count }: { at: number; count: number }, random: Uint8Array): string {
  const bytes = Buffer.alloc(16)
  bytes.writeUIntBE(at, 0, 6)
  bytes.writeUInt16BE(0x7000 | count, 6)
  bytes.set(random.subarray(0, 8), 8)
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/**
 * A new UUID version 7 (RFC 9562, 5.7): 48 bits of milliseconds, a count that rises within one
 * (6.2, method 1), random bits. So what this process makes later sorts after what it made before,
 * even in the same millisecond. Made here because PostgreSQL has its own only from version 18.
 */
export function newId<Id extends string = string>(): Id {
  return formatUuid(nextMoment(Date.now()), eightRandomBytes()) as Id
}

/** @param at milliseconds since 1970; @param random at least 10 bytes, of a seed: the same id each time */
export function seededId<Id extends string = string>(at: number, random: Uint8Array): Id {
  const count = ((random[0]! << 8) | random[1]!) & (countLimit - 1)
  return formatUuid({ at, count }, random.subarray(2)) as Id
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a string from outside has the form of one of our ids. */
export function isId(value: string | null | undefined): value is string {
  return typeof value === 'string' && uuid.test(value)
}
