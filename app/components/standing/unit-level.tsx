import { Link } from '@remix-run/react'
import type { OrganisationCoverage } from '~/domain/coverage/organisation-coverage.server.ts'
import { figureSearchOf } from '~/domain/coverage/coverage.ts'
import type { Standing, StandingCounts } from '~/domain/standing/organisation-standing.ts'
import { standings } from '~/domain/standing/organisation-standing.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { listSearch } from '~/kernel/list-query.ts'
import { DataTable } from '~/ui/table.tsx'

/** The address of an organisation's page with a unit opened. */
export function levelAddress(organisationId: string, search: string): (unitId: string) => string {
  return (unitId) => `/organisations/${organisationId}${listSearch(search, { unit: unitId })}`
}

/** The way from the organisation down to the unit that is opened; nothing where that is the organisation. */
export function UnitPath({ organisation, level, module, asOf }: OrganisationCoverage) {
  return (
    <UnitTrail path={level.path} to={levelAddress(organisation.id, figureSearchOf(module, asOf))} />
  )
}

interface UnitTrailProps {
  path: { unitId: string; name: string }[]
  /** The address of the page with a unit opened. */
  to: (unitId: string) => string
}

/** The same for any page that is opened level by level. */
export function UnitTrail({ path, to }: UnitTrailProps) {
  const { t } = useI18n()
  if (path.length < 2) return null
  return (
    <nav aria-label={t('organisation.path')} className="unit-path">
      <ol>
        {path.map(({ unitId, name }, index) => (
          <li key={unitId}>
            {index === path.length - 1 ? (
              <strong aria-current="page">{name}</strong>
            ) : (
              <Link to={to(unitId)}>{name}</Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}

interface Line {
  unitId: string
  name: string
  counts: StandingCounts | null
  /** With all that hangs below, which is what the list of people can be narrowed to. */
  isWhole: boolean
}

/** Persons of each unit on the level, rolled up, by where they stand: all done, late, begun and not begun. */
export function UnitPersons(view: OrganisationCoverage) {
  const { t, day } = useI18n()
  const { level } = view
  const opened = level.path.at(-1)
  const lines: Line[] = level.lines.map(({ unitId, name, standings }) => ({
    unitId,
    name,
    counts: standings,
    isWhole: true,
  }))
  if (opened && level.right) {
    const name = t('organisation.right-here', { unit: opened.name })
    lines.push({
      unitId: opened.unitId,
      name,
      counts: level.right,
      isWhole: level.lines.length === 0,
    })
  }
  return (
    <DataTable
      caption={t('organisation.persons.caption', { day: day(view.asOf) })}
      narrow="stack"
      columns={[
        { id: 'unit', head: t('organisation.column.unit'), cell: ({ name }) => name },
        {
          id: 'people',
          head: t('organisation.persons.all'),
          numeric: true,
          cell: ({ counts }) => <Count {...view} count={sumOf(counts)} />,
        },
        ...standings.map((standing) => ({
          id: standing,
          head: t(`standing.${standing}`),
          numeric: true,
          cell: ({ unitId, counts, isWhole }: Line) => (
            <Count
              {...view}
              count={counts?.[standing] ?? 0}
              unitId={isWhole ? unitId : undefined}
              standing={standing}
            />
          ),
        })),
      ]}
      rows={lines}
      rowKey={({ unitId, isWhole }) => `${unitId} ${isWhole}`}
      empty={<p className="meta">{t('organisation.nobody-here')}</p>}
    />
  )
}

const sumOf = (counts: StandingCounts | null) =>
  standings.reduce((sum, standing) => sum + (counts?.[standing] ?? 0), 0)

type CountProps = OrganisationCoverage & { count: number; unitId?: string; standing?: Standing }

/** A number that leads to its names, for those who may see them. */
function Count({ organisation, module, may, count, unitId, standing }: CountProps) {
  const { t, number } = useI18n()
  if (!may.people || count === 0 || !unitId || !standing) return number(count)
  const search = new URLSearchParams({ unit: unitId, standing })
  if (module) search.set('module', module.slug)
  return (
    <Link
      to={`/organisations/${organisation.id}/people?${search.toString()}`}
      aria-label={t('organisation.persons.who', {
        count,
        shown: number(count),
        standing: t(`standing.${standing}`),
      })}
    >
      {number(count)}
    </Link>
  )
}
