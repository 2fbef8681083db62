import { data, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import {
  Form,
  isRouteErrorResponse,
  Links,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { readViewer } from './auth/permission.server.ts'
import { UnsentWork } from './components/attempt/unsent-work.tsx'
import { useI18n } from './i18n/i18n.tsx'
import type { MessageKey } from './i18n/translate.ts'
import { now } from './kernel/clock.ts'
import { newId } from './kernel/ids.ts'
import { navigationFor } from './navigation.ts'
import { useNonce } from './nonce.ts'
import { usePageScripts, type PageScripts } from './page-scripts.ts'
import { env } from './platform/env.server.ts'
import { AppShell } from './ui/app-shell.tsx'
import { ButtonLink } from './ui/button-link.tsx'
import { Button } from './ui/button.tsx'
import { FormGuard } from './ui/form-guard.tsx'
import { Island, type IslandName } from './ui/island.tsx'
import { Link } from './ui/link.tsx'
import { Page } from './ui/page.tsx'
import stylesheet from './ui/styles/app.css?url'
import pagesStylesheet from './ui/styles/pages.css?url'
import { TimeoutWarning } from './ui/timeout-warning.tsx'
import { takeToast } from './ui/toast.server.ts'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export async function loader({ request }: LoaderFunctionArgs) {
  const viewer = await readViewer(request)
  const toast = await takeToast(request)
  return data(
    {
      demo: env().DEMO,
      toast: toast ? { id: toast.id, key: toast.key } : null,
      viewer: viewer && {
        name: `${viewer.actor.givenName} ${viewer.actor.familyName}`,
        nav: navigationFor(viewer.actor),
        submissionKey: newId(),
        session: {
          readerId: viewer.actor.personId,
          expiresAt: viewer.sessionExpiresAt.toISOString(),
          servedAt: now().toISOString(),
        },
      },
    },
    toast ? { headers: { 'Set-Cookie': toast.forget } } : {},
  )
}

type RootData = ReturnType<typeof useRouteLoaderData<typeof loader>>

interface PageHandle {
  title?: MessageKey
  /** The page is this and nothing else, and runs its script without the router (decision 0029). */
  island?: IslandName
}

const useHandles = () => useMatches().map((match) => match.handle as PageHandle | undefined)

const useIsland = () => useHandles().findLast((handle) => handle?.island)?.island

// Titles are neutral ("Kurs"): they show in tabs and histories that others may read.
function useTitle(isError: boolean): string {
  const { t, tLoose } = useI18n()
  const handles = useHandles()
  const key = handles.findLast((handle) => handle?.title)?.title
  const title = isError ? 'title.error' : key
  return title ? `${tLoose(title, {}, 'app.name')} – ${t('app.name')}` : t('app.name')
}

export function Layout({ children }: { children: ReactNode }) {
  const { language } = useI18n()
  const nonce = useNonce()
  const isError = useRouteError() != null
  const scripts = usePageScripts()
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="same-origin" />
        <meta name="robots" content="noindex" />
        <title>{useTitle(isError)}</title>
        <Links />
        {!scripts && <link rel="stylesheet" href={pagesStylesheet} />}
      </head>
      <body>
        {children}
        {scripts ? (
          <IslandScripts {...scripts} />
        ) : (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  )
}

function IslandScripts({ first, then, imported }: PageScripts) {
  return (
    <>
      {first.map((url) => (
        <script key={url} type="module" src={url} async />
      ))}
      {imported.map((url) => (
        <link key={url} rel="modulepreload" href={url} />
      ))}
      {then.map((url) => (
        <script key={url} type="module" src={url} />
      ))}
    </>
  )
}

export default function App() {
  const root: RootData = useRouteLoaderData<typeof loader>('root')
  return (
    <FormGuard submissionKey={root?.viewer?.submissionKey}>
      <Shell>
        <Outlet />
      </Shell>
    </FormGuard>
  )
}

/** What every page stands in, also one that went wrong: then there may be no root data. */
function Shell({ children }: { children: ReactNode }) {
  const { t, tLoose } = useI18n()
  const root: RootData = useRouteLoaderData<typeof loader>('root')
  const viewer = root?.viewer
  const island = useIsland()
  const timeout = viewer && { ...viewer.session, extendUrl: '/resources/session' }
  return (
    <AppShell
      nav={viewer?.nav.map(({ to, label }) => ({ to, label: tLoose(label, {}, label) }))}
      account={
        viewer
          ? {
              name: viewer.name,
              items: [{ to: '/profile', label: t('nav.profile') }],
              signOut: <SignOut />,
            }
          : undefined
      }
      guestActions={<GuestActions />}
      languageSwitch={<LanguageSwitch />}
      demoLine={root?.demo ? <DemoLine /> : undefined}
      toast={
        root?.toast && {
          id: root.toast.id,
          tone: 'ok',
          text: tLoose(root.toast.key, {}, 'toast.done'),
        }
      }
      footer={island ? undefined : <FooterLinks />}
      bottom={
        timeout && (
          <>
            <Island name="time-out" data={timeout}>
              <TimeoutWarning {...timeout} />
            </Island>
            {!island && <UnsentWork readerId={timeout.readerId} />}
          </>
        )
      }
    >
      {children}
    </AppShell>
  )
}

function SignOut() {
  const { t } = useI18n()
  return (
    <Form method="post" action="/sign-out">
      <Button variant="quiet">{t('nav.sign-out')}</Button>
    </Form>
  )
}

function GuestActions() {
  const { t } = useI18n()
  return (
    <>
      <ButtonLink variant="quiet" to="/sign-in">
        {t('nav.sign-in')}
      </ButtonLink>
      <ButtonLink variant="secondary" to="/sign-up">
        {t('nav.sign-up')}
      </ButtonLink>
    </>
  )
}

function LanguageSwitch() {
  const { t, language } = useI18n()
  const { pathname, search } = useLocation()
  const other = language === 'sv' ? 'en' : 'sv'
  return (
    <Form method="post" action="/resources/language" reloadDocument>
      <input type="hidden" name="language" value={other} />
      <input type="hidden" name="to" value={pathname + search} />
      <button type="submit" className="language-switch" lang={other}>
        {t('shell.language.other')}
      </button>
    </Form>
  )
}

function DemoLine() {
  const { t } = useI18n()
  return (
    <>
      {t('shell.demo')} <Link to="/mailbox">{t('nav.mailbox')}</Link>
    </>
  )
}

function FooterLinks() {
  const { t } = useI18n()
  const { pathname } = useLocation()
  return (
    <>
      <p>
        {t('shell.emergency')} <a href="tel:112">112</a>
        {' · '}
        <Link to="/help">{t('nav.help')}</Link>
      </p>
      <ul className="footer-links">
        <li>
          <Link to="/search">{t('nav.search')}</Link>
        </li>
        <li>
          <Link to="/library">{t('nav.library')}</Link>
        </li>
        <li>
          <Link to={`/report?page=${encodeURIComponent(pathname)}`}>{t('nav.report')}</Link>
        </li>
        <li>
          <Link to="/accessibility">{t('nav.accessibility')}</Link>
        </li>
        <li>
          <Link to="/privacy">{t('nav.privacy')}</Link>
        </li>
      </ul>
    </>
  )
}

interface SaidRefusal {
  code: string
  detail: Record<string, string | number>
}

export function ErrorBoundary() {
  const error = useRouteError()
  const { t, tLoose } = useI18n()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const refusal = isRouteErrorResponse(error) ? (error.data as Partial<SaidRefusal> | null) : null
  const text = refusal?.code
    ? tLoose(`refusal.${refusal.code}`, refusal.detail ?? {}, 'error.unexpected')
    : status === 404
      ? t('refusal.not-found')
      : t('error.unexpected')
  return (
    <Shell>
      <Page title={t(errorTitle(status))} lead={text} width="reading">
        <div>
          <ButtonLink to="/">{t('error.home')}</ButtonLink>
        </div>
      </Page>
    </Shell>
  )
}

function errorTitle(status: number) {
  if (status === 403) return 'error.title.403'
  if (status === 404) return 'error.title.404'
  return status < 500 ? 'error.title.refused' : 'error.title.other'
}
