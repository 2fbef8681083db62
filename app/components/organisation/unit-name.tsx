import type { ReactNode } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'

/** A unit in a list that is read as a tree: dashes for the eye, its level in words for the ear. */
export function UnitName({ depth, children }: { depth: number; children: ReactNode }) {
  const { t } = useI18n()
  return (
    <>
      <span aria-hidden="true">{'– '.repeat(depth)}</span>
      {children}
      {depth > 0 && (
        <span className="visually-hidden"> {t('organisation.level', { level: depth + 1 })}</span>
      )}
    </>
  )
}
