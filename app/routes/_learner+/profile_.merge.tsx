import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { mailMergeLink, proveOtherAccount, provenAccount } from '~/auth/merge-accounts.server.ts'
import { requireActor } from '~/auth/permission.server.ts'
import { MergeConfirm } from '~/components/identity/merge-confirm.tsx'
import { listLikelyOwn } from '~/domain/identity/merge.server.ts'
import type { OtherAccount } from '~/domain/identity/merge.ts'
import { askMergeLinkSchema, mergeSchema, proveSchema } from '~/domain/identity/person.schema.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ActionForm } from '~/ui/form.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Page, Section } from '~/ui/page.tsx'
import { PasswordField, TextField } from '~/ui/text-fields.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'
import { mergeOwnAccounts, readWhatMerges } from '~/workers/merge-accounts.server.ts'

export const handle = { title: 'title.profile' }

const formSchema = z.discriminatedUnion('intent', [askMergeLinkSchema, proveSchema, mergeSchema])

interface Proven {
  proof: string
  account: OtherAccount
}

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  return { likely: await listLikelyOwn(actor), name: `${actor.givenName} ${actor.familyName}` }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  const form = await parseForm(request, formSchema)
  if (!form.ok) return form.reply
  if (form.value.intent === 'ask-link') {
    await mailMergeLink(request, actor, { email: form.value.email, ip: context.ip })
    return redirect('/profile/merge/sent')
  }
  if (form.value.intent === 'prove') {
    const { email, password } = form.value
    const proof = await proveOtherAccount(actor, { email, password, ip: context.ip })
    return { proof, account: await readWhatMerges(provenAccount(actor, proof)) }
  }
  await mergeOwnAccounts(actor, provenAccount(actor, form.value.proof))
  return redirectWithToast('/profile', 'merge.done')
}

export default function Merge() {
  const { t } = useI18n()
  const { name } = useLoaderData<typeof loader>()
  const answer = useActionData<FormReply | Proven>()
  const title = t('merge.title')
  return (
    <Page
      width="reading"
      title={title}
      lead={t('merge.lead')}
      breadcrumbs={[{ label: t('profile.title'), to: '/profile' }, { label: title }]}
    >
      {answer && 'proof' in answer ? (
        <MergeConfirm
          account={answer.account}
          name={name}
          schema={mergeSchema}
          hidden={{ intent: 'merge', proof: answer.proof }}
        />
      ) : (
        <Prove reply={answer} />
      )}
    </Page>
  )
}

function Prove({ reply }: { reply: FormReply | undefined }) {
  const { t } = useI18n()
  const { likely } = useLoaderData<typeof loader>()
  const isAboutLink = reply?.values?.intent === 'ask-link'
  return (
    <>
      {likely.length > 0 && (
        <Notice tone="info" title={t('merge.likely')}>
          <p>{t('merge.likely.text', { addresses: likely.join(', ') })}</p>
        </Notice>
      )}
      <p>{t('merge.prove.text')}</p>
      <Section id="link" title={t('merge.link.title')} intro={t('merge.link.text')}>
        <ActionForm
          schema={askMergeLinkSchema}
          hidden={{ intent: 'ask-link' }}
          submitLabel={t('merge.link.submit')}
          pendingLabel={t('merge.link.busy')}
          reply={isAboutLink ? reply : undefined}
        >
          <OtherAddress />
        </ActionForm>
      </Section>
      <Section id="password" title={t('merge.password.title')}>
        <ActionForm
          schema={proveSchema}
          hidden={{ intent: 'prove' }}
          submitLabel={t('merge.prove')}
          pendingLabel={t('merge.prove.busy')}
          submitVariant="secondary"
          reply={isAboutLink ? undefined : reply}
        >
          <OtherAddress />
          <PasswordField
            name="password"
            label={t('merge.password')}
            hint={t('merge.password.hint')}
            autoComplete="current-password"
            required
          />
        </ActionForm>
      </Section>
    </>
  )
}

function OtherAddress() {
  const { t } = useI18n()
  return (
    <TextField
      name="email"
      type="email"
      label={t('merge.email')}
      autoComplete="off"
      maxLength={254}
      required
    />
  )
}
