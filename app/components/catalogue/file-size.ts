import { sizeOf } from '~/domain/catalogue/content-package.ts'
import type { I18n } from '~/i18n/i18n.tsx'

/** A number of bytes in words: "35,2 MB". */
export function fileSize({ t, number }: Pick<I18n, 't' | 'number'>, bytes: number): string {
  const { value, unit } = sizeOf(bytes)
  return t('catalogue.size', { value: number(value), unit })
}
