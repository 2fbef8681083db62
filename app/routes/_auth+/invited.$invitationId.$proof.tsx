import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readViewer } from '~/auth/permission.server.ts'
import { signUpInvited } from '~/auth/sign-up.server.ts'
import {
  LanguageField,
  NameFields,
  NewPasswordField,
  SexField,
} from '~/components/identity/person-fields.tsx'
import { ProfessionField } from '~/components/identity/workplace-fields.tsx'
import {
  acceptInvitation,
  readInvitationOffer,
} from '~/domain/identity/accept-invitation.server.ts'
import { acceptSchema, acceptSignUpSchema } from '~/domain/identity/invitation.schema.ts'
import type { InvitationOffer } from '~/domain/identity/invitation.ts'
import { unstated } from '~/domain/identity/person.schema.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Link } from '~/ui/link.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Page, Section } from '~/ui/page.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.account' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const viewer = await readViewer(request)
  const { invitationId, proof } = params
  const found = await readInvitationOffer({ invitationId, proof }, viewer?.actor ?? null)
  const { givenName = '', familyName = '' } = viewer?.actor ?? {}
  const name = viewer && `${givenName} ${familyName}`
  return { found, name, here: `/invited/${invitationId}/${proof}` }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await readViewer(request)
  const { invitationId, proof } = params
  const link = { invitationId, proof }
  if (viewer) {
    const form = await parseForm(request, acceptSchema)
    if (!form.ok) return form.reply
    await acceptInvitation(link, viewer.actor, form.value.professionGroup)
    return redirect(`/invited/${invitationId}/${proof}`)
  }
  const form = await parseForm(request, acceptSignUpSchema)
  if (!form.ok) return form.reply
  await signUpInvited(form.value, link, context.ip)
  return redirectWithToast('/sign-in', 'invited.made')
}

export default function Invited() {
  const { t } = useI18n()
  const { found, name } = useLoaderData<typeof loader>()
  if (!found) {
    return <Page width="reading" title={t('invited.dead')} lead={t('invited.dead.text')} />
  }
  const { offer, own } = found
  const { unitName, organisationName, state } = offer
  const where = unitName === organisationName ? unitName : `${unitName}, ${organisationName}`
  if (own) return <Joined where={where} />
  if (state !== 'waiting') {
    return (
      <Page width="reading" title={t(`invited.closed.${state}`)} lead={where}>
        <p>{t('invited.closed.text')}</p>
        <div className="actions">
          <ButtonLink to="/home" variant="primary">
            {t(name === null ? 'invited.sign-in' : 'join.done.home')}
          </ButtonLink>
        </div>
      </Page>
    )
  }
  return (
    <Page width="reading" title={t('invited.title')} lead={where}>
      <p>
        {t('invited.as', { kind: t(`affiliation.kind.${offer.kind}`) })} {t('invited.follows')}
      </p>
      {name !== null ? (
        <OwnAccount name={name} offer={offer} />
      ) : offer.hasAccount ? (
        <SignInFirst offer={offer} />
      ) : (
        <NewAccount offer={offer} />
      )}
    </Page>
  )
}

function Joined({ where }: { where: string }) {
  const { t } = useI18n()
  return (
    <Page width="reading" title={t('join.done', { unit: where })}>
      <Notice tone="ok" title={t('join.done.confirmed')}>
        <p>
          <Link to="/home">{t('join.done.home')}</Link> ·{' '}
          <Link to="/profile">{t('join.done.profile')}</Link>
        </p>
      </Notice>
    </Page>
  )
}

function OwnAccount({ name, offer }: { name: string; offer: InvitationOffer }) {
  const { t } = useI18n()
  const reply = useActionData<FormReply>()
  return (
    <>
      <p>{t('invited.signed-in', { name })}</p>
      <ActionForm
        schema={acceptSchema}
        defaultValues={{ professionGroup: offer.professionGroup }}
        submitLabel={t('invited.submit')}
        pendingLabel={t('invited.pending')}
        reply={reply}
      >
        <ProfessionField />
      </ActionForm>
    </>
  )
}

function useSignIn(): string {
  const { here } = useLoaderData<typeof loader>()
  return `/sign-in?to=${encodeURIComponent(here)}`
}

function SignInFirst({ offer: { email } }: { offer: InvitationOffer }) {
  const { t } = useI18n()
  return (
    <>
      <p>{t('invited.has-account', { email })}</p>
      <div className="actions">
        <ButtonLink to={useSignIn()} variant="primary">
          {t('invited.sign-in')}
        </ButtonLink>
      </div>
    </>
  )
}

function NewAccount({ offer }: { offer: InvitationOffer }) {
  const { t, language } = useI18n()
  const reply = useActionData<FormReply>()
  return (
    <>
      <p>
        <Link to={useSignIn()}>{t('invited.other-account')}</Link>
      </p>
      <ActionForm
        schema={acceptSignUpSchema}
        defaultValues={{ professionGroup: offer.professionGroup }}
        submitLabel={t('invited.sign-up')}
        pendingLabel={t('sign-up.pending')}
        reply={reply}
      >
        <Section id="you" title={t('sign-up.you')}>
          <ProfessionField />
          <NameFields />
          <LanguageField defaultValue={language} />
          <SexField defaultValue={unstated} />
        </Section>
        <Section id="sign-in" title={t('invited.credentials')}>
          <p>{t('invited.address', { email: offer.email })}</p>
          <NewPasswordField />
          <p>
            {t('sign-up.privacy')} <Link to="/privacy">{t('sign-up.privacy.link')}</Link>
          </p>
        </Section>
      </ActionForm>
    </>
  )
}
