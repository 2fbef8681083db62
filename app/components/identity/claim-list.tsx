import { claimDeedSchema } from '~/domain/identity/claim.schema.ts'
import { claimShape, decisions, type Claim, type ClaimQuery } from '~/domain/identity/claim.ts'
import { affiliationKinds } from '~/domain/identity/affiliation.ts'
import { personalProfessionGroups } from '~/domain/identity/person.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import type { ListPage } from '~/kernel/list-query.ts'
import { BulkSelection, RowTick } from '~/ui/bulk-selection.tsx'
import { RadioGroup, SelectField } from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Link } from '~/ui/link.tsx'
import { ListFilters, useSorting } from '~/ui/list.tsx'
import { DataTable } from '~/ui/table.tsx'

interface ClaimFiltersProps {
  query: ClaimQuery
  units: { unitId: string; name: string; depth: number }[]
}

/** Which claims are shown; those that wait where nothing else is chosen. */
export function ClaimFilters({ query, units }: ClaimFiltersProps) {
  const { t } = useI18n()
  return (
    <ListFilters
      query={query}
      sorts={claimShape.sorts.map((sort) => ({ value: sort, label: t(`claims.sort.${sort}`) }))}
    >
      <SelectField
        name="state"
        label={t('claims.state')}
        choices={[{ value: 'declined', label: t('claims.state.declined') }]}
        emptyLabel={t('claims.state.claimed')}
        defaultValue={query.filters.state[0]}
      />
      <SelectField
        name="unit"
        label={t('organisation.column.unit')}
        choices={units.map(({ unitId, name, depth }) => ({
          value: unitId,
          label: `${'– '.repeat(depth)}${name}`,
        }))}
        emptyLabel={t('staff.filter.every-unit')}
        defaultValue={query.filters.unit[0]}
      />
      <SelectField
        name="group"
        label={t('coverage.column.group')}
        choices={personalProfessionGroups.map((value) => ({
          value,
          label: t(`profession.${value}`),
        }))}
        emptyLabel={t('staff.filter.all')}
        defaultValue={query.filters.group[0]}
      />
      <SelectField
        name="kind"
        label={t('claims.column.kind')}
        choices={affiliationKinds.map((value) => ({
          value,
          label: t(`affiliation.kind.${value}`),
        }))}
        emptyLabel={t('staff.filter.all')}
        defaultValue={query.filters.kind[0]}
      />
    </ListFilters>
  )
}

interface ClaimsFormProps {
  organisationId: string
  claims: ListPage<Claim>
  query: ClaimQuery
  words: string
  reply: FormReply | null | undefined
}

/** The list with a box for each person, and the answer for those who are ticked: one plain form. */
export function ClaimsForm({ organisationId, claims, query, words, reply }: ClaimsFormProps) {
  const { t } = useI18n()
  return (
    <ActionForm
      schema={claimDeedSchema}
      hidden={{ words }}
      reply={reply}
      submitLabel={t('claims.answer')}
      pendingLabel={t('claim.answering')}
    >
      <ClaimTable organisationId={organisationId} claims={claims.rows} query={query} />
      <BulkSelection
        name="affiliationId"
        allName="all"
        onPage={claims.rows.length}
        count={claims.count}
      />
      <RadioGroup
        name="decision"
        label={t('claims.column.decide')}
        required
        choices={decisions.map((value) => ({
          value,
          label: t(`claims.decision.${value}`),
          hint: t(`claims.decision.${value}.hint`),
        }))}
      />
    </ActionForm>
  )
}

function ClaimTable(props: { organisationId: string; claims: Claim[]; query: ClaimQuery }) {
  const { t, day } = useI18n()
  const address = `/organisations/${props.organisationId}/claims`
  return (
    <DataTable
      caption={t('claims.caption')}
      narrow="stack"
      sorting={useSorting(props.query)}
      columns={[
        {
          id: 'name',
          head: t('staff.column.name'),
          sort: 'name',
          cell: ({ affiliationId, givenName, familyName, email }) => (
            <RowTick
              name="affiliationId"
              value={affiliationId}
              label={t('claims.choose.label', { name: `${givenName} ${familyName}` })}
            >
              {`${familyName}, ${givenName}`}
              <br />
              <span className="meta">{email}</span>
            </RowTick>
          ),
        },
        {
          id: 'unit',
          head: t('organisation.column.unit'),
          sort: 'unit',
          cell: ({ unitName }) => unitName,
        },
        {
          id: 'group',
          head: t('coverage.column.group'),
          cell: ({ professionGroup }) => t(`profession.${professionGroup}`),
        },
        {
          id: 'kind',
          head: t('claims.column.kind'),
          sort: 'since',
          cell: ({ kind, validFrom }) =>
            t('claims.since', { kind: t(`affiliation.kind.${kind}`), day: day(validFrom) }),
        },
        {
          id: 'answer',
          head: t('claims.one'),
          cell: ({ affiliationId, givenName, familyName }) => (
            <Link to={`${address}/${affiliationId}`}>
              {t('claims.one.open')}
              <span className="visually-hidden"> {`${givenName} ${familyName}`}</span>
            </Link>
          ),
        },
      ]}
      rows={props.claims}
      rowKey={({ affiliationId }) => affiliationId}
    />
  )
}
