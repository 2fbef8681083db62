import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { findPeopleSchema } from '~/domain/identity/role-grant.schema.ts'
import { findPeople } from '~/domain/identity/role-grant.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { EmptyState, ItemList } from '~/ui/card.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Page } from '~/ui/page.tsx'
import { Tag } from '~/ui/tag.tsx'
import { TextField } from '~/ui/text-fields.tsx'

export const handle = { title: 'title.people' }

export async function loader({ request }: LoaderFunctionArgs) {
  await requirePermission(request, 'role:grant')
  return null
}

/** A search is posted: names and addresses do not belong in a page's address. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'role:grant')
  const form = await parseForm(request, findPeopleSchema)
  if (!form.ok) return form.reply
  const { query } = form.value
  return { ok: true as const, query, people: await findPeople(actor, query) }
}

type Found = Extract<Awaited<ReturnType<typeof action>>, { ok: true }>

export default function People() {
  const { t } = useI18n()
  const answer = useActionData<Found | FormReply>()
  return (
    <Page width="reading" title={t('people.title')} lead={t('people.lead')}>
      <ActionForm
        schema={findPeopleSchema}
        defaultValues={answer?.ok ? { query: answer.query } : undefined}
        submitLabel={t('people.search')}
        pendingLabel={t('people.searching')}
        reply={answer?.ok ? undefined : answer}
      >
        <TextField
          name="query"
          type="search"
          label={t('people.query')}
          hint={t('people.query.hint')}
          maxLength={254}
          required
        />
      </ActionForm>
      {answer?.ok && <FoundPeople people={answer.people} />}
    </Page>
  )
}

function FoundPeople({ people }: Pick<Found, 'people'>) {
  const { t } = useI18n()
  if (people.length === 0) {
    return (
      <EmptyState title={t('people.none')}>
        <p>{t('people.none.text')}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <p>{t('people.found', { count: people.length })}</p>
      <ItemList
        label={t('people.title')}
        items={people.map(({ personId, givenName, familyName, email, emailConfirmed }) => ({
          key: personId,
          title: `${givenName} ${familyName}`,
          to: `/people/${personId}`,
          meta: email,
          aside: emailConfirmed ? (
            <Tag tone="ok">{t('people.confirmed')}</Tag>
          ) : (
            <Tag tone="info">{t('people.unconfirmed')}</Tag>
          ),
        }))}
      />
    </>
  )
}
