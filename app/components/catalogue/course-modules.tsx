import { minutesOf } from '~/components/module/course-minutes.ts'
import { StandingTag } from '~/components/module/module-words.tsx'
import { groupsOf, type CourseModule, type CourseTrack } from '~/domain/catalogue/course-page.ts'
import type { LearnerState } from '~/domain/standing/learner-standing.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ItemList } from '~/ui/card.tsx'
import { Link } from '~/ui/link.tsx'
import { Section } from '~/ui/page.tsx'

/** Where the reader stands with modules, by their id; null for a visitor. */
export type States = Record<string, LearnerState> | null

interface CourseModulesProps {
  modules: CourseModule[]
  track: CourseTrack | undefined
  states: States
}

/** The modules of a course or a track, by what they are for. */
export function CourseModules({ modules, track, states }: CourseModulesProps) {
  const { t } = useI18n()
  const groups = groupsOf(modules)
  const title = track
    ? t('course.modules.of', { track: track.title.toLocaleLowerCase('sv') })
    : t('course.modules')
  // Nobody takes the tracks of all professions.
  const isForOne = track !== undefined || !groups.some(({ kind }) => kind === 'track')
  const size = [
    t('courses.modules', { count: modules.length }),
    ...(isForOne ? [t('module.minutes', { count: minutesOf(modules) })] : []),
  ]
  return (
    <Section
      id="modules"
      title={title}
      intro={size.join(' · ')}
      actions={
        track && (
          <Link to="?track=all#modules" className="button button-quiet">
            {t('course.modules.all')}
          </Link>
        )
      }
    >
      {groups.map(({ kind, modules }) =>
        groups.length === 1 ? (
          <Rows key={kind} modules={modules} states={states} label={title} />
        ) : (
          <div key={kind} className="library-module">
            <h3>{t(`course.kind.${kind}`)}</h3>
            <Rows modules={modules} states={states} label={t(`course.kind.${kind}`)} />
          </div>
        ),
      )}
    </Section>
  )
}

function Rows(props: { modules: CourseModule[]; states: States; label: string }) {
  const { modules, states, label } = props
  const { t } = useI18n()
  const items = modules.map(({ id, slug, title, summary, minutes }) => ({
    key: id,
    title,
    to: `/modules/${slug}`,
    meta: (
      <>
        <p>{summary}</p>
        <p>{t('module.minutes', { count: minutes })}</p>
      </>
    ),
    aside: states && <State state={states[id]} />,
  }))
  return <ItemList items={items} label={label} />
}

function State({ state }: { state: LearnerState | undefined }) {
  const { t } = useI18n()
  return state?.standing ? (
    <StandingTag standing={state.standing} />
  ) : (
    <span className="meta">{t('module.state.open')}</span>
  )
}
