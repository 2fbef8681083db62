import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readOpenModule } from '~/domain/attempt/read-open-module.server.ts'
import '~/i18n/account-texts.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ButtonLink } from '~/ui/button-link.tsx'
import { Page } from '~/ui/page.tsx'

export const handle = { title: 'title.play' }

export async function loader({ params }: LoaderFunctionArgs) {
  const { slug, courseSlug } = await readOpenModule(params.moduleSlug)
  return { slug, courseSlug }
}

export default function OpenTickSent() {
  const { t } = useI18n()
  const { slug, courseSlug } = useLoaderData<typeof loader>()
  return (
    <Page width="reading" title={t('open.tick.sent.title')} lead={t('open.tick.sent.lead')}>
      <div className="actions">
        <ButtonLink variant="primary" to={`/courses/${courseSlug}`}>
          {t('open.tick.sent.courses')}
        </ButtonLink>
        <ButtonLink variant="quiet" to={`/open/${slug}`}>
          {t('open.tick.back')}
        </ButtonLink>
      </div>
    </Page>
  )
}
