import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { SentInvitations } from '~/components/identity/invitation-list.tsx'
import { InviteForm } from '~/components/identity/invite-form.tsx'
import { OrganisationPage } from '~/components/organisation/organisation-page.tsx'
import { invitationDeedSchema, invitationSchema } from '~/domain/identity/invitation.schema.ts'
import {
  decideInvitations,
  inviteByAddress,
  listInvitations,
} from '~/domain/identity/invitation.server.ts'
import { invitationQueryOf, type InvitationView } from '~/domain/identity/invitation.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import type { ListPage } from '~/kernel/list-query.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { postedSearchSchema } from '~/platform/http/posted-search.ts'
import { Section } from '~/ui/page.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.invitations' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'people:join-code')
  const query = invitationQueryOf(request.url)
  return { ...(await listInvitations(actor, params.organisationId ?? '', query)), query }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'people:join-code')
  const { organisationId = '' } = params
  const { pathname, search } = new URL(request.url)
  const query = invitationQueryOf(request.url)
  const sent = await request.clone().formData()
  if (sent.get('deed') === 'search') {
    const form = await parseForm(request, postedSearchSchema)
    if (!form.ok) return { ...form.reply, isOf: 'deed' } satisfies Reply
    const { words, page } = form.value
    if (words === '') return redirect(pathname + search)
    const { invitations } = await listInvitations(actor, organisationId, { ...query, page, words })
    return { ok: true as const, invitations, words }
  }
  if (sent.has('emails')) {
    const form = await parseForm(request, invitationSchema)
    if (!form.ok) return { ...form.reply, isOf: 'invite' } satisfies Reply
    await inviteByAddress({ actor, organisationId, ...form.value })
    return redirectWithToast(pathname, 'invitation.made')
  }
  const form = await parseForm(request, invitationDeedSchema)
  if (!form.ok) return { ...form.reply, isOf: 'deed' } satisfies Reply
  const { deed, all, invitationId, words } = form.value
  const invitationIds = all ? null : invitationId
  await decideInvitations({
    ...{ actor, organisationId, deed, invitationIds },
    query: { ...query, words },
  })
  return redirectWithToast(
    pathname + search,
    deed === 'revoke' ? 'invitation.taken-back' : 'invitation.sent-again',
  )
}

/** What could not be taken, of which of the page's two forms. */
type Reply = FormReply & { isOf: 'invite' | 'deed' }
type Answer = Reply | { ok: true; invitations: ListPage<InvitationView>; words: string }

export default function Invitations() {
  const { t } = useI18n()
  const { query, ...view } = useLoaderData<typeof loader>()
  const answer = useActionData<Answer>()
  const found = answer?.ok ? answer : undefined
  const reply = answer?.ok ? undefined : answer
  const replyOf = (form: Reply['isOf']) => (reply?.isOf === form ? reply : undefined)
  return (
    <OrganisationPage
      organisation={view.organisation}
      title={t('invitation.list.title')}
      lead={t('invitation.list.lead')}
    >
      <Section id="make" title={t('invitation.make')}>
        <InviteForm units={view.units} reply={replyOf('invite')} />
      </Section>
      <Section id="sent" title={t('invitation.list')}>
        <SentInvitations
          view={{ ...view, ...found }}
          query={query}
          words={found?.words ?? ''}
          reply={replyOf('deed')}
        />
      </Section>
    </OrganisationPage>
  )
}
