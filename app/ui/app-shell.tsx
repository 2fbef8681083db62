import { useLocation } from '@remix-run/react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'
import { Mark } from './mark.tsx'
import { Pending } from './pending.tsx'
import { QuickExit } from './quick-exit.tsx'
import { Toast, type ToastMessage } from './toast.tsx'

export interface NavItem {
  to: string
  label: string
  /** Current on this address only, not on those below it. */
  end?: boolean
}

interface AppShellProps {
  /** The way to the places of the reader's roles. */
  nav?: NavItem[]
  /** The person who is signed in: name, own pages, and the form that signs out. */
  account?: { name: string; items: NavItem[]; signOut: ReactNode }
  /** In the account's place for those who are not signed in. */
  guestActions?: ReactNode
  languageSwitch?: ReactNode
  /** A quiet line on each page, such as that this is a demo. */
  demoLine?: ReactNode
  toast?: ToastMessage | null
  /** Links along the bottom: report an error on the page, accessibility, help. */
  footer?: ReactNode
  /** Stays in view at the bottom: the warning before sign-out. */
  bottom?: ReactNode
  children: ReactNode
}

/** So many places fit beside the name on a tablet. */
const fewPlaces = 4

/** What every page stands in. The quick exit comes first, then the way past the header. */
export function AppShell(props: AppShellProps) {
  const { nav = [], account, guestActions, languageSwitch, demoLine, footer, bottom } = props
  const { t } = useI18n()
  const main = useFocusOnNewPage()
  return (
    <div className="shell">
      <nav aria-label={t('ui.strip')} className="strip">
        <div className="strip-inner">
          <QuickExit />
          <a href="#main" className="skip-link">
            {t('ui.skip')}
          </a>
          {languageSwitch && <div className="strip-aside">{languageSwitch}</div>}
        </div>
      </nav>
      <Pending />
      <header className="header">
        {demoLine && (
          <div className="demo-line">
            <div className="demo-line-inner">{demoLine}</div>
          </div>
        )}
        <div className={`header-inner ${nav.length > fewPlaces ? 'header-many' : 'header-few'}`}>
          <Link to="/" className="brand">
            <Mark />
            {t('app.name')}
          </Link>
          {nav.length > 0 && <Navigation items={nav} />}
          <div className="header-aside">
            {account ? <Account {...account} /> : guestActions}
            {nav.length > 0 && <PhoneMenu items={nav} />}
          </div>
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1} className="main">
        <Toast message={props.toast} />
        {props.children}
      </main>
      {footer && (
        <footer className="footer">
          <div className="footer-inner">{footer}</div>
        </footer>
      )}
      {bottom}
    </div>
  )
}

/** After a click that changes the page without a new document, reading and tabbing go on from its start. */
function useFocusOnNewPage() {
  const { pathname } = useLocation()
  const main = useRef<HTMLElement>(null)
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    main.current?.focus({ preventScroll: true })
  }, [pathname])
  return main
}

function NavList({ items }: { items: NavItem[] }) {
  const { pathname } = useLocation()
  return (
    <ul className="nav-list">
      {items.map((item) => (
        <li key={item.to}>
          <Link
            to={item.to}
            className="nav-link"
            aria-current={isCurrent(item, pathname) ? 'page' : undefined}
          >
            {item.label}
          </Link>
        </li>
      ))}
    </ul>
  )
}

const isCurrent = ({ to, end }: NavItem, pathname: string) =>
  pathname === to || (!end && pathname.startsWith(`${to}/`))

function Navigation({ items }: { items: NavItem[] }) {
  const { t } = useI18n()
  return (
    <nav aria-label={t('ui.nav')} className="nav-wide">
      <NavList items={items} />
    </nav>
  )
}

// The list stands twice in the document and once on the screen: a fold-out cannot be held open by a
// stylesheet alone in every browser, and the menu has to work before JavaScript.
function PhoneMenu({ items }: { items: NavItem[] }) {
  const { t } = useI18n()
  return (
    <FoldOut className="nav-phone" icon="menu" summary={t('ui.menu')}>
      <nav aria-label={t('ui.nav')}>
        <NavList items={items} />
      </nav>
    </FoldOut>
  )
}

function Account({ name, items, signOut }: NonNullable<AppShellProps['account']>) {
  const { t } = useI18n()
  return (
    <FoldOut
      className="account"
      icon="person"
      summary={
        <>
          <span className="visually-hidden">{t('ui.account')} </span>
          <span className="account-name">{name.split(' ', 1)}</span>
        </>
      }
    >
      <p className="account-whole-name">{name}</p>
      <NavList items={items} />
      <div className="account-sign-out">{signOut}</div>
    </FoldOut>
  )
}

interface FoldOutProps {
  className: string
  icon: 'menu' | 'person'
  summary: ReactNode
  children: ReactNode
}

/** Opens without JavaScript; with it, closes when the page changes or the reader goes elsewhere. */
function FoldOut({ className, icon, summary, children }: FoldOutProps) {
  const { key } = useLocation()
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = (event: Event) => {
      const inside = event.target instanceof Node && details.current?.contains(event.target)
      if (!inside) details.current?.removeAttribute('open')
    }
    document.addEventListener('pointerdown', close)
    document.addEventListener('focusin', close)
    return () => {
      document.removeEventListener('pointerdown', close)
      document.removeEventListener('focusin', close)
    }
  }, [])
  return (
    <details key={key} ref={details} className={`fold-out ${className}`}>
      <summary>
        <Icon name={icon} />
        {summary}
        <Icon name="down" />
      </summary>
      <div className="fold-out-body">{children}</div>
    </details>
  )
}
