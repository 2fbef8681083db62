import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireActor } from '~/auth/permission.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ButtonLink } from '~/ui/button-link.tsx'
import { Page } from '~/ui/page.tsx'

export const handle = { title: 'title.profile' }

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request)
  return null
}

/** The same whether or not the address is known. */
export default function MergeLinkSent() {
  const { t } = useI18n()
  return (
    <Page width="reading" title={t('merge.sent.title')} lead={t('merge.sent.lead')}>
      <p>{t('merge.sent.not-there')}</p>
      <div className="actions">
        <ButtonLink to="/profile/merge">{t('merge.sent.back')}</ButtonLink>
      </div>
    </Page>
  )
}
