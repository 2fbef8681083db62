import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { proveOtherAccount, provenAccount } from '~/auth/merge-accounts.server.ts'
import { requireActor } from '~/auth/permission.server.ts'
import { listLikelyOwn } from '~/domain/identity/merge.server.ts'
import type { OtherAccount } from '~/domain/identity/merge.ts'
import { mergeSchema, proveSchema } from '~/domain/identity/person.schema.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Facts, Page } from '~/ui/page.tsx'
import { PasswordField, TextField } from '~/ui/text-fields.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'
import { mergeOwnAccounts, readWhatMerges } from '~/workers/merge-accounts.server.ts'

export const handle = { title: 'title.profile' }

const formSchema = z.discriminatedUnion('intent', [proveSchema, mergeSchema])

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
  const answer = useActionData<FormReply | Proven>()
  const title = t('merge.title')
  return (
    <Page
      width="reading"
      title={title}
      lead={t('merge.lead')}
      breadcrumbs={[{ label: t('profile.title'), to: '/profile' }, { label: title }]}
    >
      {answer && 'proof' in answer ? <Confirm {...answer} /> : <Prove reply={answer} />}
    </Page>
  )
}

function Prove({ reply }: { reply: FormReply | undefined }) {
  const { t } = useI18n()
  const { likely } = useLoaderData<typeof loader>()
  return (
    <>
      {likely.length > 0 && (
        <Notice tone="info" title={t('merge.likely')}>
          <p>{t('merge.likely.text', { addresses: likely.join(', ') })}</p>
        </Notice>
      )}
      <p>{t('merge.prove.text')}</p>
      <ActionForm
        schema={proveSchema}
        hidden={{ intent: 'prove' }}
        submitLabel={t('merge.prove')}
        pendingLabel={t('merge.prove.busy')}
        reply={reply}
      >
        <TextField
          name="email"
          type="email"
          label={t('merge.email')}
          autoComplete="off"
          maxLength={254}
          required
        />
        <PasswordField
          name="password"
          label={t('merge.password')}
          hint={t('merge.password.hint')}
          autoComplete="current-password"
          required
        />
      </ActionForm>
    </>
  )
}

const kinds = ['workplaces', 'completions', 'certificates', 'participations', 'roles'] as const

function Confirm({ proof, account }: Proven) {
  const { t, number } = useI18n()
  const { name } = useLoaderData<typeof loader>()
  const { email, givenName, familyName, counts } = account
  return (
    <>
      <p>{t('merge.what', { email, name: `${givenName} ${familyName}`, own: name })}</p>
      <Facts
        facts={kinds.map((kind) => ({
          term: t(`merge.kind.${kind}`),
          value: number(counts[kind] ?? 0),
        }))}
      />
      <Notice tone="warn" title={t('merge.final')}>
        <p>{t('merge.final.text', { email })}</p>
      </Notice>
      <ActionForm
        schema={mergeSchema}
        hidden={{ intent: 'merge', proof }}
        submitLabel={t('merge.submit')}
        pendingLabel={t('merge.busy')}
        beside={
          <ButtonLink to="/profile" variant="quiet">
            {t('action.cancel')}
          </ButtonLink>
        }
      />
    </>
  )
}
