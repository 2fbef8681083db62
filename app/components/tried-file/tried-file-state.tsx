import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useI18n } from '~/i18n/i18n.tsx'
import type { RefusalDetail } from '~/kernel/refusal.ts'
import type { TriedFileStatus } from '~/kernel/tried-file.ts'
import { Notice } from '~/ui/notice.tsx'
import { Facts } from '~/ui/page.tsx'
import { WorkProgress } from '~/ui/work-progress.tsx'

/** How far a job has come, or why it failed. */
interface FileWork {
  state: 'queued' | 'working' | 'done' | 'failed'
  done: number
  /** 0 while nobody knows. */
  total: number
  begunAt: Date
  failure: { code: string; detail: RefusalDetail } | null
}

interface TriedFileNoticesProps {
  import: { status: TriedFileStatus; isRecounted: boolean }
  /** The job that has the file in hand, or that failed. */
  work: FileWork | null
  isUnderWay: boolean
  applyUntil: Date | null
  /** When the same file was applied before. */
  appliedBefore?: Date | null
  /** Where to try again what has failed, if elsewhere than here. */
  again?: string
  /** What else to know of this kind of file. */
  children?: ReactNode
}

/** That a file is being worked on and how far that has come, or what to know before going on with it. */
export function TriedFileNotices(props: TriedFileNoticesProps) {
  const { t, moment } = useI18n()
  const { import: found, work, isUnderWay, applyUntil, appliedBefore, children } = props
  if (isUnderWay) return work && <UnderWay status={found.status} work={work} />
  return (
    <>
      <Failed {...props} />
      {applyUntil && found.isRecounted && (
        <Notice tone="warn" title={t('people-file.changed')}>
          <p>{t('people-file.changed.text')}</p>
        </Notice>
      )}
      {applyUntil && appliedBefore && (
        <Notice tone="info" title={t('people-file.same-file')}>
          <p>{t('people-file.same-file.text', { moment: moment(appliedBefore) })}</p>
        </Notice>
      )}
      {children}
    </>
  )
}

function Failed({ work, again }: TriedFileNoticesProps) {
  const { t, tLoose } = useI18n()
  if (work?.state !== 'failed' || !work.failure) return null
  const { code, detail } = work.failure
  return (
    <Notice tone="bad" title={t('people-file.failed')}>
      <p>{tLoose(`refusal.${code}`, detail, 'refusal.work.broken')}</p>
      {again && (
        <p>
          <Link to={again}>{t('people-file.try-again')}</Link>
        </p>
      )}
    </Notice>
  )
}

function UnderWay({ status, work }: { status: TriedFileStatus; work: FileWork }) {
  const { t, number, moment } = useI18n()
  const { done, total, begunAt } = work
  const isCounted = done > 0 && done <= total
  const begun = t('people-file.progress.begun', { moment: moment(begunAt) })
  return (
    <WorkProgress
      label={t(`people-file.status.${status}`)}
      done={isCounted ? done : 0}
      total={total}
      text={
        isCounted
          ? `${t('people-file.progress', { done: number(done), total: number(total) })} ${begun}`
          : `${begun} ${t('people-file.progress.waiting')}`
      }
    />
  )
}

interface TriedFileFactsProps {
  import: {
    fileName: string | null
    rowCount?: number
    broughtAt: Date
    appliedAt: Date | null
    undoneAt: Date | null
  }
  /** Told of this kind of file, before the days and after them. */
  before?: { term: string; value: string }[]
  after?: { term: string; value: string }[]
}

/** The file, when what happened to it, and what undoing came to. */
export function TriedFileFacts({ import: found, before = [], after = [] }: TriedFileFactsProps) {
  const { t, number, moment } = useI18n()
  const { fileName, rowCount, broughtAt, appliedAt, undoneAt } = found
  const told = (term: string, value: string | null) => (value === null ? [] : [{ term, value }])
  const at = (moments: Date | null) => moments && moment(moments)
  const facts = [
    ...told(t('people-file.imports.file'), fileName),
    ...told(t('people-file.imports.rows'), rowCount === undefined ? null : number(rowCount)),
    ...before,
    ...told(t('people-file.imports.brought'), moment(broughtAt)),
    ...told(t('people-file.status.applied'), at(appliedAt)),
    ...told(t('people-file.status.undone'), at(undoneAt)),
    ...after,
  ]
  return <Facts facts={facts} />
}
