import type { CoursePage } from '~/domain/catalogue/course-page.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Link } from '~/ui/link.tsx'
import { Section } from '~/ui/page.tsx'

/** What a course of Samsyn's own gives: certificate, test, what to take away. */
export function CourseGains({ course }: { course: CoursePage }) {
  const { t, share } = useI18n()
  const { validityMonths, modules } = course
  if (validityMonths === null) return null
  const passMark = modules.find(({ kind }) => kind === 'test')?.passMark ?? null
  return (
    <Section id="gains" title={t('course.get')}>
      <ul>
        <li>{t('course.get.certificate', { count: validityMonths })}</li>
        {passMark !== null && <li>{t('course.get.test', { share: share(passMark) })}</li>}
        <li>
          {t('course.get.take-away')} <Link to="/library">{t('course.get.library')}</Link>.
        </li>
        <li>{t('course.get.group')}</li>
      </ul>
    </Section>
  )
}
