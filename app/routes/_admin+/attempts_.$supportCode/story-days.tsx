import { useTimeSpent } from '~/components/attempt/time-spent.ts'
import type { AttemptStory, StoryChapter, StorySentence } from '~/domain/attempt/attempt-story.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Notice } from '~/ui/notice.tsx'

/** The story, day by day, the first thing first. */
export function StoryDays({ story }: { story: AttemptStory }) {
  const { t, dayOf } = useI18n()
  const { chapters, page, pages, compacted, isOpenedSince } = story
  const isEmpty = chapters.length === 0 && !compacted
  return (
    <>
      {compacted && page === 1 && (
        <p>{t('story.compacted', { count: compacted.commits, day: dayOf(compacted.at) })}</p>
      )}
      {useDays(chapters).map(({ day, chapters }) => (
        <section key={day} aria-label={day}>
          <h3>{day}</h3>
          <ol className="items">
            {chapters.map((chapter) => (
              <Chapter key={new Date(chapter.from).toISOString()} chapter={chapter} />
            ))}
          </ol>
        </section>
      ))}
      {isEmpty && !isOpenedSince && <p>{t('story.empty')}</p>}
      {isOpenedSince && page === pages && (
        <Notice tone="info">
          <p>{isEmpty ? t('story.opened-only') : t('story.opened-since')}</p>
        </Notice>
      )}
    </>
  )
}

function useDays(chapters: StoryChapter[]): { day: string; chapters: StoryChapter[] }[] {
  const { dayOf } = useI18n()
  const days = new Map<string, StoryChapter[]>()
  for (const chapter of chapters) {
    const day = dayOf(chapter.from)
    days.set(day, [...(days.get(day) ?? []), chapter])
  }
  return [...days].map(([day, of]) => ({ day, chapters: of }))
}

function Chapter({ chapter: { from, to, sentences } }: { chapter: StoryChapter }) {
  const { t, clock, dayOf, moment } = useI18n()
  const sentence = useSentence()
  const end = dayOf(from) === dayOf(to) ? clock(to) : moment(to)
  const isShort = clock(from) === end
  return (
    <li className="item">
      <div className="item-text">
        <p className="item-title">
          {isShort ? end : t('story.from-to', { from: clock(from), to: end })}
        </p>
        {sentences.map((told, index) => (
          <p key={index}>{sentence(told, from)}</p>
        ))}
      </div>
    </li>
  )
}

/** What happened, in a sentence. */
function useSentence(): (told: StorySentence, from: Date) => string {
  const { t, tLoose, clock } = useI18n()
  const timeSpent = useTimeSpent()
  return (told, from) => {
    switch (told.kind) {
      case 'opened':
      case 'opened-again':
      case 'opened-after-break':
      case 'ended':
        return t(`story.${told.kind}`)
      case 'took-over':
        return t('story.took-over', { time: clock(from) })
      case 'went-on':
        return t('story.went-on', { pause: timeSpent(told.afterSeconds) })
      case 'saved':
        return told.parts.length === 0
          ? t('story.saved', { count: told.commits })
          : t('story.saved.parts', { count: told.commits, parts: told.parts.join(', ') })
      case 'replayed':
      case 'saved-on-exit':
        return t(`story.${told.kind}`, { count: told.commits })
      case 'refused': {
        const { element, clause, code, commits } = told
        const reason = tLoose(`story.refused.${code}`, {}, 'story.refused.other')
        return t('story.refused', { count: commits, element, clause, reason })
      }
      case 'counted':
        return t('story.counted', { time: timeSpent(told.seconds) })
      case 'completed':
        return t('story.completed', { time: clock(told.at) })
    }
  }
}
