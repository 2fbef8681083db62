import { useEffect, useRef } from 'react'
import type { DutyDecision } from '~/domain/assignment/duty-decision.ts'
import type { Reminded, ReminderRound } from '~/domain/notice/reminder-round.ts'
import { undoSchema } from '~/domain/identity/undo.schema.ts'
import { useI18n, type I18n } from '~/i18n/i18n.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Link } from '~/ui/link.tsx'
import { Notice } from '~/ui/notice.tsx'

type Shown = DutyDecision & { isUndoable: boolean }

/** What was decided for many in the last day, each with the way to take it back. */
export function DecisionNotices({ decisions }: { decisions: Shown[] }) {
  const i18n = useI18n()
  const { t, moment } = i18n
  return decisions.map((decision) => (
    <Notice key={decision.id} tone="info">
      <p>
        {sentenceOf(i18n, decision)} ·{' '}
        {decision.undoneAt
          ? t('staff.decision.undone', { at: moment(decision.undoneAt) })
          : moment(decision.decidedAt)}
      </p>
      {decision.isUndoable && (
        <ActionForm
          schema={undoSchema}
          hidden={{ deed: 'undo', decisionId: decision.id }}
          submitLabel={t('staff.decision.undo')}
          pendingLabel={t('staff.decision.undoing')}
          submitVariant="secondary"
        />
      )}
    </Notice>
  ))
}

/** Reminders to many that have been asked for in the last day, each with the way to how far it has come. */
export function RoundNotices({ rounds }: { rounds: ReminderRound[] }) {
  const { t, number, moment } = useI18n()
  return rounds.map(({ id, organisationId, people, askedAt, endedAt }) => (
    <Notice key={id} tone="info">
      <p>
        {t('staff.round.of', { count: people, shown: number(people) })} · {moment(askedAt)} ·{' '}
        <Link to={`/organisations/${organisationId}/people/reminders/${id}`}>
          {t(endedAt ? 'staff.round.look-back' : 'staff.round.look')}
        </Link>
      </p>
    </Notice>
  ))
}

/** What came of a reminder: who gets a mail now, and why the others do not. */
export function RemindedNotice({ reminded, title }: { reminded: Reminded; title?: string }) {
  const { t, number } = useI18n()
  const { mailed, waiting, unreachable, notAsked } = reminded
  const box = useRef<HTMLDivElement>(null)
  // It stands above the list, and whoever pressed the button is below it.
  useEffect(() => box.current?.focus(), [reminded])
  const counted = (count: number) => ({ count, shown: number(count) })
  return (
    <div role="status" ref={box} tabIndex={-1}>
      <Notice tone={mailed + waiting > 0 ? 'ok' : 'warn'} title={title ?? t('staff.reminded')}>
        <ul>
          <li>{t('staff.reminded.mailed', counted(mailed))}</li>
          {waiting > 0 && <li>{t('staff.reminded.waiting', counted(waiting))}</li>}
          {unreachable > 0 && <li>{t('staff.reminded.unreachable', counted(unreachable))}</li>}
          {notAsked > 0 && <li>{t('staff.round.not-asked', counted(notAsked))}</li>}
        </ul>
      </Notice>
    </div>
  )
}

function sentenceOf({ t, day, number }: I18n, decision: DutyDecision): string {
  const { kind, people, untilOn, reason } = decision
  const counted = { count: people, shown: number(people) }
  if (kind === 'extended') {
    return t('staff.decision.extended', { ...counted, day: untilOn ? day(untilOn) : '' })
  }
  const why = reason ? t(`staff.reason.${reason}`) : ''
  if (untilOn === null) return t('staff.decision.excused', { ...counted, reason: why })
  return t('staff.decision.excused-until', { ...counted, reason: why, day: day(untilOn) })
}
