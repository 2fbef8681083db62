import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { spacedCode } from '~/components/activity/session-words.ts'
import stylesheet from '~/components/activity/projection.css?url'
import { readProjection } from '~/domain/activity/check-in.server.ts'
import { checkInAddress } from '~/exchange/exports/check-in-address.server.ts'
import { qrPathOf } from '~/exchange/exports/qr-path.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { now } from '~/kernel/clock.ts'
import { Notice } from '~/ui/notice.tsx'
import { Page } from '~/ui/page.tsx'

export const handle = { title: 'title.check-in' }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'activity:manage')
  const view = await readProjection(actor, params.activityId, params.sessionId)
  const { start, direct, evaluation } = checkInAddress(view.session.code)
  const isEvaluation = new URL(request.url).searchParams.has('evaluation')
  const isPast = now().toISOString() > view.session.closesAt
  return { ...view, start, qr: qrPathOf(isEvaluation ? evaluation : direct), isEvaluation, isPast }
}

/** Modules of white that a reader needs around the code. */
const quietZone = 4

export default function Projection() {
  const { t, number } = useI18n()
  const view = useLoaderData<typeof loader>()
  const { activityId, title, session, status, start, qr, present, isEvaluation } = view
  const here = `/activities/${activityId}/show/${session.id}`
  const side = qr.size + 2 * quietZone
  return (
    <Page title={t(isEvaluation ? 'evaluation.title' : 'projection.title')} lead={title}>
      <WindowNotice />
      {status !== 'cancelled' && (
        <div className="projection">
          <svg
            className="projection-qr"
            viewBox={`0 0 ${side} ${side}`}
            role="img"
            aria-label={t(isEvaluation ? 'projection.evaluation.qr' : 'projection.qr')}
          >
            <rect width={side} height={side} />
            <path d={qr.path} transform={`translate(${quietZone} ${quietZone})`} />
          </svg>
          <div className="projection-text">
            <p>
              {t(isEvaluation ? 'projection.evaluation.how' : 'projection.how', { address: start })}
            </p>
            <p className="projection-code">{spacedCode(session.code)}</p>
            {!isEvaluation && (
              <p className="projection-present">
                {t('projection.present', { count: present, shown: number(present) })}
              </p>
            )}
            <p>
              <Link to={here} reloadDocument>
                {t(isEvaluation ? 'projection.title' : 'projection.refresh')}
              </Link>
              {!isEvaluation && (
                <>
                  {' · '}
                  <Link to={`${here}?evaluation`}>{t('projection.evaluation')}</Link>
                </>
              )}
              {' · '}
              <Link to={`/activities/${activityId}`}>{t('projection.back')}</Link>
            </p>
          </div>
        </div>
      )}
    </Page>
  )
}

function WindowNotice() {
  const { t, moment } = useI18n()
  const { session, status, isPast } = useLoaderData<typeof loader>()
  if (status === 'cancelled') {
    return (
      <Notice tone="warn">
        <p>{t('projection.cancelled')}</p>
      </Notice>
    )
  }
  if (session.isOpen) return null
  return (
    <Notice tone="info">
      <p>
        {isPast
          ? t('projection.closed', { moment: moment(session.closesAt) })
          : t('projection.opens', { moment: moment(session.opensAt) })}
      </p>
    </Notice>
  )
}
