import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData, type ShouldRevalidateFunction } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { readLanguage } from '~/auth/language.server.ts'
import { requirePermission } from '~/auth/permission.server.ts'
import stylesheet from '~/components/attempt/player.css?url'
import { readPreview, type Preview } from '~/domain/attempt/read-preview.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import type { ToPreview } from '~/kernel/player-protocol.ts'
import { leaveNow } from '~/ui/quick-exit.tsx'

export const handle = { title: 'catalogue.title.preview', isPlayer: true }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requirePermission(request, 'catalogue:edit')
  const wanted = new URL(request.url).searchParams.get('part')
  const preview = await readPreview(params.versionId, wanted, await readLanguage(request))
  return { preview, versionPath: `/catalogue/versions/${params.versionId}` }
}

export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl }) =>
  currentUrl.search !== nextUrl.search

/** A version as learners will meet it, for its editor. */
export default function PreviewPage() {
  const { preview, versionPath } = useLoaderData<typeof loader>()
  const { t, language } = useI18n()
  const module = language === 'en' ? preview.titleEn : preview.titleSv
  return (
    <div className="player">
      <div className="player-bar">
        <h1 className="player-title">
          {t('catalogue.preview.version', { module, number: preview.number })}
        </h1>
        <p className="player-save">{t('catalogue.preview.note')}</p>
        {preview.items.length > 1 && <Parts preview={preview} />}
        <Link to={versionPath} className="button button-secondary player-leave">
          {t('catalogue.preview.close')}
        </Link>
      </div>
      <Stage key={preview.item} preview={preview} />
    </div>
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
