import { minutesOf } from '~/components/module/course-minutes.ts'
import { modulesOf, type CoursePage, type CourseTrack } from '~/domain/catalogue/course-page.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { ItemList } from '~/ui/card.tsx'
import { Section } from '~/ui/page.tsx'
import { Tag } from '~/ui/tag.tsx'

interface CourseTracksProps {
  course: CoursePage
  /** In the reader's order. */
  tracks: CourseTrack[]
  /** Those of the reader's own professions. */
  own: CourseTrack[]
  chosen: CourseTrack | undefined
}

/** The ways through a course, one for each profession: for whom, how long. Leads to the modules below. */
export function CourseTracks({ course, tracks, own, chosen }: CourseTracksProps) {
  const { t } = useI18n()
  const items = tracks.map((track) => ({
    key: track.slug,
    title: track.title,
    to: `?track=${track.slug}#modules`,
    meta: (
      <>
        <p>{track.description}</p>
        <Professions track={track} />
        <TrackMinutes course={course} track={track} />
      </>
    ),
    aside: (track === chosen || own.includes(track)) && (
      <>
        {own.includes(track) && <Tag tone="ok">{t('course.track.own')}</Tag>}{' '}
        {track === chosen && <Tag tone="info">{t('course.track.shown')}</Tag>}
      </>
    ),
  }))
  return (
    <Section id="tracks" title={t('course.for-whom')} intro={t('course.for-whom.intro')}>
      <ItemList items={items} label={t('course.for-whom')} />
    </Section>
  )
}

function Professions({ track }: { track: CourseTrack }) {
  const { t } = useI18n()
  const groups = track.professionGroups.map((group) => t(`profession.${group}`))
  if (groups.length === 0) return null
  return <p>{t('course.track.for', { groups: groups.join(', ') })}</p>
}

function TrackMinutes({ course, track }: { course: CoursePage; track: CourseTrack }) {
  const { t, number } = useI18n()
  const modules = modulesOf(course, track)
  const total = minutesOf(modules)
  const own = minutesOf(modules.filter(({ kind }) => kind === 'track'))
  if (own === 0) return <p>{t('course.track.minutes', { total: number(total) })}</p>
  return (
    <p>
      {t('course.track.split', {
        total: number(total),
        basics: number(total - own),
        own: number(own),
      })}
    </p>
  )
}
