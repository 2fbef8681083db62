import { Link } from '@remix-run/react'
import { TriedFileDecision } from '~/components/tried-file/tried-file-decision.tsx'
import { peopleDecisionSchema } from '~/domain/identity/people-import.schema.ts'
import { doesSomething } from '~/domain/identity/people-import.ts'
import type { PeopleImportView } from '~/domain/identity/people-view.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { NumberField } from '~/ui/text-fields.tsx'

/** Apply what was tried, or undo what was applied. */
export function PeopleDecision(view: PeopleImportView) {
  const { t, moment } = useI18n()
  const { organisation, import: found, applyUntil, undoUntil } = view
  const columns = `/organisations/${organisation.id}/people-import/${found.id}/columns`
  return (
    <TriedFileDecision
      status={found.status}
      applyUntil={applyUntil}
      undoUntil={undoUntil}
      schema={peopleDecisionSchema}
      doesSomething={!!found.counts && doesSomething(found.counts)}
      applyText={(until) => t('people-file.apply.text', { moment: moment(until) })}
      undoText={(until) => t('people-file.undo.text', { moment: moment(until) })}
      applyNote={<NewAccounts {...view} />}
      applyFields={view.confirmsEnds && <Ends {...view} />}
      again={
        <p>
          <Link to={columns}>{t('people-file.columns.change')}</Link>
        </p>
      }
    />
  )
}

function NewAccounts({ import: { counts } }: PeopleImportView) {
  const { t, number } = useI18n()
  const count = counts?.newPeople ?? 0
  return count > 0 && <p>{t('people-file.apply.accounts', { count, shown: number(count) })}</p>
}

function Ends({ import: { counts } }: PeopleImportView) {
  const { t, number } = useI18n()
  if (!counts) return null
  const { ended, present } = counts
  return (
    <NumberField
      name="ends"
      label={t('people-file.apply.ends', { count: ended, shown: number(ended) })}
      hint={t('people-file.apply.ends.hint', { present: number(present) })}
      min={0}
      required
    />
  )
}
