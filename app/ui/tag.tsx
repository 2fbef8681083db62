import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'ok' | 'warn' | 'bad' | 'info'

/** The sign that goes with each tone, so that colour is never alone. */
export const signOf: Record<Tone, IconName> = { ok: 'ok', warn: 'warn', bad: 'bad', info: 'info' }

/** A state in a sign and a word or two: "Klar", "Sen". */
export function Tag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`tag tone-${tone}`}>
      <Icon name={signOf[tone]} />
      {children}
    </span>
  )
}
