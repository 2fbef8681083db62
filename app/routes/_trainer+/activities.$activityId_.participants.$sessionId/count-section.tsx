import { Form } from '@remix-run/react'
import { PlaceField, placeLabel } from '~/components/activity/place-field.tsx'
import type { AttendanceTableRow } from '~/domain/activity/attendance.server.ts'
import { countFieldOf, countsSchema } from '~/domain/activity/attendance.schema.ts'
import { countedSexes, type CountedSex } from '~/domain/activity/attendance.ts'
import type { WorkPlaceChoices } from '~/domain/activity/work-place.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { professionGroups } from '~/kernel/profession.ts'
import { Button } from '~/ui/button.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Section } from '~/ui/page.tsx'
import { NumberField } from '~/ui/text-fields.tsx'

interface CountSectionProps {
  places: WorkPlaceChoices
  /** Which place's boxes are shown; empty for none. */
  place: string
  counts: AttendanceTableRow[]
  reply: FormReply | undefined
}

/** How many came from a place, of each group and sex. */
export function CountSection({ places, place, counts, reply }: CountSectionProps) {
  const { t } = useI18n()
  const unknown = { value: '-', label: t('participants.counts.unknown') }
  const name = place === '-' ? unknown.label : placeLabel(places, place)
  const before = Object.fromEntries(
    counts.map(({ professionGroup, sex, people }) => [countFieldOf(professionGroup, sex), people]),
  )
  return (
    <Section
      id="counts"
      title={t('participants.counts.title')}
      intro={<p>{t('participants.counts.intro')}</p>}
    >
      <Form method="get" className="form filters" key={place}>
        <PlaceField
          places={places}
          label={t('participants.counts.place')}
          first={[unknown]}
          defaultValue={place}
        />
        <Button type="submit">{t('participants.counts.choose')}</Button>
      </Form>
      {name && (
        <ActionForm
          key={`${place} ${JSON.stringify(before)}`}
          schema={countsSchema}
          hidden={{ intent: 'count', place }}
          defaultValues={before}
          submitLabel={t('participants.counts.save')}
          pendingLabel={t('activity.saving')}
          reply={reply}
        >
          <p>{t('participants.counts.of', { place: name })}</p>
          {professionGroups.map((group) => (
            <fieldset key={group} className="field">
              <legend className="label">{t(`profession.${group}`)}</legend>
              <div className="filters">
                {countedSexes.map((sex) => (
                  <NumberField
                    key={sex ?? 'U'}
                    name={countFieldOf(group, sex)}
                    label={t(`participation.column.${columnOf(sex)}`)}
                    min={0}
                    max={9999}
                    step={1}
                  />
                ))}
              </div>
            </fieldset>
          ))}
        </ActionForm>
      )}
    </Section>
  )
}

const columnOf = (sex: CountedSex) => (sex === 'K' ? 'women' : sex === 'M' ? 'men' : 'unstated')
