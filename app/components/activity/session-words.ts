import { hoursOf, timeOf, type SessionTime } from '~/domain/activity/activity.ts'
import type { I18n } from '~/i18n/i18n.tsx'

/** When a session is: "21 nov. 2026 kl. 13:00–16:00", or how long it was where nobody has told when it began. */
export function sessionText(i18n: I18n, { heldOn, startsAt, endsAt }: SessionTime): string {
  const { t, day, number } = i18n
  if (startsAt === 0) {
    const hours = number(hoursOf([{ startsAt, endsAt }]), 2)
    return t('activity.time-hours', { day: day(heldOn), hours })
  }
  return t('activity.time-span', { day: day(heldOn), from: timeOf(startsAt), to: timeOf(endsAt) })
}

/** A code as it is read aloud: "123 456". */
export function spacedCode(code: string): string {
  return `${code.slice(0, 3)}\u00a0${code.slice(3)}`
}
