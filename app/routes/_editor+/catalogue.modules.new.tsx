import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { readLanguage } from '~/auth/language.server.ts'
import { requirePermission } from '~/auth/permission.server.ts'
import { createModule } from '~/domain/catalogue/catalogue.server.ts'
import { createModuleSchema } from '~/domain/catalogue/catalogue.schema.ts'
import { listCatalogue } from '~/domain/catalogue/read-catalogue.server.ts'
import { SlugField, TextAreas, TitleFields } from '~/components/catalogue/described-fields.tsx'
import { useI18n } from '~/i18n/i18n.tsx'
import { parseForm } from '~/platform/http/form.server.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { EmptyState } from '~/ui/card.tsx'
import { SelectField, type Choice } from '~/ui/choice-fields.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { ActionForm } from '~/ui/form.tsx'
import { Page } from '~/ui/page.tsx'
import { NumberField } from '~/ui/text-fields.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'catalogue.title.new-module' }

export async function loader({ request }: LoaderFunctionArgs) {
  await requirePermission(request, 'catalogue:edit')
  const courses = await listCatalogue(await readLanguage(request))
  return { courses: courses.map(({ id, title }) => ({ value: id, label: title })) }
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'catalogue:edit')
  const form = await parseForm(request, createModuleSchema)
  if (!form.ok) return form.reply
  const moduleId = await createModule({ actor, ...form.value })
  return redirectWithToast(`/catalogue/modules/${moduleId}`, 'catalogue.module.added')
}

export default function NewModulePage() {
  const { courses } = useLoaderData<typeof loader>()
  const { t } = useI18n()
  return (
    <Page
      title={t('catalogue.title.new-module')}
      lead={t('catalogue.module.lead')}
      width="reading"
      breadcrumbs={[
        { label: t('catalogue.title.list'), to: '/catalogue' },
        { label: t('catalogue.title.new-module') },
      ]}
    >
      {courses.length > 0 ? (
        <ModuleForm courses={courses} />
      ) : (
        <EmptyState
          title={t('catalogue.module.no-course')}
          actions={
            <ButtonLink variant="primary" to="/catalogue/courses/new">
              {t('catalogue.course.add')}
            </ButtonLink>
          }
        >
          <p>{t('catalogue.module.no-course.text')}</p>
        </EmptyState>
      )}
    </Page>
  )
}

function ModuleForm({ courses }: { courses: Choice[] }) {
  const reply = useActionData<FormReply>()
  const [search] = useSearchParams()
  const { t } = useI18n()
  return (
    <ActionForm
      schema={createModuleSchema}
      reply={reply}
      submitLabel={t('catalogue.module.add')}
      pendingLabel={t('catalogue.module.adding')}
      beside={
        <ButtonLink variant="quiet" to="/catalogue">
          {t('action.cancel')}
        </ButtonLink>
      }
    >
      <SelectField
        name="courseId"
        label={t('catalogue.module.course')}
        choices={courses}
        defaultValue={search.get('course') ?? undefined}
        required
      />
      <TitleFields sv={t('catalogue.module.title-sv')} en={t('catalogue.module.title-en')} />
      <TextAreas
        name="summary"
        sv={t('catalogue.module.summary-sv')}
        en={t('catalogue.module.summary-en')}
        hint={t('catalogue.module.summary.hint')}
      />
      <NumberField
        name="minutes"
        label={t('catalogue.module.minutes')}
        hint={t('catalogue.module.minutes.hint')}
        min={1}
        max={600}
        required
      />
      <SlugField />
    </ActionForm>
  )
}
