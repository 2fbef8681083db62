import { Form, useNavigation } from '@remix-run/react'
import type { LearnerModule } from '~/domain/standing/learner-standing.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Button } from '~/ui/button.tsx'

interface StartModuleProps {
  module: Pick<LearnerModule, 'slug' | 'isBegun' | 'completedOn'>
  variant?: 'primary' | 'secondary'
}

/** The button that begins a module, or goes on with it. */
export function StartModule({ module, variant = 'primary' }: StartModuleProps) {
  const { t } = useI18n()
  const action = `/modules/${module.slug}`
  const { state, formAction } = useNavigation()
  const label =
    module.completedOn !== null
      ? t('module.again')
      : module.isBegun
        ? t('module.continue')
        : t('module.start')
  return (
    <Form method="post" action={action}>
      <Button
        type="submit"
        variant={variant}
        pending={state !== 'idle' && formAction === action}
        pendingLabel={t('module.opening')}
      >
        {label}
      </Button>
    </Form>
  )
}
