import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { nothingSchema } from '~/domain/identity/person.schema.ts'
import { endRole, readPersonGrants } from '~/domain/identity/role-grant.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Refusal } from '~/kernel/refusal.ts'
import type { FormReply } from '~/kernel/form-values.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Facts, Page } from '~/ui/page.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.people' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'role:grant')
  const { personId, givenName, familyName, grants } = await readPersonGrants(
    actor,
    params.personId ?? '',
  )
  const grant = grants.find(({ grantId, isCurrent }) => isCurrent && grantId === params.grantId)
  if (!grant) throw new Refusal('not-found')
  return { personId, name: `${givenName} ${familyName}`, grant }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'role:grant')
  await endRole({ actor, grantId: params.grantId ?? '' })
  return redirectWithToast(`/people/${params.personId}`, 'role.ended')
}

export default function EndRole() {
  const { t, day } = useI18n()
  const { personId, name, grant } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const here = `/people/${personId}`
  const title = t('role.end')
  return (
    <Page
      width="reading"
      title={title}
      lead={t('role.end.lead')}
      breadcrumbs={[
        { label: t('people.title'), to: '/people' },
        { label: name, to: here },
        { label: title },
      ]}
    >
      <Facts
        facts={[
          { term: t('people.name'), value: name },
          { term: t('role.role'), value: t(`role.${grant.role}`) },
          { term: t('role.scope'), value: grant.scopeName ?? t(`scope.${grant.scopeKind}`) },
          { term: t('role.from'), value: day(grant.validFrom) },
        ]}
      />
      <ActionForm
        schema={nothingSchema}
        submitLabel={title}
        pendingLabel={t('role.ending')}
        submitVariant="danger"
        beside={
          <ButtonLink to={here} variant="quiet">
            {t('action.cancel')}
          </ButtonLink>
        }
        reply={reply}
      />
    </Page>
  )
}
