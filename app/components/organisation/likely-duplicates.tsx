import { Link, useFetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { LikelyDuplicate } from '~/domain/organisation/likely-duplicate.server.ts'
import { organisationNumberOf } from '~/domain/organisation/organisation-number.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { isRefusal } from '~/kernel/refusal.ts'
import { CheckboxField } from '~/ui/choice-fields.tsx'
import { Notice } from '~/ui/notice.tsx'

interface LikelyDuplicatesProps {
  /** What the action found, where it stopped the form. */
  found: LikelyDuplicate[]
  /** The organisation that is being changed, and where it lies; left out for a new one. */
  edited?: { id: string; place: string }
}

/** How long typing rests before it is looked up, in milliseconds. */
const restMs = 350

/**
 * Which organisations the one that is being written may already be. Looked up while typing; without JavaScript
 * told when the form is sent. Stands within the form.
 */
export function LikelyDuplicates({ found, edited }: LikelyDuplicatesProps) {
  const { t } = useI18n()
  const place = useRef<HTMLDivElement>(null)
  const { id: except = '', place: ownPlace = '' } = edited ?? {}
  const { data, load } = useFetcher<{ duplicates: LikelyDuplicate[] }>()
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    let timer: number | undefined
    let asked = ''
    const look = () => {
      const told = new FormData(form)
      const search = new URLSearchParams({
        name: textOf(told.get('name')),
        organisationNumber: numberIn(textOf(told.get('organisationNumber'))),
        place: ownPlace || textOf(told.get('place')),
        except,
      }).toString()
      if (search === asked) return
      asked = search
      void load(`/resources/organisation-duplicates?${search}`)
    }
    const onInput = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(look, restMs)
    }
    form.addEventListener('input', onInput)
    return () => {
      window.clearTimeout(timer)
      form.removeEventListener('input', onInput)
    }
  }, [load, except, ownPlace])
  const duplicates = data?.duplicates ?? found
  return (
    <div ref={place} aria-live="polite">
      {duplicates.length > 0 && (
        <Notice tone="warn" title={t('register.duplicates')}>
          <p>{t('register.duplicates.text')}</p>
          <ul>
            {duplicates.map((duplicate) => (
              <Duplicate key={duplicate.id} {...duplicate} />
            ))}
          </ul>
          {!edited && <CheckboxField name="distinct" label={t('register.duplicates.distinct')} />}
        </Notice>
      )}
    </div>
  )
}

const textOf = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value : '')

/** What is written as it would be kept; a personal identity number never gets into an address. */
function numberIn(written: string): string {
  try {
    return organisationNumberOf(written) ?? ''
  } catch (error) {
    if (isRefusal(error)) return ''
    throw error
  }
}

function Duplicate({
  id,
  name,
  kind,
  municipalityName,
  countyName,
  organisationNumber,
  mayRead,
}: LikelyDuplicate) {
  const { t } = useI18n()
  const facts = [t(`organisation.kind.${kind}`), municipalityName, countyName, organisationNumber]
  return (
    <li>
      {mayRead ? <Link to={`/organisations/${id}/units`}>{name}</Link> : name}{' '}
      <span className="meta">{facts.filter(Boolean).join(' · ')}</span>
    </li>
  )
}
