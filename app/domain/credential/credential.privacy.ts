import {
  notPersonal,
  type PersonalColumn,
  type PersonalDataRegister,
} from '~/kernel/personal-data.ts'

const certified = (purpose: string): PersonalColumn => ({
  purpose,
  ground: 'public-task',
  retention: 'learning',
})

export const credentialPrivacy: PersonalDataRegister = {
  certificate: {
    ...notPersonal('course_id', 'track_id', 'course_title_sv', 'course_title_en'),
    ...notPersonal('track_title_sv', 'track_title_en', 'course_version'),
    id: certified('the certificate of one person'),
    code: certified('finds the certificate for whom its holder shows it to'),
    person_id: certified('whose certificate it is'),
    earned_on: certified('when what it needs was done'),
    valid_until: certified('until when it counts'),
    issued_at: certified('when it was issued'),
    holder_name: certified('the name that its holder wants on it'),
    shows_name: certified('whether who has the code sees the name'),
    renews_id: certified('which certificate it renews'),
    replaces_id: certified('which certificate it was issued instead of'),
    revoked_at: certified('from when it no longer counts'),
    revoked_by: {
      purpose: 'who revoked it',
      ground: 'public-task',
      retention: 'trail',
    },
    revoked_for: certified('why it was revoked'),
  },
  certificate_share: {
    ...notPersonal('organisation_id'),
    certificate_id: certified('which certificate its holder lets an organisation see'),
    shared_at: certified('since when'),
  },
}
