/**
 * Why personal data may be kept (GDPR article 6.1). Authorities act on public task and legal
 * obligation, not on consent (docs/decisions/0007).
 */
export type LegalGround = 'public-task' | 'legal-obligation'

/** How long it is kept; each class has its own setting when erasure is built. */
export const retentionClasses = {
  account: 'as long as the account exists',
  affiliation: 'as long as the account exists; then under a random id, so that statistics hold',
  learning: 'as long as the account exists; then under a random id, so that statistics hold',
  occasion: 'until thirty days after the activity; then as a count of nobody',
  invitation: 'until ninety days after the invitation has stopped being good',
  trail: 'as long as the records whose changes it tells',
  short: 'until it has been used or has expired, at most a week',
} as const
export type RetentionClass = keyof typeof retentionClasses

/** A column that is about a person, or points to one. */
export interface PersonalColumn {
  purpose: string
  ground: LegalGround
  retention: RetentionClass
}

/** Every column of a table: what it is kept for, or that it is not about any person. */
export type TableRegister = Record<string, PersonalColumn | 'not-personal'>

/** A noun's part of the register: table -> column -> entry. */
export type PersonalDataRegister = Record<string, TableRegister>

/** Names several columns at once that are not about any person. */
export function notPersonal(...columns: string[]): TableRegister {
  return Object.fromEntries(columns.map((column) => [column, 'not-personal' as const]))
}
