import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { grantRoleSchema } from '~/domain/identity/role-grant.schema.ts'
import {
  grantRole,
  listScopeChoices,
  readPersonGrants,
  type ScopeChoices,
} from '~/domain/identity/role-grant.server.ts'
import { grantableRoles, isRole, scopeText } from '~/domain/identity/role-grant.ts'
import '~/i18n/account-texts.ts'
import { useI18n, type I18n } from '~/i18n/i18n.tsx'
import type { Role } from '~/kernel/actor.ts'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { Button } from '~/ui/button.tsx'
import { ButtonLink } from '~/ui/button-link.tsx'
import { SelectField, type Choice, type ChoiceGroup } from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Facts, Page, Section } from '~/ui/page.tsx'
import { DataTable } from '~/ui/table.tsx'
import { Tag } from '~/ui/tag.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.people' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'role:grant')
  const person = await readPersonGrants(actor, params.personId ?? '')
  const asked = new URL(request.url).searchParams.get('role')
  const adding = isRole(asked) ? { role: asked, scopes: await listScopeChoices(asked) } : null
  return { person, adding }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'role:grant')
  const form = await parseForm(request, grantRoleSchema)
  if (!form.ok) return form.reply
  const personId = params.personId ?? ''
  await grantRole({ actor, personId, ...form.value })
  return redirectWithToast(`/people/${personId}`, 'role.granted')
}

export default function PersonRoles() {
  const { t } = useI18n()
  const { person, adding } = useLoaderData<typeof loader>()
  const name = `${person.givenName} ${person.familyName}`
  return (
    <Page
      title={name}
      lead={t('person-roles.lead')}
      breadcrumbs={[{ label: t('people.title'), to: '/people' }, { label: name }]}
    >
      <Facts
        facts={[
          { term: t('person.email'), value: person.email },
          {
            term: t('people.account'),
            value: person.emailConfirmed ? t('people.confirmed') : t('people.unconfirmed'),
          },
          {
            term: t('person-roles.trail'),
            value: (
              <Link to={`/audit?about=${person.personId}`}>{t('person-roles.trail.link')}</Link>
            ),
          },
        ]}
      />
      <Section id="roles" title={t('person-roles.roles')}>
        <Grants />
      </Section>
      <Section id="add" title={t('role.add')} intro={t('role.add.intro')}>
        {adding ? <ScopeForm {...adding} /> : <RoleForm />}
      </Section>
    </Page>
  )
}

function Grants() {
  const { t, day } = useI18n()
  const { person } = useLoaderData<typeof loader>()
  return (
    <DataTable
      caption={t('person-roles.caption')}
      narrow="stack"
      rows={person.grants}
      rowKey={({ grantId }) => grantId}
      empty={t('person-roles.none')}
      columns={[
        { id: 'role', head: t('role.role'), cell: ({ role }) => t(`role.${role}`) },
        {
          id: 'scope',
          head: t('role.scope'),
          cell: ({ scopeName, scopeKind }) => scopeName ?? t(`scope.${scopeKind}`),
        },
        { id: 'from', head: t('role.from'), cell: ({ validFrom }) => day(validFrom) },
        {
          id: 'state',
          head: t('role.state'),
          cell: ({ isCurrent, validTo }) =>
            isCurrent ? (
              <Tag tone="ok">{t('role.current')}</Tag>
            ) : (
              <Tag tone="info">
                {validTo ? t('role.ended-on', { day: day(validTo) }) : t('role.not-yet')}
              </Tag>
            ),
        },
        {
          id: 'end',
          head: t('role.change'),
          cell: ({ isCurrent, grantId }) =>
            isCurrent && (
              <Link to={`/people/${person.personId}/roles/${grantId}`}>{t('role.end')}</Link>
            ),
        },
      ]}
    />
  )
}

/** Which role comes first: where it can count depends on it. */
function RoleForm() {
  const { t } = useI18n()
  return (
    <Form method="get" className="form" preventScrollReset>
      <SelectField
        name="role"
        label={t('role.role')}
        choices={grantableRoles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        required
      />
      <div className="actions">
        <Button type="submit">{t('workplace.next')}</Button>
      </div>
    </Form>
  )
}

function ScopeForm({ role, scopes }: { role: Role; scopes: ScopeChoices }) {
  const i18n = useI18n()
  const { t } = i18n
  const { person } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const here = `/people/${person.personId}`
  return (
    <ActionForm
      schema={grantRoleSchema}
      action={`${here}?role=${role}`}
      hidden={{ role }}
      submitLabel={t('role.grant', { role: t(`role.${role}`) })}
      pendingLabel={t('role.granting')}
      beside={
        <ButtonLink to={here} variant="quiet">
          {t('action.cancel')}
        </ButtonLink>
      }
      reply={reply}
    >
      <p>{t(`role.${role}.may`)}</p>
      <SelectField
        name="scope"
        label={t('role.scope')}
        choices={scopes.flatMap((scope) => scopeChoices(i18n, scope))}
        required
      />
    </ActionForm>
  )
}

function scopeChoices(
  { t }: I18n,
  { kind, choices }: ScopeChoices[number],
): (Choice | ChoiceGroup)[] {
  if (kind === 'nation') return [{ value: 'nation', label: t('scope.nation') }]
  const groups = new Map<string, Choice[]>()
  for (const { ref, name, countyName } of choices) {
    const label = countyName === null ? t(`scope.${kind}`) : `${t(`scope.${kind}`)}: ${countyName}`
    groups.set(label, [
      ...(groups.get(label) ?? []),
      { value: scopeText({ kind, ref }), label: name },
    ])
  }
  return [...groups].map(([label, grouped]) => ({ label, choices: grouped }))
}
