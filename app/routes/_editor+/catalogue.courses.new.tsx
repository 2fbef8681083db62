import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { createCourse } from '~/domain/catalogue/catalogue.server.ts'
import { createCourseSchema } from '~/domain/catalogue/catalogue.schema.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { parseForm } from '~/platform/http/form.server.ts'
import { ButtonLink } from '~/ui/button.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { ActionForm } from '~/ui/form.tsx'
import { Page } from '~/ui/page.tsx'
import { TextArea, TextField } from '~/ui/text-fields.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'catalogue.title.course' }

export async function loader({ request }: LoaderFunctionArgs) {
  await requirePermission(request, 'catalogue:edit')
  return null
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'catalogue:edit')
  const form = await parseForm(request, createCourseSchema)
  if (!form.ok) return form.reply
  const courseId = await createCourse({ actor, ...form.value })
  return redirectWithToast(`/catalogue/modules/new?course=${courseId}`, 'catalogue.course.added')
}

export default function NewCoursePage() {
  const reply = useActionData<FormReply>()
  const { t } = useI18n()
  return (
    <Page
      title={t('catalogue.title.course')}
      lead={t('catalogue.course.lead')}
      width="reading"
      breadcrumbs={[
        { label: t('catalogue.title.list'), to: '/catalogue' },
        { label: t('catalogue.title.course') },
      ]}
    >
      <ActionForm
        schema={createCourseSchema}
        reply={reply}
        submitLabel={t('catalogue.course.add')}
        pendingLabel={t('catalogue.course.adding')}
        beside={
          <ButtonLink variant="quiet" to="/catalogue">
            {t('action.cancel')}
          </ButtonLink>
        }
      >
        <TextField name="titleSv" label={t('catalogue.course.title-sv')} required maxLength={120} />
        <TextField name="titleEn" label={t('catalogue.course.title-en')} required maxLength={120} />
        <TextArea
          name="descriptionSv"
          label={t('catalogue.course.description-sv')}
          hint={t('catalogue.course.description.hint')}
          required
          maxLength={1000}
        />
        <TextArea
          name="descriptionEn"
          label={t('catalogue.course.description-en')}
          required
          maxLength={1000}
        />
        <TextField
          name="slug"
          label={t('catalogue.slug')}
          hint={t('catalogue.slug.hint')}
          required
          maxLength={60}
          width="medium"
        />
      </ActionForm>
    </Page>
  )
}
