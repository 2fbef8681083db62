import { useNavigate } from '@remix-run/react'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { fileSize } from '~/components/catalogue/file-size.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Button } from '~/ui/button.tsx'
import { FileField } from '~/ui/file-field.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Progress } from '~/ui/pending.tsx'
import { sendPackage, type Upload, type UploadRefusal } from './send-package.ts'

type State =
  | { step: 'waiting' }
  | { step: 'sending'; sent: number; total: number }
  | { step: 'checking' }
  | { step: 'done' }
  | { step: 'stopped' }
  | { step: 'refused'; refusal: UploadRefusal }

interface PackageUploadProps {
  moduleId: string
  maxMegabytes: number
  /** What the server said of an upload without JavaScript. */
  refusal: UploadRefusal | undefined
}

/** Choose or drop a package, see how far it has come, and what is wrong with it. */
export function PackageUpload({ moduleId, maxMegabytes, refusal }: PackageUploadProps) {
  const { t } = useI18n()
  const { state, start, stop } = useUpload(moduleId, maxMegabytes, refusal)
  const isBusy = state.step === 'sending' || state.step === 'checking' || state.step === 'done'
  return (
    <form
      method="post"
      encType="multipart/form-data"
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isBusy) start(event)
      }}
    >
      {state.step === 'refused' && <RefusalNotice refusal={state.refusal} />}
      <div>
        <FileField
          name="package"
          label={t('catalogue.upload.file')}
          hint={t('catalogue.upload.file.hint', { megabytes: maxMegabytes })}
          accept=".zip,application/zip,application/x-zip-compressed"
          required
        />
        <UploadProgress state={state} />
      </div>
      <div className="actions">
        <Button
          type="submit"
          variant="primary"
          pending={isBusy}
          pendingLabel={t('catalogue.upload.busy')}
        >
          {t('catalogue.upload.send')}
        </Button>
        {state.step === 'sending' && <Button onClick={stop}>{t('catalogue.upload.stop')}</Button>}
      </div>
    </form>
  )
}

function useUpload(moduleId: string, maxMegabytes: number, refusal: UploadRefusal | undefined) {
  const navigate = useNavigate()
  const [state, setState] = useState<State>(
    refusal ? { step: 'refused', refusal } : { step: 'waiting' },
  )
  const upload = useRef<Upload>()
  useEffect(() => () => upload.current?.stop(), [])
  useLeaveWarning(state.step === 'sending' || state.step === 'checking')

  async function send(form: FormData, bytes: number) {
    if (bytes > maxMegabytes * 1_000_000) {
      const detail = { megabytes: maxMegabytes }
      setState({ step: 'refused', refusal: { code: 'package.too-large', detail } })
      return
    }
    setState({ step: 'sending', sent: 0, total: bytes })
    upload.current = sendPackage(`/resources/package-upload/${moduleId}`, form, {
      progress: (sent, total) => setState({ step: 'sending', sent, total }),
      sent: () => setState({ step: 'checking' }),
    })
    const answer = await upload.current.answer
    if (answer.kind === 'refused') setState({ step: 'refused', refusal: answer.refusal })
    else if (answer.kind === 'stopped') setState({ step: 'stopped' })
    else {
      setState({ step: 'done' })
      navigate(answer.to)
    }
  }

  const start = (event: FormEvent<HTMLFormElement>) => {
    const form = new FormData(event.currentTarget)
    const file = form.get('package')
    void send(form, file instanceof File ? file.size : 0)
  }
  return { state, start, stop: () => upload.current?.stop() }
}

/** The browser asks before it leaves a page whose upload is under way. */
function useLeaveWarning(isUnderWay: boolean) {
  useEffect(() => {
    if (!isUnderWay) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isUnderWay])
}

/** Words change with the step only, so that a screen reader is not told every per cent. */
function UploadProgress({ state }: { state: State }) {
  const i18n = useI18n()
  const { t, share } = i18n
  const words = {
    waiting: '',
    refused: '',
    sending: t('catalogue.upload.sending'),
    checking: t('catalogue.upload.checking'),
    done: t('catalogue.upload.done'),
    stopped: t('catalogue.upload.stopped'),
  }
  return (
    <>
      <div role="status">{words[state.step] && <p>{words[state.step]}</p>}</div>
      {state.step === 'sending' && (
        <Progress
          value={state.sent}
          max={state.total}
          label={t('catalogue.upload.sending')}
          text={t('catalogue.upload.sent', {
            percent: share(state.total === 0 ? 0 : state.sent / state.total),
            sent: fileSize(i18n, state.sent),
            total: fileSize(i18n, state.total),
          })}
        />
      )}
    </>
  )
}

/** What is wrong, by which rule, and that nothing was saved. Takes the focus: the way on begins here. */
function RefusalNotice({ refusal }: { refusal: UploadRefusal }) {
  const { t, tLoose } = useI18n()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [refusal])
  const { code, detail, clause } = refusal
  return (
    <div ref={box} role="alert" tabIndex={-1}>
      <Notice tone="bad" title={t('catalogue.upload.refused')}>
        <p>{tLoose(`refusal.${code}`, detail, 'refusal.upload.failed')}</p>
        <p>{t('catalogue.upload.nothing-saved')}</p>
        {clause && <p className="meta">{t('catalogue.upload.clause', { clause })}</p>}
      </Notice>
    </div>
  )
}
