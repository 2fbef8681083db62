import type { HomeModule } from '~/domain/standing/learner-standing.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ItemList } from '~/ui/card.tsx'
import { useIssuer } from './issuer-words.ts'
import { StandingTag, useInLanguage } from './module-words.tsx'

/** Modules that a learner has, one to a row. */
export function ModuleList({ modules, label }: { modules: HomeModule[]; label: string }) {
  const inLanguage = useInLanguage()
  const items = modules.map((module) => ({
    key: module.moduleId,
    title: inLanguage(module.titleSv, module.titleEn),
    to: `/modules/${module.slug}`,
    meta: <ModuleMeta module={module} />,
    aside: module.standing && <StandingTag standing={module.standing} />,
  }))
  return <ItemList items={items} label={label} />
}

/** Minutes, day and reason in a line: "12 minuter · Senast 1 dec. 2026 · Tilldelad av Gävle kommun". */
export function ModuleMeta({ module }: { module: HomeModule }) {
  const { t, day } = useI18n()
  const issuerOf = useIssuer()
  const { minutes, standing, dueOn, isMandatory, isAgain, completedOn, assignedBy } = module
  if (completedOn !== null && !isAgain) return t('module.completed', { day: day(completedOn) })
  const due =
    dueOn === null
      ? null
      : standing === 'late'
        ? t('module.was-due', { day: day(dueOn) })
        : t('module.due', { day: day(dueOn) })
  const why =
    assignedBy === null || isMandatory === null
      ? t('module.own-choice')
      : t(isMandatory ? 'module.why' : 'module.why.recommended', {
          organisation: issuerOf(assignedBy),
        })
  const again =
    isAgain && completedOn !== null && t('module.again-since', { day: day(completedOn) })
  return [t('module.minutes', { count: minutes }), due, why, again].filter(Boolean).join(' · ')
}
