import { affiliationSchema, notInRegister } from '~/domain/identity/affiliation.schema.ts'
import { type AffiliationView, type WorkplaceGroup } from '~/domain/identity/affiliation.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { addDays, type Day } from '~/kernel/dates.ts'
import type { FormReply } from '~/kernel/form-values.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { DateField } from '~/ui/text-fields.tsx'
import { KindField, WorkplaceFields } from './workplace-fields.tsx'

interface AffiliationFormProps {
  municipalityCode: string
  workplaces: WorkplaceGroup[]
  /** The one to correct; a new one when left out. */
  affiliation?: AffiliationView
  today: Day
  submitLabel: string
  reply: FormReply | undefined
}

/** A workplace of one's own, in a municipality that has been chosen. */
export function AffiliationForm(props: AffiliationFormProps) {
  const { municipalityCode, workplaces, affiliation, today } = props
  const { t } = useI18n()
  return (
    <ActionForm
      schema={affiliationSchema}
      hidden={{ municipalityCode }}
      defaultValues={startOf(affiliation, today)}
      submitLabel={props.submitLabel}
      pendingLabel={t('profile.pending')}
      beside={
        <ButtonLink to="/profile" variant="quiet">
          {t('action.cancel')}
        </ButtonLink>
      }
      reply={props.reply}
    >
      <WorkplaceFields workplaces={workplaces} />
      <KindField />
      <DateField
        name="validFrom"
        label={t('affiliation.valid-from')}
        hint={t('affiliation.valid-from.hint')}
        max={today}
        required
      />
      <DateField
        name="lastDay"
        label={t('affiliation.last-day')}
        hint={t('affiliation.last-day.hint')}
      />
    </ActionForm>
  )
}

function startOf(affiliation: AffiliationView | undefined, today: Day) {
  if (!affiliation) return { kind: 'employed', validFrom: today }
  const { kind, validFrom, validTo, professionGroup, statedWorkplace, unitId } = affiliation
  return {
    kind,
    validFrom,
    lastDay: validTo === null ? '' : addDays(validTo, -1),
    professionGroup,
    statedWorkplace: statedWorkplace ?? '',
    unitId: unitId ?? notInRegister,
  }
}
