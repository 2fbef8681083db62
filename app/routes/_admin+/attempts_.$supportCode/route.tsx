import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { useStateWords } from '~/components/attempt/state-words.ts'
import { readAttemptStory } from '~/domain/attempt/attempt-story.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Page, Section } from '~/ui/page.tsx'
import { Pagination } from '~/ui/table.tsx'
import { NotUnderstoodNotice } from './not-understood-notice.tsx'
import { StoryDays } from './story-days.tsx'
import { StoryFacts, StoryParts } from './story-facts.tsx'

export const handle = { title: 'title.attempts' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'attempt:trace')
  const asked = new URL(request.url).searchParams.get('page')
  const page = asked === null ? null : Number(asked)
  return readAttemptStory({ actor, named: params.supportCode, page })
}

export default function AttemptPage() {
  const { t, moment } = useI18n()
  const story = useLoaderData<typeof loader>()
  const state = useStateWords()(story)
  const title = t('story.heading', { code: story.supportCode })
  return (
    <Page
      title={title}
      lead={
        story.lastCommitAt
          ? t('story.lead', { state, moment: moment(story.lastCommitAt) })
          : t('story.lead.nothing', { state })
      }
      breadcrumbs={[{ label: t('attempts.title'), to: '/attempts' }, { label: title }]}
    >
      {story.missing > 0 && (
        <Notice tone="bad" title={t('story.missing', { count: story.missing })}>
          <p>{t('story.missing.text')}</p>
        </Notice>
      )}
      {story.notUnderstood.length > 0 && <NotUnderstoodNotice told={story.notUnderstood} />}
      <StoryFacts story={story} />
      <Section id="story" title={t('story.title')} intro={t('story.title.intro')}>
        <StoryDays story={story} />
        <Pagination
          page={story.page}
          pages={story.pages}
          to={(page) => `/attempts/${story.supportCode}?page=${page}#story`}
        />
      </Section>
      <StoryParts parts={story.parts} />
    </Page>
  )
}
