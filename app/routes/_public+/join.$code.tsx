import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readViewer } from '~/auth/permission.server.ts'
import { signUpByCode } from '~/auth/sign-up.server.ts'
import { CredentialsSection } from '~/components/identity/credentials-section.tsx'
import { LanguageField, NameFields, SexField } from '~/components/identity/person-fields.tsx'
import { ProfessionField } from '~/components/identity/workplace-fields.tsx'
import { joinSchema, joinSignUpSchema } from '~/domain/identity/join-code.schema.ts'
import { joinByCode, readJoinOffer } from '~/domain/identity/join.server.ts'
import { unstated } from '~/domain/identity/person.schema.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ActionForm } from '~/ui/form.tsx'
import { Link } from '~/ui/link.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Page, Section } from '~/ui/page.tsx'

export const handle = { title: 'title.join' }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await readViewer(request)
  const offer = await readJoinOffer(params.code, viewer?.actor ?? null, context.ip)
  const { givenName = '', familyName = '' } = viewer?.actor ?? {}
  return { offer, name: viewer && `${givenName} ${familyName}` }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const viewer = await readViewer(request)
  const { code } = params
  if (viewer) {
    const form = await parseForm(request, joinSchema)
    if (!form.ok) return form.reply
    const { professionGroup } = form.value
    await joinByCode({ actor: viewer.actor, code, ip: context.ip, professionGroup })
    return redirect(`/join/${code}`)
  }
  const form = await parseForm(request, joinSignUpSchema)
  if (!form.ok) return form.reply
  await signUpByCode(form.value, code, context.ip)
  return redirect('/sign-up/sent')
}

export default function Join() {
  const { t } = useI18n()
  const { offer, name } = useLoaderData<typeof loader>()
  const { unitName, organisationName, own, state } = offer
  const where = unitName === organisationName ? unitName : `${unitName}, ${organisationName}`
  return (
    <Page width="reading" title={t('join.title')} lead={where}>
      {own ? (
        <Done />
      ) : state !== 'open' ? (
        <Notice tone="warn" title={t(`join.closed.${state}`)}>
          <p>{t('join.closed.text')}</p>
        </Notice>
      ) : name === null ? (
        <NewAccount />
      ) : (
        <OwnAccount name={name} />
      )}
      <p>
        <Link to="/join">{t('join.another')}</Link>
      </p>
    </Page>
  )
}

function Done() {
  const { t } = useI18n()
  const { offer } = useLoaderData<typeof loader>()
  const { own, unitName } = offer
  if (!own) return null
  return (
    <Notice tone="ok" title={t('join.done', { unit: unitName })}>
      <p>{t('join.done.as', { group: t(`profession.${own.professionGroup}`) })}</p>
      <p>{t(own.status === 'confirmed' ? 'join.done.confirmed' : 'join.done.waits')}</p>
      <p>
        <Link to="/home">{t('join.done.home')}</Link> ·{' '}
        <Link to="/profile">{t('join.done.profile')}</Link>
      </p>
    </Notice>
  )
}

/** What the organisation does with who joins. */
function Follows() {
  const { t } = useI18n()
  const { offer } = useLoaderData<typeof loader>()
  return (
    <p>
      {t('join.as', { kind: t(`affiliation.kind.${offer.kind}`) })}{' '}
      {t(offer.needsConfirmation ? 'join.needs-confirmation' : 'join.needs-none')}
    </p>
  )
}

function OwnAccount({ name }: { name: string }) {
  const { t } = useI18n()
  const reply = useActionData<FormReply>()
  return (
    <>
      <p>{t('join.signed-in', { name })}</p>
      <Follows />
      <ActionForm
        schema={joinSchema}
        submitLabel={t('join.submit')}
        pendingLabel={t('join.pending')}
        reply={reply}
      >
        <ProfessionField />
      </ActionForm>
    </>
  )
}

function NewAccount() {
  const { t, language } = useI18n()
  const { offer } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <>
      <Follows />
      <p>
        <Link to={`/sign-in?to=${encodeURIComponent(`/join/${offer.code}`)}`}>
          {t('join.sign-in')}
        </Link>
      </p>
      <ActionForm
        schema={joinSignUpSchema}
        submitLabel={t('join.sign-up')}
        pendingLabel={t('sign-up.pending')}
        reply={reply}
      >
        <Section id="you" title={t('sign-up.you')}>
          <ProfessionField />
          <NameFields />
          <LanguageField defaultValue={language} />
          <SexField defaultValue={unstated} />
        </Section>
        <CredentialsSection />
      </ActionForm>
    </>
  )
}
