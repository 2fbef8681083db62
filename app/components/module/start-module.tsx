import { Form, useNavigation } from '@remix-run/react'
import type { LearnerModule } from '~/domain/standing/learner-standing.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Button } from '~/ui/button.tsx'

interface StartModuleProps {
  module: Pick<LearnerModule, 'slug' | 'isBegun' | 'completedOn'> & {
    /** Whether a new attempt is wanted of what was done before. */
    isAgain?: boolean
  }
  variant?: 'primary' | 'secondary'
}

/** Begins a new attempt, after one that has come to an end. */
export function RetakeModule({ slug }: Pick<LearnerModule, 'slug'>) {
  const { t } = useI18n()
  const action = `/modules/${slug}`
  const { state, formAction, formData } = useNavigation()
  const isPressed = state !== 'idle' && formAction === action && formData?.has('again') === true
  return (
    <Form method="post" action={action}>
      <input type="hidden" name="again" value="on" />
      <Button type="submit" pending={isPressed} pendingLabel={t('module.opening')}>
        {t('attempt.retake')}
      </Button>
    </Form>
  )
}

/** The button that begins a module, or goes on with it. */
export function StartModule({ module, variant = 'primary' }: StartModuleProps) {
  const { t } = useI18n()
  const action = `/modules/${module.slug}`
  const { state, formAction, formData } = useNavigation()
  const label =
    module.completedOn !== null
      ? t(module.isAgain ? 'attempt.retake' : 'module.again')
      : module.isBegun
        ? t('module.continue')
        : t('module.start')
  return (
    <Form method="post" action={action}>
      {module.isAgain && <input type="hidden" name="again" value="on" />}
      <Button
        type="submit"
        variant={variant}
        pending={
          state !== 'idle' &&
          formAction === action &&
          (formData?.has('again') ?? false) === (module.isAgain ?? false)
        }
        pendingLabel={t('module.opening')}
      >
        {label}
      </Button>
    </Form>
  )
}
