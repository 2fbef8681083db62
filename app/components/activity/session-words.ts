import { timeOf, type SessionTime } from '~/domain/activity/activity.ts'
import type { I18n } from '~/i18n/i18n.tsx'

/** When a session is: "21 nov. 2026 kl. 13:00–16:00". */
export function sessionText({ t, day }: I18n, { heldOn, startsAt, endsAt }: SessionTime): string {
  return t('activity.time-span', { day: day(heldOn), from: timeOf(startsAt), to: timeOf(endsAt) })
}

/** A code as it is read aloud: "123 456". */
export function spacedCode(code: string): string {
  return `${code.slice(0, 3)}\u00a0${code.slice(3)}`
}
