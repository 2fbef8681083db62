import type { ReactNode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import type { OpenData } from './components/attempt/open-module.tsx'
import type { PlayData } from './components/attempt/player.tsx'
import type { PreviewData } from './components/attempt/preview-module.tsx'
import { browserTexts, loadTexts } from './i18n/browser-texts.ts'
import { I18nProvider } from './i18n/i18n.tsx'
import type { IslandName } from './ui/island.tsx'
import { QuickExitLink } from './ui/quick-exit.tsx'
import { TimeoutWarning, type TimeoutWarningProps } from './ui/timeout-warning.tsx'

// Brings to life the parts of a page that does without the router (decision 0029).

const islands: Record<IslandName, (props: string) => ReactNode | Promise<ReactNode>> = {
  'quick-exit': () => <QuickExitLink />,
  'time-out': (props) => <TimeoutWarning {...(JSON.parse(props) as TimeoutWarningProps)} />,
  play: async (props) => {
    const [{ Player }, { line }] = await Promise.all([
      import('./components/attempt/player.tsx'),
      import('./entry.launch.ts'),
    ])
    return <Player view={(JSON.parse(props) as PlayData).view} line={line} />
  },
  open: async (props) => {
    const { OpenModule } = await import('./components/attempt/open-module.tsx')
    return <OpenModule {...(JSON.parse(props) as OpenData)} />
  },
  preview: async (props) => {
    const { PreviewedModule } = await import('./components/attempt/preview-module.tsx')
    return <PreviewedModule {...(JSON.parse(props) as PreviewData)} />
  },
}

const language = document.documentElement.lang === 'en' ? 'en' : 'sv'

async function bringToLife(island: HTMLElement): Promise<void> {
  const part = await islands[island.dataset.island as IslandName](island.dataset.props ?? '')
  hydrateRoot(
    island,
    <I18nProvider language={language} messages={browserTexts}>
      {part}
    </I18nProvider>,
  )
}

await loadTexts('core')
for (const island of document.querySelectorAll<HTMLElement>('[data-island]')) {
  void bringToLife(island)
}
