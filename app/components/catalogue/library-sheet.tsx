import type { LibrarySource } from '~/domain/catalogue/library.ts'
import type { ToldFact } from '~/domain/catalogue/told-fact.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Button } from '~/ui/button.tsx'
import { ButtonLink } from '~/ui/button-link.tsx'
import { useHydrated } from '~/ui/hydrated.ts'
import { Section } from '~/ui/page.tsx'
import { useCourseLanguage } from './course-language.ts'
import { FactSource } from './fact-source.tsx'

// What stands around something of the library, on the screen and on paper.

/** To print, and to the module. */
export function SheetActions({ moduleSlug }: { moduleSlug: string }) {
  const { t } = useI18n()
  return (
    <div className="actions">
      <PrintButton />
      <ButtonLink to={`/modules/${moduleSlug}`} variant="quiet">
        {t('library.module')}
      </ButtonLink>
    </div>
  )
}

/** The browser's own print does the same; before JavaScript there is no button that could. */
function PrintButton() {
  const { t } = useI18n()
  if (!useHydrated()) return null
  return (
    <Button type="button" variant="primary" onClick={() => print()}>
      {t('library.print')}
    </Button>
  )
}

/** The facts that a text cites, each with its source. */
export function SheetSources({ facts }: { facts: ToldFact[] }) {
  const { t } = useI18n()
  const lang = useCourseLanguage()
  if (facts.length === 0) return null
  return (
    <Section id="sources" title={t('library.sources')}>
      <ul className="sources">
        {facts.map((fact) => (
          <li key={fact.id}>
            <p lang={lang}>{fact.title}</p>
            <FactSource fact={fact} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Which version it is, of which day, and where it is found again. */
export function SheetFoot({ source, address }: { source: LibrarySource; address: string }) {
  const { t, day } = useI18n()
  const { title, version } = source.course
  const told = { course: title, number: source.versionNumber, day: day(source.publishedOn) }
  return (
    <footer className="sheet-foot meta">
      <p>
        {version === null ? t('library.foot.plain', told) : t('library.foot', { ...told, version })}
      </p>
      <p>{address}</p>
    </footer>
  )
}
