import { Link, useFetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { LikelyDuplicate } from '~/domain/organisation/likely-duplicate.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { CheckboxField } from '~/ui/choice-fields.tsx'
import { Notice } from '~/ui/notice.tsx'

interface LikelyDuplicatesProps {
  /** What the action found, where it stopped the form. */
  found: LikelyDuplicate[]
}

/** How long typing rests before it is looked up, in milliseconds. */
const restMs = 350

/**
 * Which organisations the one that is being written may already be. Looked up while typing; without JavaScript
 * told when the form is sent. Stands within the form.
 */
export function LikelyDuplicates({ found }: LikelyDuplicatesProps) {
  const { t } = useI18n()
  const place = useRef<HTMLDivElement>(null)
  const { data, load } = useFetcher<{ duplicates: LikelyDuplicate[] }>()
  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    let timer: number | undefined
    let asked = ''
    const look = () => {
      const told = new FormData(form)
      const search = new URLSearchParams(
        ['name', 'organisationNumber', 'place'].map((name) => [name, textOf(told.get(name))]),
      ).toString()
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
  }, [load])
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
          <CheckboxField name="distinct" label={t('register.duplicates.distinct')} />
        </Notice>
      )}
    </div>
  )
}

const textOf = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value : '')

function Duplicate({
  id,
  name,
  kind,
  municipalityName,
  organisationNumber,
  mayRead,
}: LikelyDuplicate) {
  const { t } = useI18n()
  const facts = [t(`organisation.kind.${kind}`), municipalityName, organisationNumber]
  return (
    <li>
      {mayRead ? <Link to={`/organisations/${id}/units`}>{name}</Link> : name}{' '}
      <span className="meta">{facts.filter(Boolean).join(' · ')}</span>
    </li>
  )
}
