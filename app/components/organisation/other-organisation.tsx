import { Form, Link } from '@remix-run/react'
import type { UnitPage } from '~/domain/organisation/unit-page.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Button } from '~/ui/button.tsx'
import { Notice } from '~/ui/notice.tsx'
import { TextField } from '~/ui/text-fields.tsx'

interface OtherOrganisationProps extends Pick<UnitPage, 'other' | 'found' | 'may'> {
  /** The unit's page. */
  address: string
  deed: 'move' | 'merge'
  /** What was searched for. */
  find: string | null
}

/** The step to another organisation, for who may change more than one: search it, choose it. */
export function OtherOrganisation(props: OtherOrganisationProps) {
  const { t } = useI18n()
  const { other, found, may, address, deed, find } = props
  if (!may.register) return null
  if (other) {
    return (
      <Notice tone="info" title={t('unit.other.chosen', { organisation: other.name })}>
        <p>
          <Link to={`${address}?do=${deed}`}>{t('unit.other.back')}</Link>
        </p>
      </Notice>
    )
  }
  return (
    <details className="more" open={find ? true : undefined}>
      <summary>{t('unit.other')}</summary>
      <p>{t('unit.other.intro')}</p>
      <Form method="get" className="form filters" key={find}>
        <input type="hidden" name="do" value={deed} />
        <TextField
          name="find"
          type="search"
          width="medium"
          label={t('unit.other.find')}
          defaultValue={find ?? ''}
        />
        <Button type="submit">{t('unit.other.search')}</Button>
      </Form>
      {found.length > 0 && (
        <ul>
          {found.map(({ id, name, municipalityName }) => (
            <li key={id}>
              <Link to={`${address}?do=${deed}&in=${id}`}>{name}</Link>{' '}
              <span className="meta">{municipalityName}</span>
            </li>
          ))}
        </ul>
      )}
      {find && found.length === 0 && <p>{t('unit.other.none')}</p>}
    </details>
  )
}
