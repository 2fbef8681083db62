import { Link } from '@remix-run/react'
import { useI18n } from '~/i18n/i18n.tsx'
import type { Day } from '~/kernel/dates.ts'
import { ButtonLink } from '~/ui/button-link.tsx'
import { Section } from '~/ui/page.tsx'

/** The figures of the page as files. @param search what the page's own address asks for */
export function DownloadButtons({ search }: { search: string }) {
  const { t, language } = useI18n()
  const address = (file: string) => `/nation/coverage.${file}${search}&lang=${language}`
  return (
    <>
      <ButtonLink to={address('csv')} variant="primary" reloadDocument>
        {t('nation.export')}
      </ButtonLink>
      <ButtonLink to={address('xlsx')} reloadDocument>
        {t('nation.export.xlsx')}
      </ButtonLink>
      <ButtonLink to={address('json')} reloadDocument>
        {t('nation.export.json')}
      </ButtonLink>
    </>
  )
}

/** Every module at once, and the way for another system. */
export function DownloadSection({ asOf }: { asOf: Day }) {
  const { t, language } = useI18n()
  const address = (file: string) =>
    `/nation/coverage.${file}?modules=all&asOf=${asOf}&lang=${language}`
  return (
    <Section id="files" title={t('nation.export.title')} intro={t('nation.export.intro')}>
      <h3>{t('nation.export.all')}</h3>
      <ul>
        <li>
          <Link to={address('csv')} reloadDocument>
            {t('nation.export.all.csv')}
          </Link>
        </li>
        <li>
          <Link to={address('xlsx')} reloadDocument>
            {t('nation.export.all.xlsx')}
          </Link>
        </li>
        <li>
          <Link to={address('json')} reloadDocument>
            {t('nation.export.all.json')}
          </Link>
        </li>
      </ul>
      <p>
        <Link to="/api">{t('nation.export.api')}</Link>
      </p>
    </Section>
  )
}
