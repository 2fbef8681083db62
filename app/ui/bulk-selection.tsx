import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { Button } from './button.tsx'
import { useField } from './field-context.ts'
import { FieldGroup } from './field-frame.tsx'
import { useHydrated } from './hydrated.ts'

interface RowTickProps {
  name: string
  value: string
  /** Who or what the row is; the box's name for the ear. */
  label: string
  /** The same for the eye; may be a link. */
  children: ReactNode
}

/** The box of a row, with what names the row beside it. */
export function RowTick({ name, value, label, children }: RowTickProps) {
  return (
    <span className="row-tick">
      <input type="checkbox" name={name} value={value} aria-label={label} />
      <span>{children}</span>
    </span>
  )
}

interface BulkSelectionProps {
  /** Of the rows' boxes. */
  name: string
  /** Of the box for all rows on all pages: what is sent is the list's own address, not its rows. */
  allName: string
  onPage: number
  count: number
}

/**
 * Which rows a form is about: those ticked, all of the page, or all that the list shows on all its pages. The
 * boxes are plain ones and go along without JavaScript; the button for a page's boxes comes with it.
 */
export function BulkSelection({ name, allName, onPage, count }: BulkSelectionProps) {
  const { t, number } = useI18n()
  const hydrated = useHydrated()
  const box = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState(0)
  const field = useField({ name, label: t('ui.bulk.label'), required: true })
  useEffect(() => {
    const form = box.current?.closest('form')
    if (!form) return
    const tell = () => setChosen(howMany(form, { name, allName, count }))
    tell()
    form.addEventListener('change', tell)
    return () => form.removeEventListener('change', tell)
  }, [name, allName, count, onPage])
  const tickPage = () => {
    const form = box.current?.closest('form')
    if (!form) return
    const boxes = boxesOf(form, name)
    const tickAll = boxes.some(({ checked }) => !checked)
    for (const each of boxes) each.checked = tickAll
    form.dispatchEvent(new Event('change', { bubbles: true }))
  }
  return (
    <FieldGroup field={field} label={t('ui.bulk.label')}>
      <div className="bulk" ref={box}>
        {hydrated && (
          <Button type="button" onClick={tickPage}>
            {t('ui.bulk.page', { count: onPage, shown: number(onPage) })}
          </Button>
        )}
        {count > onPage && (
          <label className="row-tick">
            <input type="checkbox" name={allName} value="all" />
            <span>{t('ui.bulk.all', { shown: number(count) })}</span>
          </label>
        )}
        <p role="status" className="meta">
          {hydrated && t('ui.bulk.chosen', { count: chosen, shown: number(chosen) })}
        </p>
      </div>
    </FieldGroup>
  )
}

const boxesOf = (form: HTMLFormElement, name: string) => [
  ...form.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name="${name}"]`),
]

function howMany(
  form: HTMLFormElement,
  { name, allName, count }: Pick<BulkSelectionProps, 'name' | 'allName' | 'count'>,
): number {
  if (boxesOf(form, allName).some(({ checked }) => checked)) return count
  return boxesOf(form, name).filter(({ checked }) => checked).length
}
