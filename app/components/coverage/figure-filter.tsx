import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { ModuleChoice } from '~/domain/assignment/assignment.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { Day } from '~/kernel/dates.ts'
import { Button } from '~/ui/button.tsx'
import { SelectField, type ChoiceGroup } from '~/ui/choice-fields.tsx'
import { DateField } from '~/ui/text-fields.tsx'
import { moduleTitle } from './module-title.ts'

interface FigureFilterProps {
  modules: ModuleChoice[]
  module: ModuleChoice | null
  /** Left out where the page only speaks of today. */
  asOf?: Day
  /** Further fields, before the button. */
  children?: ReactNode
}

/** Which module, and as of which day: leads back to the same page by an address that can be shared. */
export function FigureFilter({ modules, module, asOf, children }: FigureFilterProps) {
  const { t } = useI18n()
  return (
    // The key starts the fields anew when a link has changed what they stand for.
    <Form method="get" className="form filters" key={`${module?.slug} ${asOf}`}>
      <FigureFields modules={modules} module={module} asOf={asOf} />
      {children}
      <Button type="submit">{t('coverage.filter.show')}</Button>
    </Form>
  )
}

/** The fields for module and day, in a form with others. */
export function FigureFields({ modules, module, asOf }: Omit<FigureFilterProps, 'children'>) {
  const { t } = useI18n()
  return (
    <>
      <SelectField
        name="module"
        label={t('coverage.filter.module')}
        choices={useModuleChoices(modules)}
        emptyLabel={t('coverage.filter.first-module')}
        defaultValue={module?.slug}
      />
      {asOf && <DateField name="asOf" label={t('coverage.filter.as-of')} defaultValue={asOf} />}
    </>
  )
}

function useModuleChoices(modules: ModuleChoice[]): ChoiceGroup[] {
  const { language } = useI18n()
  const courses = new Map<string, ChoiceGroup>()
  for (const module of modules) {
    const label = language === 'en' ? module.courseTitleEn : module.courseTitleSv
    const course = courses.get(label) ?? { label, choices: [] }
    course.choices.push({ value: module.slug, label: moduleTitle(module, language) })
    courses.set(label, course)
  }
  return [...courses.values()]
}
