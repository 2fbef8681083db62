import { Link } from '@remix-run/react'
import { PlaceField } from '~/components/activity/place-field.tsx'
import { correctionSchema, removalSchema } from '~/domain/activity/attendance.schema.ts'
import type { AttendingOne } from '~/domain/activity/attendance.server.ts'
import { placeText } from '~/domain/activity/attendance.ts'
import type { WorkPlaceChoices } from '~/domain/activity/work-place.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { professionGroups } from '~/kernel/profession.ts'
import { SelectField } from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Section } from '~/ui/page.tsx'
import { DataTable, Pagination } from '~/ui/table.tsx'

interface AttendingProps {
  attending: AttendingOne[]
  correcting: AttendingOne | null
  places: WorkPlaceChoices
  participation: { sessions: { sessionId: string }[] }
  page: number
}

/** Those who are written down one by one, and the form that mends one of them. */
export function Attending({ attending, correcting, places, page }: AttendingProps) {
  const { t } = useI18n()
  const placeOf = ({ organisationName, municipalityName }: AttendingOne) =>
    organisationName ?? municipalityName ?? t('participants.counts.unknown')
  const search = page > 1 ? `&page=${page}` : ''
  return (
    <Section id="attending" title={t('participants.list.title')}>
      {correcting && <CorrectForms one={correcting} places={places} key={correcting.id} />}
      <DataTable
        caption={t('participants.list.caption')}
        narrow="stack"
        columns={[
          {
            id: 'who',
            head: t('participants.column.who'),
            cell: ({ name }) => name ?? t('participants.unnamed'),
          },
          {
            id: 'group',
            head: t('participants.column.group'),
            cell: ({ professionGroup }) => t(`profession.${professionGroup}`),
          },
          { id: 'place', head: t('participants.column.place'), cell: placeOf },
          {
            id: 'way',
            head: t('participants.column.way'),
            cell: ({ way, isCredited }) => (
              <>
                {t(`participants.way.${way}`)}
                {isCredited && (
                  <>
                    <br />
                    <span className="meta">{t('participants.credited')}</span>
                  </>
                )}
              </>
            ),
          },
          {
            id: 'change',
            head: t('participants.column.change'),
            cell: ({ id }) => (
              <Link to={`?correct=${id}${search}#attending`}>{t('participants.correct')}</Link>
            ),
          },
        ]}
        rows={attending}
        rowKey={({ id }) => id}
        empty={<p className="meta">{t('participants.list.empty')}</p>}
      />
      <Pages page={page} isFull={attending.length === 200} />
    </Section>
  )
}

function Pages({ page, isFull }: { page: number; isFull: boolean }) {
  const pages = isFull ? page + 1 : page
  return <Pagination page={page} pages={pages} to={(to) => `?page=${to}#attending`} />
}

function CorrectForms({ one, places }: { one: AttendingOne; places: WorkPlaceChoices }) {
  const { t } = useI18n()
  const { id, name, professionGroup, organisationId, organisationName } = one
  const place = placeText(one)
  const isListed = places.employers.some((employer) => employer.id === organisationId)
  // Where they work now stays in the list, also when it lies elsewhere.
  const own =
    organisationId && organisationName && !isListed
      ? [{ value: place, label: organisationName }]
      : []
  const unknown = { value: '-', label: t('participants.counts.unknown') }
  return (
    <>
      <h3>{t('participants.correct.title', { who: name ?? t('participants.unnamed') })}</h3>
      <ActionForm
        schema={correctionSchema}
        hidden={{ intent: 'correct', attendanceId: id }}
        defaultValues={{ professionGroup, place }}
        submitLabel={t('participants.correct.save')}
        pendingLabel={t('activity.saving')}
      >
        <SelectField
          name="professionGroup"
          label={t('participants.column.group')}
          choices={professionGroups.map((group) => ({
            value: group,
            label: t(`profession.${group}`),
          }))}
          required
        />
        <PlaceField
          places={places}
          label={t('participants.column.place')}
          first={[unknown, ...own]}
        />
      </ActionForm>
      <ActionForm
        schema={removalSchema}
        hidden={{ intent: 'remove', attendanceId: id }}
        submitLabel={t('participants.remove')}
        pendingLabel={t('activity.saving')}
        submitVariant="danger"
      />
    </>
  )
}
