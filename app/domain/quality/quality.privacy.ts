import {
  notPersonal,
  type PersonalColumn,
  type PersonalDataRegister,
} from '~/kernel/personal-data.ts'

const learning = (purpose: string): PersonalColumn => ({
  purpose,
  ground: 'public-task',
  retention: 'learning',
})

export const qualityPrivacy: PersonalDataRegister = {
  gathered_trail: {
    ...notPersonal('sequence'),
    attempt_id: learning('which trail has been gone through'),
  },
  interaction: {
    ...notPersonal('item_identifier', 'number', 'interaction_id', 'kind', 'description'),
    ...notPersonal('correct_response', 'weighting'),
    attempt_id: learning('which attempt the answer belongs to, so that answers can be compared'),
    response: learning('how a question was answered, to see how well it works'),
    result: learning('whether the answer was right'),
    result_score: learning('whether the answer was right'),
    latency_seconds: learning('how long the answer took'),
    answered_at: learning('when it was answered'),
  },
  page_stay: {
    ...notPersonal('item_identifier', 'location'),
    attempt_id: learning('which attempt stayed there'),
    seconds: learning('how long a page takes'),
    visits: learning('how often it is gone back to'),
    left_at: learning('where attempts stop'),
  },
}
