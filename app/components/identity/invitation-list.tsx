import type { InvitationList } from '~/domain/identity/invitation.server.ts'
import { invitationDeeds, invitationDeedSchema } from '~/domain/identity/invitation.schema.ts'
import {
  invitationShape,
  invitationStates,
  type InvitationQuery,
  type InvitationState,
  type InvitationView,
} from '~/domain/identity/invitation.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { BulkSelection, RowTick } from '~/ui/bulk-selection.tsx'
import { EmptyState } from '~/ui/card.tsx'
import { RadioGroup, SelectField } from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Link } from '~/ui/link.tsx'
import { ListEnd, ListFilters, PostedListEnd, useSorting } from '~/ui/list.tsx'
import { PostedSearch } from '~/ui/posted-search.tsx'
import { DataTable } from '~/ui/table.tsx'
import { Tag, type Tone } from '~/ui/tag.tsx'

interface SentInvitationsProps {
  view: Pick<InvitationList, 'organisation' | 'invitations'>
  query: InvitationQuery
  /** What has been looked for; empty for all. */
  words: string
  reply: FormReply | null | undefined
}

/** The invitations that have been sent, with a box before each and what to do with those that are ticked. */
export function SentInvitations({ view, query, words, reply }: SentInvitationsProps) {
  const { t, number } = useI18n()
  const { organisation, invitations } = view
  const isNarrowed = words !== '' || query.filters.state.length > 0
  const file = `/organisations/${organisation.id}/invitations.csv`
  if (invitations.count === 0 && !isNarrowed) {
    return (
      <EmptyState title={t('invitation.empty')} heading={3}>
        <p>{t('invitation.empty.text')}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <Filters query={query} />
      <PostedSearch
        words={words}
        title={t('invitation.search.title')}
        label={t('invitation.search')}
      />
      {words !== '' && (
        <p className="meta" role="status">
          {t('invitation.search.found', {
            count: invitations.count,
            shown: number(invitations.count),
            words,
          })}{' '}
          <Link to={`/organisations/${organisation.id}/invitations`}>{t('staff.search.all')}</Link>
        </p>
      )}
      {invitations.count === 0 ? (
        <p>{t('invitation.empty.found')}</p>
      ) : (
        <ActionForm
          schema={invitationDeedSchema}
          hidden={{ words }}
          reply={reply}
          submitLabel={t('invitation.deed.do')}
          submitVariant="secondary"
          pendingLabel={t('invitation.deed.doing')}
        >
          <InvitationTable invitations={invitations.rows} query={query} />
          <BulkSelection
            name="invitationId"
            allName="all"
            onPage={invitations.rows.length}
            count={invitations.count}
          />
          <RadioGroup
            name="deed"
            label={t('invitation.deed')}
            required
            choices={invitationDeeds.map((value) => ({
              value,
              label: t(`invitation.deed.${value}`),
              hint: t(`invitation.deed.${value}.hint`),
            }))}
          />
        </ActionForm>
      )}
      {words === '' ? (
        <ListEnd page={invitations} exportTo={file} />
      ) : (
        invitations.count > 0 && (
          <PostedListEnd page={invitations} fields={{ deed: 'search', words }} exportTo={file} />
        )
      )}
    </>
  )
}

function Filters({ query }: { query: InvitationQuery }) {
  const { t } = useI18n()
  return (
    <ListFilters
      query={query}
      sorts={invitationShape.sorts.map((sort) => ({
        value: sort,
        label: t(`invitation.sort.${sort}`),
      }))}
    >
      <SelectField
        name="state"
        label={t('invitation.state')}
        choices={invitationStates.map((value) => ({
          value,
          label: t(`invitation.state.${value}`),
        }))}
        emptyLabel={t('invitation.state.any')}
        defaultValue={query.filters.state[0]}
      />
    </ListFilters>
  )
}

const tones: Record<InvitationState, Tone> = {
  waiting: 'info',
  accepted: 'ok',
  expired: 'warn',
  revoked: 'warn',
}

function InvitationTable(props: { invitations: InvitationView[]; query: InvitationQuery }) {
  const { t, day } = useI18n()
  return (
    <DataTable
      caption={t('invitation.caption')}
      narrow="stack"
      sorting={useSorting(props.query)}
      columns={[
        {
          id: 'address',
          head: t('invitation.address'),
          cell: ({ id, email }) => {
            const address = email ?? t('invitation.address.removed')
            return (
              <RowTick name="invitationId" value={id} label={address}>
                {address}
              </RowTick>
            )
          },
        },
        {
          id: 'unit',
          head: t('organisation.column.unit'),
          sort: 'unit',
          cell: ({ unitName }) => unitName,
        },
        {
          id: 'as',
          head: t('invitation.as'),
          cell: ({ kind, professionGroup }) =>
            [t(`affiliation.kind.${kind}`), professionGroup && t(`profession.${professionGroup}`)]
              .filter(Boolean)
              .join(', '),
        },
        {
          id: 'sent',
          head: t('invitation.sent-on'),
          sort: 'asked',
          cell: ({ sentOn }) => (sentOn === null ? t('invitation.on-its-way') : day(sentOn)),
        },
        {
          id: 'last',
          head: t('join-code.last-day'),
          sort: 'lastDay',
          cell: ({ lastDay }) => day(lastDay),
        },
        {
          id: 'state',
          head: t('invitation.state'),
          cell: ({ state }) => <Tag tone={tones[state]}>{t(`invitation.state.${state}`)}</Tag>,
        },
      ]}
      rows={props.invitations}
      rowKey={({ id }) => id}
    />
  )
}
