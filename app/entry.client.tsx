import { RemixBrowser } from '@remix-run/react'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { browserTexts, loadTexts } from './i18n/browser-texts.ts'
import { I18nProvider } from './i18n/i18n.tsx'

await loadTexts('core')
const language = document.documentElement.lang === 'en' ? 'en' : 'sv'

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nProvider language={language} messages={browserTexts}>
        <RemixBrowser />
      </I18nProvider>
    </StrictMode>,
  )
})
