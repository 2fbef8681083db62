import { gapOf, type Figure } from '~/domain/coverage/coverage.ts'
import type { I18n } from '~/i18n/i18n.tsx'

/** The page's answer in a sentence: "14 av 52 saknar Grundkurs." */
export function coverageSentence({ t, number }: I18n, figure: Figure, module: string): string {
  const { held, required, heldUncounted } = figure
  const gap = gapOf(figure)
  if (required === null || gap === null) {
    return t('coverage.sentence.unknown', { module, count: held + heldUncounted })
  }
  if (required === 0) return t('coverage.sentence.nobody', { module })
  if (held > required) {
    return t('coverage.sentence.exceeds', {
      module,
      held: number(held),
      required: number(required),
    })
  }
  if (gap === 0) return t('coverage.sentence.all', { module, required: number(required) })
  return t('coverage.sentence.missing', { module, count: gap, required: number(required) })
}
