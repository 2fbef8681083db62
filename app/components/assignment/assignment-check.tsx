import { Link } from '@remix-run/react'
import { assignSchema } from '~/domain/assignment/assignment.schema.ts'
import type { AudiencePreview, PreviewUnit } from '~/domain/standing/audience-preview.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { ActionForm } from '~/ui/form.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Facts, Section } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'
import { TextArea } from '~/ui/text-fields.tsx'

export interface AssignmentCheckProps {
  facts: { term: string; value: string }[]
  preview: AudiencePreview
  /** All that was chosen, name by name, to be sent again. */
  fields: [string, string][]
  /** Back to the first step, with all that was chosen. */
  back: string
  reply: FormReply | undefined
}

/** The second step of an assignment: whom it is about today, and the word that goes with it. */
export function AssignmentCheck({ facts, preview, fields, back, reply }: AssignmentCheckProps) {
  const { t } = useI18n()
  return (
    <>
      <Section id="chosen" title={t('assignment.chosen')}>
        <Facts facts={facts} />
        <p>
          <Link to={back}>{t('assignment.back')}</Link>
        </p>
      </Section>
      <Section id="audience" title={t('assignment.preview')}>
        <Preview preview={preview} />
      </Section>
      <ActionForm
        schema={assignSchema}
        hidden={{ intent: 'assign' }}
        submitLabel={t('assignment.assign')}
        pendingLabel={t('assignment.assigning')}
        reply={reply}
      >
        {fields.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <TextArea
          name="message"
          label={t('assignment.message')}
          hint={t('assignment.message.hint')}
          maxLength={500}
        />
      </ActionForm>
    </>
  )
}

function Preview({ preview }: { preview: AudiencePreview }) {
  const { t, number } = useI18n()
  const { people, unconfirmed, holders, units, unitCount, organisations } = preview
  if (people === 0) {
    return (
      <Notice tone="warn" title={t('assignment.preview.nobody')}>
        <p>{t('assignment.preview.live')}</p>
      </Notice>
    )
  }
  return (
    <>
      <p>
        <strong>{t('assignment.preview.people', { count: people })}</strong>{' '}
        {t('assignment.preview.where', {
          units: t('assignment.preview.units', { count: unitCount }),
          organisations: t('assignment.preview.organisations', { count: organisations }),
        })}{' '}
        {holders > 0 && t('assignment.preview.holders', { count: holders })}{' '}
        {unconfirmed > 0 && t('assignment.preview.unconfirmed', { count: unconfirmed })}
      </p>
      <p>{t('assignment.preview.live')}</p>
      <UnitTable units={units} />
      {units.length < unitCount && (
        <p className="meta">
          {t('assignment.preview.more', { shown: number(units.length), all: number(unitCount) })}
        </p>
      )}
    </>
  )
}

function UnitTable({ units }: { units: PreviewUnit[] }) {
  const { t, number } = useI18n()
  return (
    <DataTable
      caption={t('assignment.preview.caption')}
      narrow="stack"
      columns={[
        { id: 'unit', head: t('assignment.column.unit'), cell: ({ name }) => name },
        {
          id: 'organisation',
          head: t('assignment.column.organisation'),
          cell: ({ organisationName }) => organisationName,
        },
        {
          id: 'people',
          head: t('assignment.column.people'),
          numeric: true,
          cell: ({ people }) => number(people),
        },
        {
          id: 'holders',
          head: t('assignment.column.holders'),
          numeric: true,
          cell: ({ holders }) => number(holders),
        },
      ]}
      rows={units}
      rowKey={({ unitId }) => unitId}
    />
  )
}
