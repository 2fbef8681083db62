import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { createCourse } from '~/domain/catalogue/catalogue.server.ts'
import { createCourseSchema } from '~/domain/catalogue/catalogue.schema.ts'
import { SlugField, TextAreas, TitleFields } from '~/components/catalogue/described-fields.tsx'
import { useI18n } from '~/i18n/i18n.tsx'
import { parseForm } from '~/platform/http/form.server.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import type { FormReply } from '~/kernel/form-values.ts'
import { ActionForm } from '~/ui/form.tsx'
import { Page } from '~/ui/page.tsx'
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
        <TitleFields sv={t('catalogue.course.title-sv')} en={t('catalogue.course.title-en')} />
        <TextAreas
          name="description"
          sv={t('catalogue.course.description-sv')}
          en={t('catalogue.course.description-en')}
          hint={t('catalogue.course.description.hint')}
        />
        <SlugField />
      </ActionForm>
    </Page>
  )
}
