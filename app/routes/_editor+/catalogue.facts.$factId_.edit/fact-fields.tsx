import type { ReactNode } from 'react'
import { partLabel } from '~/components/catalogue/sheet-words.tsx'
import { ReviewFields } from '~/components/catalogue/review-fields.tsx'
import { mostSources, partField, sourceField } from '~/domain/catalogue/fact.schema.ts'
import { certainties } from '~/domain/catalogue/module-outline.schema.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { SelectField } from '~/ui/choice-fields.tsx'
import { DateField, TextArea, TextField } from '~/ui/text-fields.tsx'

interface FactFieldsProps {
  /** By the names that pages cite. */
  parts: string[]
  /** How many rows to show. */
  sources: number
}

/** Everything that a sheet says, in the order in which an editor checks it. */
export function FactFields({ parts, sources }: FactFieldsProps) {
  const i18n = useI18n()
  const { t } = i18n
  return (
    <>
      <Part title={t('fact.edit.said')}>
        <TextField name="title" label={t('fact.field.title')} required maxLength={300} />
        <TextArea
          name="text"
          label={t('fact.field.text')}
          hint={t('fact.edit.text.hint')}
          required
          rows={6}
          maxLength={5_000}
        />
      </Part>
      {parts.length > 0 && (
        <Part title={t('fact.edit.parts')} intro={t('fact.edit.parts.intro')}>
          {parts.map((name) => (
            <TextField
              key={name}
              name={partField(name)}
              label={partLabel(i18n, name)}
              required
              maxLength={1_000}
            />
          ))}
        </Part>
      )}
      <Part title={t('fact.edit.sources')} intro={t('fact.edit.sources.intro')}>
        {Array.from({ length: Math.min(sources, mostSources) }, (_, row) => (
          <Source key={row} row={row} />
        ))}
      </Part>
      <Part title={t('fact.edit.sureness')}>
        <SelectField
          name="certainty"
          label={t('fact.field.certainty')}
          required
          choices={certainties.map((value) => ({ value, label: t(`fact.certainty.${value}`) }))}
        />
        <TextArea
          name="toCheck"
          label={t('fact.field.toCheck')}
          hint={t('fact.edit.toCheck.hint')}
          maxLength={2_000}
        />
        <DateField name="validFrom" label={t('fact.field.validFrom')} />
        <DateField name="validTo" label={t('fact.field.validTo')} />
      </Part>
      <Part title={t('fact.edit.review')}>
        <DateField name="lastReviewed" label={t('fact.field.lastReviewed')} required />
        <ReviewFields />
        <TextField
          name="note"
          label={t('fact.edit.note')}
          hint={t('fact.edit.note.hint')}
          required
          maxLength={500}
        />
      </Part>
    </>
  )
}

function Part({ title, intro, children }: { title: string; intro?: string; children: ReactNode }) {
  return (
    <fieldset className="form-part">
      <legend>{title}</legend>
      {intro && <p className="hint">{intro}</p>}
      {children}
    </fieldset>
  )
}

function Source({ row }: { row: number }) {
  const { t } = useI18n()
  return (
    <fieldset className="form-part">
      <legend>{t('fact.edit.source', { number: row + 1 })}</legend>
      <TextField
        name={sourceField(row, 'title')}
        label={t('fact.edit.source.title')}
        maxLength={300}
      />
      <TextField
        name={sourceField(row, 'publisher')}
        label={t('fact.edit.source.publisher')}
        maxLength={300}
      />
      <TextField
        name={sourceField(row, 'address')}
        type="url"
        label={t('fact.edit.source.address')}
        maxLength={2_000}
      />
    </fieldset>
  )
}
