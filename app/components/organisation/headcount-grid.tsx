import { Link } from '@remix-run/react'
import { useEffect, useId, useRef, type KeyboardEvent } from 'react'
import { useFormContext } from 'react-hook-form'
import type { HeadcountsView } from '~/domain/organisation/headcount.server.ts'
import { headcountFieldOf } from '~/domain/organisation/organisation.schema.ts'
import { countedGroups } from '~/domain/organisation/organisation.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { ProfessionGroup } from '~/kernel/profession.ts'
import { asText, errorId, useField } from '~/ui/field-context.ts'
import { keepsForms } from '~/ui/form-guard.tsx'
import { Icon } from '~/ui/icon.tsx'
import { UnitName } from './unit-name.tsx'

type Unit = HeadcountsView['units'][number]

interface HeadcountGridProps {
  units: Unit[]
  /** Where a unit's history stands. */
  historyTo: (unitId: string) => string
}

/** Units down, profession groups across, a box in each: within a form. */
export function HeadcountGrid({ units, historyTo }: HeadcountGridProps) {
  const { t } = useI18n()
  const captionId = useId()
  return (
    // Sideways scrolling has to be reached by the keyboard too.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-scroll" role="region" aria-labelledby={captionId} tabIndex={0}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <table className="table table-scroll grid-table" onKeyDown={moveBetweenRows}>
        <caption id={captionId}>
          <span className="caption-text">{t('headcount.grid.caption')}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('organisation.column.unit')}</th>
            {countedGroups.map((group) => (
              <th key={group} scope="col">
                {t(`profession.${group}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.unitId}>
              <th scope="row">
                <UnitName depth={unit.depth}>{unit.name}</UnitName>
                <br />
                <Link to={historyTo(unit.unitId)} state={keepsForms} className="meta">
                  {t('headcount.history.link')}
                  <span className="visually-hidden"> {unit.name}</span>
                </Link>
              </th>
              {countedGroups.map((group) => (
                <td key={group}>
                  <GridCell unit={unit} group={group} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function GridCell({ unit, group }: { unit: Unit; group: ProfessionGroup }) {
  const { t, day } = useI18n()
  const label = t('headcount.cell', { unit: unit.name, group: t(`profession.${group}`) })
  const known = unit.declared.find(({ professionGroup }) => professionGroup === group)
  const name = headcountFieldOf(unit.unitId, group)
  const field = useField({ name, label, defaultValue: known?.headcount })
  useCorrected(name, known?.headcount)
  const noteId = `${field.id}-note`
  const described = [known && noteId, field.error && errorId(field.id)].filter(Boolean).join(' ')
  return (
    <>
      <input
        {...field.registered}
        {...field.control}
        aria-label={label}
        aria-describedby={described || undefined}
        type="text"
        inputMode="numeric"
        className="input input-short"
        defaultValue={asText(field.initial)}
        maxLength={9}
        autoComplete="off"
      />
      {known && (
        <span id={noteId} className="meta">
          {day(known.asOf)}
        </span>
      )}
      {field.error && (
        <span id={errorId(field.id)} className="field-error">
          <Icon name="bad" />
          {field.error}
        </span>
      )}
    </>
  )
}

/** A box whose number has been corrected below the grid shows what counts now; the others keep what is typed. */
function useCorrected(name: string, headcount: number | undefined): void {
  const { setValue } = useFormContext()
  const shown = useRef(headcount)
  useEffect(() => {
    if (shown.current === headcount) return
    shown.current = headcount
    setValue(name, asText(headcount) ?? '')
  }, [name, headcount, setValue])
}

/** The arrows up and down go to the box above and below, as in a spreadsheet. */
function moveBetweenRows(event: KeyboardEvent<HTMLTableElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const box = event.target
  if (step === 0 || !(box instanceof HTMLInputElement)) return
  const cell = box.closest('td')
  const rows = cell?.closest('tbody')?.rows
  const row = cell?.closest('tr')
  if (!cell || !rows || !row) return
  const next = rows[row.sectionRowIndex + step]?.cells[cell.cellIndex]?.querySelector('input')
  if (!next) return
  event.preventDefault()
  next.focus()
  next.select()
}
