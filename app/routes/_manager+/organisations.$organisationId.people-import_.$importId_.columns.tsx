import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { PeopleFilePage } from '~/components/identity/people-file-page.tsx'
import { peopleFields } from '~/domain/identity/people-columns.ts'
import {
  columnName,
  fileSaidSchema,
  unsaid,
  wordName,
} from '~/domain/identity/people-import.schema.ts'
import { tryPeople } from '~/domain/identity/people-import.server.ts'
import { readPeopleQuestions, type PeopleQuestions } from '~/domain/identity/people-view.server.ts'
import { personalProfessionGroups } from '~/domain/identity/person.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { parseForm } from '~/platform/http/form.server.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { CheckboxField, SelectField } from '~/ui/choice-fields.tsx'
import { ActionForm } from '~/ui/form.tsx'
import { Section } from '~/ui/page.tsx'

export const handle = { title: 'title.people-file' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'people:import')
  const { organisationId = '', importId = '' } = params
  return readPeopleQuestions({ actor, organisationId, importId, columns: null })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'people:import')
  const form = await parseForm(request, fileSaidSchema)
  if (!form.ok) return form.reply
  const { organisationId = '', importId = '' } = params
  await tryPeople({ actor, organisationId, importId, said: form.value })
  return redirect(`/organisations/${organisationId}/people-import/${importId}`)
}

export default function PeopleColumns() {
  const { t } = useI18n()
  const view = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  return (
    <PeopleFilePage
      organisation={view.organisation}
      title={t('people-file.columns.title')}
      lead={t('people-file.columns.lead')}
    >
      <ActionForm
        schema={fileSaidSchema}
        submitLabel={t('people-file.columns.submit')}
        pendingLabel={t('people-file.columns.busy')}
        reply={reply}
        beside={
          <ButtonLink to={`/organisations/${view.organisation.id}/people-import`} variant="quiet">
            {t('people-file.columns.leave')}
          </ButtonLink>
        }
      >
        <ColumnFields {...view} />
        <WordFields {...view} />
        <Section id="whole" title={t('people-file.whole')}>
          <CheckboxField
            name="isComplete"
            label={t('people-file.whole.label')}
            hint={t('people-file.whole.hint')}
            defaultChecked={view.import.isComplete}
          />
        </Section>
      </ActionForm>
    </PeopleFilePage>
  )
}

/** One question for each column, with what its first rows hold. */
function ColumnFields({ heads, samples, columns }: PeopleQuestions) {
  const { t } = useI18n()
  const choices = [
    { value: unsaid, label: t('people-file.columns.unused') },
    ...peopleFields.map((field) => ({ value: field, label: t(`people-file.field.${field}`) })),
  ]
  return (
    <Section
      id="columns"
      title={t('people-file.columns')}
      intro={<p>{t('people-file.columns.intro')}</p>}
    >
      {heads.map((head, place) => {
        const shown = samples.map((cells) => cells[place]).filter(Boolean)
        return (
          <SelectField
            key={place}
            name={columnName(place)}
            label={head || t('people-file.columns.nameless', { place: place + 1 })}
            hint={
              shown.length > 0
                ? t('people-file.columns.sample', { samples: shown.join(' · ') })
                : t('people-file.columns.blank')
            }
            choices={choices}
            defaultValue={peopleFields.find((field) => columns[field] === place) ?? unsaid}
            required
          />
        )
      })}
    </Section>
  )
}

/** What the file's own words for professions mean, and what rows without any are. */
function WordFields({ words, moreWords, defaultGroup }: PeopleQuestions) {
  const { t } = useI18n()
  const groups = personalProfessionGroups.map((group) => ({
    value: group,
    label: t(`profession.${group}`),
  }))
  return (
    <Section
      id="professions"
      title={t('people-file.professions')}
      intro={
        <>
          <p>{t('people-file.professions.intro')}</p>
          {moreWords > 0 && <p>{t('people-file.professions.more', { count: moreWords })}</p>}
        </>
      }
    >
      {words.map(({ word, text, count }) => (
        <SelectField
          key={word}
          name={wordName(word)}
          label={text}
          hint={t('people-file.professions.rows', { count })}
          choices={[{ value: unsaid, label: t('people-file.professions.unknown') }, ...groups]}
          defaultValue={unsaid}
          required
        />
      ))}
      <SelectField
        name="defaultGroup"
        label={t('people-file.professions.default')}
        hint={t('people-file.professions.default.hint')}
        choices={groups}
        emptyLabel={t('people-file.professions.none')}
        defaultValue={defaultGroup ?? ''}
      />
    </Section>
  )
}
