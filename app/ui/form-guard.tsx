import { useBlocker } from '@remix-run/react'
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  type ReactNode,
} from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import { Button } from './button.tsx'

interface Guard {
  /** Goes with each form of the page, so that one sent twice is taken once; none for visitors. */
  submissionKey: string | undefined
  /** Tells whether a form holds what has not been sent. */
  tell: (formId: string, isUnsent: boolean) => void
}

const GuardContext = createContext<Guard>({ submissionKey: undefined, tell: () => undefined })

/**
 * The state of a link to the same page with another question, which leaves the page's forms as they are: nobody
 * needs to be asked before such a link is followed.
 */
export const keepsForms = 'keeps-forms'

/** The guard of the page's forms. */
export const useFormGuard = () => useContext(GuardContext)

/**
 * Keeps what was written and not sent from being left by mistake: asks before another page is opened, also
 * where only the question in the address is another, and lets the browser ask before the tab is closed. Never
 * in the way of the quick exit.
 */
export function FormGuard(props: { submissionKey: string | undefined; children: ReactNode }) {
  const { submissionKey, children } = props
  // Not state: who leaves in the same moment in which a form is sent must not be asked.
  const unsent = useRef(new Set<string>())
  const tell = useCallback((formId: string, isUnsent: boolean) => {
    if (isUnsent) unsent.current.add(formId)
    else unsent.current.delete(formId)
  }, [])
  const blocker = useBlocker(
    ({ currentLocation: here, nextLocation: next }) =>
      isLeft(unsent.current) &&
      (here.pathname !== next.pathname ||
        (here.search !== next.search && next.state !== keepsForms)),
  )
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (isLeft(unsent.current)) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])
  const guard = useMemo(() => ({ submissionKey, tell }), [submissionKey, tell])
  return (
    <GuardContext.Provider value={guard}>
      {children}
      {blocker.state === 'blocked' && (
        <AskBeforeLeaving
          onStay={() => blocker.reset()}
          onLeave={() => {
            unsent.current.clear()
            blocker.proceed()
          }}
        />
      )}
    </GuardContext.Provider>
  )
}

/** The quick exit hides the page first, and nothing may keep it then. */
const isLeft = (unsent: Set<string>) =>
  unsent.size > 0 && !document.documentElement.classList.contains('left')

function AskBeforeLeaving({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  const { t } = useI18n()
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={titleId} onClose={onStay}>
      <h2 id={titleId}>{t('ui.unsent.title')}</h2>
      <p>{t('ui.unsent.text')}</p>
      <div className="actions">
        <Button type="button" variant="primary" onClick={onStay}>
          {t('ui.unsent.stay')}
        </Button>
        <Button type="button" onClick={onLeave}>
          {t('ui.unsent.leave')}
        </Button>
      </div>
    </dialog>
  )
}
