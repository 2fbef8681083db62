import type { ProfessionGroup } from '~/kernel/profession.ts'
import { professionGroups } from '~/kernel/profession.ts'

/** Voluntary. No value is "uppgift saknas eller annat": not stated, or something else. */
export const sexes = ['K', 'M'] as const
export type Sex = (typeof sexes)[number]

/** What a person can state about themselves: a mixed group is only for registering several at once. */
export const personalProfessionGroups: readonly ProfessionGroup[] = professionGroups.filter(
  (group) => group !== 'mixed',
)

/** An e-mail address as it is kept and compared: without space around it, in lower case. */
export function normaliseEmail(typed: string): string {
  return typed.trim().toLowerCase()
}
