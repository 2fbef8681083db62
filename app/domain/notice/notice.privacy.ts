import { notPersonal, type PersonalDataRegister } from '~/kernel/personal-data.ts'

const account = (purpose: string) => ({
  purpose,
  ground: 'public-task' as const,
  retention: 'account' as const,
})
const learning = (purpose: string) => ({
  purpose,
  ground: 'public-task' as const,
  retention: 'learning' as const,
})
const trail = (purpose: string) => ({
  purpose,
  ground: 'public-task' as const,
  retention: 'trail' as const,
})

export const noticePrivacy: PersonalDataRegister = {
  notice_setting: {
    person_id: account('whose choice it is'),
    wants_recommended: account('whether mail may tell of what is only recommended'),
    mailed_on: account('so that nobody gets more than one mail a week'),
    refused_email: account('which address refused mail, so that nothing more is sent to it'),
    refused_at: account('since when'),
  },
  notice_mail: {
    ...notPersonal('id', 'made_at', 'optional', 'status', 'try_at', 'tries', 'claim_id'),
    ...notPersonal('claimed_at', 'settled_at', 'kind', 'news'),
    // A sign-up, which is forgotten in its own time; what is left points to nobody.
    about_id: account('what is told of, where its words are written when it is sent'),
    person_id: account('who has been told'),
    made_on: account('when'),
    subject: account('shown to the person, with what came of it'),
    body: {
      purpose: 'what is to be sent; gone when it is sent',
      ground: 'public-task',
      retention: 'short',
    },
  },
  notice_item: {
    ...notPersonal('mail_id', 'closed_on'),
    person_id: learning('who has been told'),
    module_id: learning('of what, so that nothing is told twice'),
    stage: learning('whether it was new, due soon or late'),
    due_on: learning('which day was told'),
    told_on: learning('when'),
  },
  notice_reminder: {
    ...notPersonal('id', 'organisation_id', 'ended_at'),
    person_id: learning('who is to be reminded'),
    module_id: learning('of what'),
    asked_at: learning('since when'),
    asked_by: trail('who wanted it'),
  },
  reminder_round: {
    ...notPersonal('id', 'organisation_id', 'module_id', 'asked_at', 'people', 'taken'),
    ...notPersonal('mailed', 'waiting', 'not_asked', 'unreachable', 'ended_at'),
    asked_by: trail('who wanted it'),
    person_ids: {
      purpose: 'who is to be reminded; gone when they have been, which takes minutes',
      ground: 'public-task',
      retention: 'short',
    },
  },
}
