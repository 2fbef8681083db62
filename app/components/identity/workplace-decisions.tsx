import { undoSchema } from '~/domain/identity/undo.schema.ts'
import type { WorkplaceDecision } from '~/domain/identity/workplace-decision.ts'
import { useI18n, type I18n } from '~/i18n/i18n.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Notice } from '~/ui/notice.tsx'

type Shown = WorkplaceDecision & { isUndoable: boolean }

interface WorkplaceDecisionsProps {
  decisions: Shown[]
  /** What the page's action knows the undoing by. */
  deed?: string
}

/** What was decided about workplaces in the last day, each with the way to undo it; the latest in sight. */
export function WorkplaceDecisions({ decisions, deed = 'undo' }: WorkplaceDecisionsProps) {
  const { t, number } = useI18n()
  const [latest, ...earlier] = decisions
  if (!latest) return null
  return (
    <>
      <DecisionNotice decision={latest} deed={deed} />
      {earlier.length > 0 && (
        <details className="more">
          <summary>
            {t('workplace.more', { count: earlier.length, shown: number(earlier.length) })}
          </summary>
          {earlier.map((decision) => (
            <DecisionNotice key={decision.id} decision={decision} deed={deed} />
          ))}
        </details>
      )}
    </>
  )
}

function DecisionNotice({ decision, deed }: { decision: Shown; deed: string }) {
  const i18n = useI18n()
  const { t, moment } = i18n
  const { id, decidedAt, undoneAt, isUndoable } = decision
  const when = undoneAt ? undoneText(i18n, decision, undoneAt) : moment(decidedAt)
  return (
    <Notice tone="info">
      <p>
        {sentenceOf(i18n, decision)} · {when}
      </p>
      {isUndoable && (
        <ActionForm
          schema={undoSchema}
          hidden={{ deed, decisionId: id }}
          submitLabel={t('workplace.undo')}
          pendingLabel={t('workplace.undoing')}
          submitVariant="secondary"
        />
      )}
    </Notice>
  )
}

function sentenceOf({ t, number, day }: I18n, decision: Shown): string {
  const { kind, name, workplaces, lastDay } = decision
  const params = { day: lastDay ? day(lastDay) : '' }
  if (name !== null) return t(`workplace.decision.${kind}`, { ...params, name })
  const counted = { count: workplaces, shown: number(workplaces) }
  return t(`workplace.decision.${kind}.several`, { ...params, ...counted })
}

function undoneText({ t, number, moment }: I18n, decision: Shown, undoneAt: Date): string {
  const left = decision.workplaces - (decision.restored ?? decision.workplaces)
  const at = moment(undoneAt)
  if (left === 0) return t('workplace.undone.at', { at })
  return t('workplace.undone.some', { at, count: left, shown: number(left) })
}
