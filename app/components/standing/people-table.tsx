import type { OrganisationPeople } from '~/domain/standing/organisation-standing.server.ts'
import type { PersonStanding, Standing } from '~/domain/standing/organisation-standing.ts'
import { moduleTitle } from '~/components/coverage/module-title.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { RowTick } from '~/ui/bulk-selection.tsx'
import { Link } from '~/ui/link.tsx'
import { useSorting } from '~/ui/list.tsx'
import { DataTable } from '~/ui/table.tsx'
import { Tag, type Tone } from '~/ui/tag.tsx'

const tones: Record<Standing, Tone> = {
  late: 'bad',
  begun: 'info',
  due: 'info',
  excused: 'info',
  free: 'info',
  done: 'ok',
}

/** People by name with where they stand, a box before each. */
export function PeopleTable({ view }: { view: OrganisationPeople }) {
  const { t, day, language } = useI18n()
  const { organisation, people, module, asOf, query } = view
  const title = module ? moduleTitle(module, language) : t('coverage.no-module')
  return (
    <DataTable
      caption={t('staff.caption', { module: title, day: day(asOf) })}
      narrow="stack"
      sorting={useSorting(query)}
      columns={[
        {
          id: 'name',
          head: t('staff.column.name'),
          sort: 'name',
          cell: ({ personId, givenName, familyName }) => (
            <RowTick name="personId" value={personId} label={`${familyName}, ${givenName}`}>
              <Link to={`/organisations/${organisation.id}/people/${personId}`}>
                {`${familyName}, ${givenName}`}
              </Link>
            </RowTick>
          ),
        },
        {
          id: 'standing',
          head: t('staff.column.standing'),
          sort: 'standing',
          cell: (person) => <StandingCell {...person} />,
        },
        {
          id: 'workplace',
          head: t('staff.column.workplace'),
          cell: ({ workplaces }) =>
            workplaces
              .map(({ unit, professionGroup, subGroup }) => {
                const group = t(`profession.${professionGroup}`)
                return `${unit} (${subGroup ? `${group}: ${subGroup}` : group})`
              })
              .join(', '),
        },
        {
          id: 'due',
          head: t('staff.column.due'),
          sort: 'due',
          cell: ({ dueOn }) => (dueOn ? day(dueOn) : t('staff.no-day')),
        },
        {
          id: 'completed',
          head: t('staff.column.completed'),
          sort: 'completed',
          cell: ({ completedOn }) => (completedOn ? day(completedOn) : t('staff.not-yet')),
        },
      ]}
      rows={people.rows}
      rowKey={({ personId }) => personId}
    />
  )
}

/** The standing in a word, and what the organisation has decided for the person. */
function StandingCell({ standing, hasBegun, exception }: PersonStanding) {
  const { t, day } = useI18n()
  return (
    <>
      <Tag tone={tones[standing]}>{t(`standing.${standing}`)}</Tag>
      {standing === 'late' && hasBegun && <p className="meta">{t('staff.late-begun')}</p>}
      {exception?.kind === 'extended' && exception.untilOn && (
        <p className="meta">{t('staff.extended-to', { day: day(exception.untilOn) })}</p>
      )}
      {exception?.reason && (
        <p className="meta">
          {t(`staff.reason.${exception.reason}`)}
          {exception.untilOn && <> · {t('staff.excused-to', { day: day(exception.untilOn) })}</>}
        </p>
      )}
    </>
  )
}
