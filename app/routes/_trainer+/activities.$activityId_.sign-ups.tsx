import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { QrCode } from '~/components/activity/qr-code.tsx'
import stylesheet from '~/components/activity/sign-ups.css?url'
import {
  changeSignUpPage,
  readSignUpList,
  takeIn,
  takeOut,
  type ListedSignUp,
} from '~/domain/activity/sign-up-list.server.ts'
import {
  signUpListSchema,
  signUpPageSchema,
  takeInSchema,
  takeOutSchema,
} from '~/domain/activity/sign-up.schema.ts'
import { mostPlaces } from '~/domain/activity/sign-up.ts'
import { readActivity } from '~/domain/activity/activity.server.ts'
import { attendAddress } from '~/exchange/exports/check-in-address.server.ts'
import { qrPathOf } from '~/exchange/exports/qr-path.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ActionForm } from '~/ui/form.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Page, Section } from '~/ui/page.tsx'
import { DataTable, Pagination } from '~/ui/table.tsx'
import { DateField, NumberField } from '~/ui/text-fields.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.activity' }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'activity:manage')
  const asked = new URL(request.url).searchParams.get('page') ?? '1'
  const listPage = Math.min(1_000, Math.max(1, Number.parseInt(asked, 10) || 1))
  const view = await readSignUpList(actor, params.activityId, listPage)
  const address = view.page && attendAddress(view.page.key)
  return { ...view, address, qr: address && qrPathOf(address) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'activity:manage')
  const { id: activityId } = await readActivity(actor, params.activityId, 'activity:manage')
  const form = await parseForm(request, signUpListSchema)
  if (!form.ok) return form.reply
  const { value } = form
  const page = `/activities/${activityId}/sign-ups`
  switch (value.intent) {
    case 'page':
      await changeSignUpPage({ actor, activityId, ...value })
      return redirectWithToast(page, 'sign-ups.saved')
    case 'take-in':
      await takeIn({ actor, activityId, ...value })
      return redirectWithToast(page, 'sign-ups.taken-in')
    case 'take-out':
      await takeOut({ actor, activityId, ...value })
      return redirectWithToast(page, 'sign-ups.taken-out')
  }
}

export default function SignUps() {
  const { t, number } = useI18n()
  const { activity, page } = useLoaderData<typeof loader>()
  const title = t('sign-ups.title')
  return (
    <Page
      title={title}
      lead={activity.title}
      breadcrumbs={[
        { label: t('activities.title'), to: '/activities' },
        { label: activity.title, to: `/activities/${activity.id}` },
        { label: title },
      ]}
    >
      {page ? (
        <>
          <p>
            {t('sign-ups.placed', { count: page.placed, shown: number(page.placed) })}
            {page.places !== null &&
              ` ${t('sign-ups.of', { count: page.places, shown: number(page.places) })}`}
            {page.waiting > 0 &&
              ` ${t('sign-ups.waiting', { count: page.waiting, shown: number(page.waiting) })}`}
          </p>
          <Address />
          <List />
        </>
      ) : (
        <Notice tone="info">
          <p>{t('sign-ups.none-yet')}</p>
        </Notice>
      )}
      <PageForm />
    </Page>
  )
}

function Address() {
  const { t } = useI18n()
  const { address, qr } = useLoaderData<typeof loader>()
  if (!address || !qr) return null
  return (
    <Section
      id="address"
      title={t('sign-ups.address')}
      intro={<p>{t('sign-ups.address.intro')}</p>}
    >
      <p>
        <a href={address}>{address}</a>
      </p>
      <QrCode qr={qr} label={t('sign-ups.qr')} />
    </Section>
  )
}

function PageForm() {
  const { t } = useI18n()
  const { activity, page, closesOn } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <Section
      id="page"
      title={t(page ? 'sign-ups.change' : 'sign-ups.open')}
      intro={<p>{t('sign-ups.intro')}</p>}
    >
      <ActionForm
        schema={signUpPageSchema}
        hidden={{ intent: 'page' }}
        submitLabel={t(page ? 'sign-ups.save' : 'sign-ups.open')}
        pendingLabel={t('activity.saving')}
        submitVariant={page ? 'secondary' : 'primary'}
        reply={reply}
      >
        <NumberField
          name="places"
          label={t('sign-ups.places')}
          hint={t('sign-ups.places.hint')}
          min={1}
          max={mostPlaces}
          defaultValue={page?.places?.toString() ?? ''}
        />
        <DateField
          name="closesOn"
          label={t('sign-ups.closes-on')}
          max={activity.sessions.at(-1)?.heldOn}
          defaultValue={closesOn}
          required
        />
      </ActionForm>
    </Section>
  )
}

function List() {
  const { t, moment, number } = useI18n()
  const { activity, signUps } = useLoaderData<typeof loader>()
  return (
    <Section id="list" title={t('sign-ups.list')}>
      <DataTable
        caption={t('sign-ups.caption')}
        narrow="stack"
        columns={[
          {
            id: 'who',
            head: t('participants.column.who'),
            cell: ({ name, email, hasAccount }) => (
              <>
                {name ?? t('sign-ups.forgotten')}
                {!hasAccount && email && (
                  <>
                    <br />
                    <span className="meta">{email}</span>
                  </>
                )}
              </>
            ),
          },
          {
            id: 'as',
            head: t('participants.column.group'),
            cell: ({ professionGroup, organisationName, municipalityName }) => (
              <>
                {t(`profession.${professionGroup}`)}
                <br />
                <span className="meta">{organisationName ?? municipalityName}</span>
              </>
            ),
          },
          {
            id: 'state',
            head: t('activities.column.status'),
            cell: ({ state, attended, signedUpAt }) => (
              <>
                {t(attended > 0 ? 'sign-ups.state.came' : `sign-ups.state.${state}`)}
                <br />
                <span className="meta">{moment(signedUpAt)}</span>
              </>
            ),
          },
          { id: 'do', head: t('activity.column.action'), cell: (one) => <Change one={one} /> },
        ]}
        rows={signUps.rows}
        rowKey={({ id }) => id}
        empty={<p className="meta">{t('sign-ups.empty')}</p>}
      />
      <Pagination page={signUps.page} pages={signUps.pages} to={(to) => `?page=${to}#list`} />
      {signUps.count > 0 && (
        <p>
          <a href={`/activities/${activity.id}/sign-ups.csv`} download>
            {t('sign-ups.csv', { count: signUps.count, shown: number(signUps.count) })}
          </a>
        </p>
      )}
    </Section>
  )
}

type Shown = Pick<ListedSignUp, 'id' | 'name' | 'state' | 'attended'>

function Change({ one }: { one: Shown }) {
  const { t } = useI18n()
  const { id, name, state, attended } = one
  // Nothing is to be changed for who has come, or is no longer known.
  if (attended > 0 || name === null) return null
  const pendingLabel = t('activity.saving')
  return (
    <>
      {state !== 'placed' && (
        <ActionForm
          schema={takeInSchema}
          hidden={{ intent: 'take-in', signUpId: id }}
          submitLabel={t('sign-ups.take-in')}
          pendingLabel={pendingLabel}
          submitVariant="secondary"
        />
      )}
      {state !== 'cancelled' && (
        <ActionForm
          schema={takeOutSchema}
          hidden={{ intent: 'take-out', signUpId: id }}
          submitLabel={t('sign-ups.take-out')}
          pendingLabel={pendingLabel}
          submitVariant="quiet"
        />
      )}
    </>
  )
}
