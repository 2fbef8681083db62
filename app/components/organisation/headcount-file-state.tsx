import { TriedFileDecision } from '~/components/tried-file/tried-file-decision.tsx'
import { TriedFileFacts } from '~/components/tried-file/tried-file-state.tsx'
import { headcountDecisionSchema } from '~/domain/organisation/headcount-import.schema.ts'
import type { HeadcountImportView } from '~/domain/organisation/headcount-import-view.server.ts'
import { writesAnything } from '~/domain/organisation/headcount-import.ts'
import { useI18n } from '~/i18n/i18n.tsx'

/** The file, and when what happened to it. */
export function HeadcountFacts({ import: found }: HeadcountImportView) {
  return <TriedFileFacts import={{ ...found, broughtAt: found.checkedAt }} />
}

/** Apply what was tried, or undo what was applied. */
export function HeadcountDecision({ import: found, applyUntil, undoUntil }: HeadcountImportView) {
  const { t, moment } = useI18n()
  return (
    <TriedFileDecision
      status={found.status}
      applyUntil={applyUntil}
      undoUntil={undoUntil}
      schema={headcountDecisionSchema}
      doesSomething={writesAnything(found.counts)}
      applyText={(until) => t('people-file.apply.text', { moment: moment(until) })}
      undoText={(until) => t('headcount-file.undo.text', { moment: moment(until) })}
    />
  )
}
