import { useEffect, useRef } from 'react'
import type { Preview } from '~/domain/attempt/read-preview.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import '~/i18n/work-texts.ts'
import type { ToPreview } from '~/kernel/player-protocol.ts'
import { Island } from '~/ui/island.tsx'
import { leaveNow } from '~/ui/leave-now.ts'

export interface PreviewData {
  preview: Preview
  /** Where the editor came from. */
  versionPath: string
}

/** A version as learners will meet it, for its editor. */
export function PreviewPage(data: PreviewData) {
  return (
    <Island name="preview" className="player" data={data}>
      <PreviewedModule {...data} />
    </Island>
  )
}

export function PreviewedModule({ preview, versionPath }: PreviewData) {
  const { t, language } = useI18n()
  const module = language === 'en' ? preview.titleEn : preview.titleSv
  return (
    <>
      <div className="player-bar">
        <h1 className="player-title">
          {t('catalogue.preview.version', { module, number: preview.number })}
        </h1>
        <p className="player-save">{t('catalogue.preview.note')}</p>
        {preview.items.length > 1 && <Parts preview={preview} />}
        <a href={versionPath} className="button button-secondary player-leave">
          {t('catalogue.preview.close')}
        </a>
      </div>
      <Stage preview={preview} />
    </>
  )
}

function Parts({ preview: { items, item } }: { preview: Preview }) {
  const { t } = useI18n()
  return (
    <form method="get">
      <label>
        {t('catalogue.preview.parts')}{' '}
        <select
          name="part"
          defaultValue={item}
          onChange={({ currentTarget }) => currentTarget.form?.requestSubmit()}
        >
          {items.map(({ identifier, title }) => (
            <option key={identifier} value={identifier}>
              {title}
            </option>
          ))}
        </select>
      </label>
    </form>
  )
}

function Stage({ preview }: { preview: Preview }) {
  const { t, language } = useI18n()
  const frame = useRef<HTMLIFrameElement>(null)
  const { contentOrigin, frameUrl, launchUrl, seed } = preview
  const contentTitle = t('player.content')
  const closeLabel = t('player.layer.close')
  useEffect(() => {
    const words: ToPreview = {
      samsyn: 'preview',
      seed,
      launchUrl,
      language,
      contentTitle,
      closeLabel,
    }
    const listen = ({ source, origin, data }: MessageEvent<unknown>) => {
      const view = frame.current?.contentWindow
      if (!view || source !== view || origin !== contentOrigin) return
      const said = (data as { samsyn?: unknown } | null)?.samsyn
      if (said === 'leave') leaveNow()
      if (said === 'ready') view.postMessage(words, contentOrigin)
    }
    window.addEventListener('message', listen)
    return () => window.removeEventListener('message', listen)
  }, [contentOrigin, seed, launchUrl, language, contentTitle, closeLabel])
  return (
    <div className="player-stage">
      <iframe
        ref={frame}
        src={frameUrl}
        title={contentTitle}
        className="player-frame"
        sandbox="allow-scripts allow-same-origin allow-forms allow-modals allow-downloads"
        allow="fullscreen"
      />
    </div>
  )
}
