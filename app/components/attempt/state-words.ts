import { useI18n } from '~/i18n/i18n.tsx'
import type { Completion, Success } from '~/kernel/player-protocol.ts'

/** How far an attempt or a part of one has come, in words: "Completed, passed". */
export function useStateWords() {
  const { t } = useI18n()
  return ({ completion, success }: { completion: Completion; success: Success }): string => {
    const state = t(`attempt.state.${completion}`)
    return success === 'unknown' ? state : t(`attempt.state.${success}`, { state })
  }
}
