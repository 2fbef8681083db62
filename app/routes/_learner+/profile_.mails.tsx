import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireActor } from '~/auth/permission.server.ts'
import { nothingSchema } from '~/domain/identity/person.schema.ts'
import { noticeSettingSchema } from '~/domain/notice/notice-setting.schema.ts'
import {
  readOwnNotices,
  saveOwnWish,
  tryAddressAgain,
} from '~/domain/notice/notice-setting.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { EmptyState, ItemList } from '~/ui/card.tsx'
import { RadioGroup } from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Page, Section } from '~/ui/page.tsx'
import { Tag, type Tone } from '~/ui/tag.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.mails' }

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request)
  return { notices: await readOwnNotices(actor) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request)
  if ((await request.clone().formData()).get('intent') === 'try-again') {
    await tryAddressAgain(actor)
    return redirectWithToast('/profile/mails', 'mails.tried-again')
  }
  const form = await parseForm(request, noticeSettingSchema)
  if (!form.ok) return form.reply
  await saveOwnWish(actor, form.value.recommended === 'yes')
  return redirectWithToast('/profile/mails', 'mails.saved')
}

export default function Mails() {
  const { t, moment } = useI18n()
  const { notices } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const { refusedAt, wantsRecommended } = notices
  return (
    <Page
      width="reading"
      title={t('mails.title')}
      lead={t('mails.lead')}
      breadcrumbs={[{ label: t('profile.title'), to: '/profile' }, { label: t('mails.title') }]}
    >
      {refusedAt && (
        <Notice tone="bad" title={t('mails.refused')} heading={2}>
          <p>{t('mails.refused.text', { moment: moment(refusedAt) })}</p>
          <ActionForm
            schema={nothingSchema}
            hidden={{ intent: 'try-again' }}
            submitLabel={t('mails.try-again')}
            pendingLabel={t('profile.pending')}
            submitVariant="secondary"
          />
        </Notice>
      )}
      <Section id="wish" title={t('mails.wish')}>
        <ActionForm
          schema={noticeSettingSchema}
          submitLabel={t('action.save')}
          pendingLabel={t('profile.pending')}
          reply={reply}
        >
          <RadioGroup
            name="recommended"
            label={t('mails.recommended')}
            hint={t('mails.recommended.hint')}
            choices={(['yes', 'no'] as const).map((value) => ({
              value,
              label: t(`mails.recommended.${value}`),
            }))}
            defaultValue={wantsRecommended ? 'yes' : 'no'}
            required
          />
        </ActionForm>
      </Section>
      <Section id="sent" title={t('mails.sent')} intro={t('mails.sent.intro')}>
        <SentMails />
      </Section>
    </Page>
  )
}

const words = {
  waiting: 'waiting',
  sending: 'waiting',
  'handed-over': 'waiting',
  sent: 'sent',
  refused: 'refused',
  dropped: 'dropped',
  'given-up': 'given-up',
  doubtful: 'doubtful',
} as const
const tones: Record<(typeof words)[keyof typeof words], Tone> = {
  waiting: 'info',
  sent: 'ok',
  refused: 'bad',
  dropped: 'info',
  'given-up': 'warn',
  doubtful: 'warn',
}

function SentMails() {
  const { t, day } = useI18n()
  const { mails } = useLoaderData<typeof loader>().notices
  if (mails.length === 0) {
    return (
      <EmptyState title={t('mails.none')} heading={3}>
        <p>{t('mails.none.text')}</p>
      </EmptyState>
    )
  }
  return (
    <ItemList
      label={t('mails.sent')}
      items={mails.map(({ id, subject, madeOn, status, things }) => ({
        key: id,
        title: subject,
        meta: `${day(madeOn)} · ${t('mails.things', { count: things })}`,
        aside: <Tag tone={tones[words[status]]}>{t(`mails.state.${words[status]}`)}</Tag>,
      }))}
    />
  )
}
