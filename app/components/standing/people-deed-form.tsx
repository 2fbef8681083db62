import { excuseReasons } from '~/domain/assignment/duty-exception.ts'
import type { OrganisationPeople } from '~/domain/standing/organisation-standing.server.ts'
import { peopleDeeds, peopleDeedSchema } from '~/domain/standing/people-decision.schema.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { BulkSelection } from '~/ui/bulk-selection.tsx'
import { RadioGroup, SelectField } from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { DateField } from '~/ui/text-fields.tsx'
import { PeopleTable } from './people-table.tsx'

interface PeopleDeedFormProps {
  view: OrganisationPeople
  reply: FormReply | null | undefined
}

/** The list with a box for each person, and what to do with those who are ticked: one plain form. */
export function PeopleDeedForm({ view, reply }: PeopleDeedFormProps) {
  const { t } = useI18n()
  const { people, words } = view
  return (
    <ActionForm
      schema={peopleDeedSchema}
      hidden={{ words }}
      reply={reply}
      submitLabel={t('staff.deed.do')}
      pendingLabel={t('staff.deed.doing')}
    >
      <PeopleTable view={view} />
      <BulkSelection
        name="personId"
        allName="all"
        onPage={people.rows.length}
        count={people.count}
      />
      <RadioGroup
        name="deed"
        label={t('staff.deed')}
        required
        choices={peopleDeeds.map((value) => ({
          value,
          label: t(`staff.deed.${value}`),
          hint: t(`staff.deed.${value}.hint`),
        }))}
      />
      <DateField name="newDay" label={t('staff.deed.new-day')} hint={t('staff.deed.for-extend')} />
      <SelectField
        name="reason"
        label={t('staff.deed.reason')}
        hint={t('staff.deed.for-excuse')}
        choices={excuseReasons.map((value) => ({ value, label: t(`staff.reason.${value}`) }))}
      />
      <DateField name="untilOn" label={t('staff.deed.until')} hint={t('staff.deed.until.hint')} />
    </ActionForm>
  )
}
