import { RemixBrowser } from '@remix-run/react'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import type { Language } from './i18n/format.ts'
import { I18nProvider } from './i18n/i18n.tsx'
import type { Messages } from './i18n/translate.ts'

// Only the language of the document is loaded.
async function loadMessages(language: Language): Promise<Messages> {
  if (language === 'en') return (await import('./i18n/en.ts')).en
  return (await import('./i18n/sv.ts')).sv
}

const language: Language = document.documentElement.lang === 'en' ? 'en' : 'sv'
const messages = await loadMessages(language)

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nProvider language={language} messages={messages}>
        <RemixBrowser />
      </I18nProvider>
    </StrictMode>,
  )
})
