import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Refusal } from '~/kernel/refusal.ts'
import { env } from '~/platform/env.server.ts'
import { readMailbox } from '~/platform/mail.server.ts'
import { Card, EmptyState } from '~/ui/card.tsx'
import { Page } from '~/ui/page.tsx'

export const handle = { title: 'title.mailbox' }

/** The demo's people are invented, so anybody may read their mail; otherwise there is no such page in production. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { DEMO, NODE_ENV, APP_ORIGIN } = env()
  if (!DEMO && NODE_ENV !== 'development') throw new Refusal('not-found')
  if (!DEMO) await requirePermission(request, 'mailbox:read')
  return { mails: readMailbox(), origin: APP_ORIGIN }
}

export default function Mailbox() {
  const { t, moment } = useI18n()
  const { mails, origin } = useLoaderData<typeof loader>()
  return (
    <Page width="reading" title={t('mailbox.title')} lead={t('mailbox.lead')}>
      {mails.length === 0 && (
        <EmptyState title={t('mailbox.none')}>
          <p>{t('mailbox.none.text')}</p>
        </EmptyState>
      )}
      {mails.map(({ id, subject, to, at, text }) => (
        <Card key={id} title={subject}>
          <p className="meta">{t('mailbox.to', { to, at: moment(at) })}</p>
          {text.split('\n\n').map((paragraph, index) => (
            <p key={index}>
              <Lines text={paragraph} origin={origin} />
            </p>
          ))}
        </Card>
      ))}
    </Page>
  )
}

/** Our own addresses as links that lead there in this window. */
function Lines({ text, origin }: { text: string; origin: string }) {
  return text.split('\n').map((line, index) => (
    <span key={index}>
      {index > 0 && <br />}
      {line.startsWith(`${origin}/`) ? <a href={line}>{line}</a> : line}
    </span>
  ))
}
