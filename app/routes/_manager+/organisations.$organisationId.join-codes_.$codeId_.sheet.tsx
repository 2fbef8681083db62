import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import stylesheet from '~/components/identity/join-sheet.css?url'
import { readJoinCode } from '~/domain/identity/join-code.server.ts'
import { joinAddress } from '~/exchange/exports/join-address.server.ts'
import { qrPathOf } from '~/exchange/exports/qr-path.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Link } from '~/ui/link.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Page } from '~/ui/page.tsx'
import { QrCode } from '~/ui/qr-code.tsx'

export const handle = { title: 'title.join-codes' }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'people:join-code')
  const { organisationId = '', codeId = '' } = params
  const { organisation, code } = await readJoinCode(actor, organisationId, codeId)
  const { start, direct } = joinAddress(code.code)
  return { organisation, code, start, qr: qrPathOf(direct) }
}

export default function JoinSheet() {
  const { t, day } = useI18n()
  const { organisation, code, start, qr } = useLoaderData<typeof loader>()
  const codes = `/organisations/${organisation.id}/join-codes`
  return (
    <Page
      title={t('join-sheet.title', { unit: code.unitName })}
      lead={t('join-sheet.lead', { organisation: organisation.name })}
      breadcrumbs={[
        { label: organisation.name, to: `/organisations/${organisation.id}` },
        { label: t('join-code.title'), to: codes },
        { label: code.code, to: `${codes}/${code.id}` },
        { label: t('join-code.sheet') },
      ]}
    >
      {code.state === 'open' ? (
        <div className="join-sheet">
          <QrCode className="join-sheet-qr" qr={qr} label={t('join-sheet.qr')} />
          <div className="join-sheet-text">
            <p>{t('join-sheet.scan')}</p>
            <p>{t('join-sheet.type', { address: start })}</p>
            <p className="join-sheet-code">{code.code}</p>
            <p>{t('join-sheet.until', { day: day(code.lastDay) })}</p>
          </div>
        </div>
      ) : (
        <Notice tone="warn">
          <p>
            {t('join-sheet.closed')} <Link to={codes}>{t('join-code.make')}</Link>
          </p>
        </Notice>
      )}
    </Page>
  )
}
