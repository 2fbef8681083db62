import { addDays, today } from '~/kernel/dates.ts'
import { newId } from '~/kernel/ids.ts'
import {
  anywhere,
  open,
  own,
  ownBy,
  signedIn,
  there,
  type RouteRule,
  type Things,
} from './access.ts'
import { password } from '../e2e/setup/world.ts'

const organisation =
  (rest = '') =>
  (things: Things) =>
    `/organisations/${things.organisationId}${rest}`

const organisationImport =
  (rest = '') =>
  (things: Things) =>
    organisation(`/completions/${things.importId}${rest}`)(things)

const peopleImport =
  (rest = '') =>
  (things: Things) =>
    organisation(`/people-import/${things.peopleImportId}${rest}`)(things)

const activityImport =
  (rest = '') =>
  (things: Things) =>
    `/activities/import/${things.activityImportId}${rest}`

const headcountFiles =
  (rest = '') =>
  (things: Things) =>
    `/headcount-files${rest}?organisation=${things.organisationId}`

const headcountImport =
  (rest = '') =>
  (things: Things) =>
    `/headcount-files/${things.headcountImportId}${rest}`

const organisationJoinCode =
  (rest = '') =>
  (things: Things) =>
    organisation(`/join-codes/${things.joinCodeId}${rest}`)(things)

const affiliationFields = (things: Things) => ({
  municipalityCode: things.place.municipalityCode ?? '',
  unitId: things.unitId,
  professionGroup: 'other',
  kind: 'employed',
  validFrom: addDays(today(), -3),
})

const assignmentFields = ({ moduleId, organisationId }: Things) => ({
  intent: 'assign',
  target: `module:${moduleId}`,
  places: `organisation:${organisationId}`,
  isMandatory: 'mandatory',
  dueOn: addDays(today(), 30),
})

const activity =
  (rest = '') =>
  ({ activityId }: Things) =>
    `/activities/${activityId}${rest}`

/** An activity is in its county and municipality, and no organisation's. */
const homeOfActivity = ({ place }: Things) => ({ ...place, organisationId: null })

const activityFields = ({ organisationId, place }: Things) => ({
  type: 'lecture',
  form: 'digital',
  level: 'basic',
  title: 'Föreläsning',
  home: place.municipalityCode ?? '',
  organiserId: organisationId,
  'day-1': today(),
  'start-1': '13:00',
  'end-1': '16:00',
})

const courseFields = { titleSv: 'Ny', titleEn: 'New', descriptionSv: 'Ny', descriptionEn: 'New' }
const moduleFields = { titleSv: 'Ny', titleEn: 'New', summarySv: 'Ny', summaryEn: 'New' }

let made = 0
/** A slug that nobody has used. */
const freshSlug = () => `ny-${made++}`

/** A module of our own course, which every world has. */
const openModule = 'grund-1-vad-det-ar'

/** Every route: its address, who may look, and its forms, filled so that they would change something. */
export const routeRules: Record<string, RouteRule> = {
  // Open to all.
  'routes/_public+/_index': { path: () => '/', page: open },
  'routes/_public+/accessibility': { path: () => '/accessibility', page: open },
  'routes/_public+/privacy': { path: () => '/privacy', page: open },
  'routes/_public+/courses._index': { path: () => '/courses', page: open },
  'routes/_public+/courses.$courseSlug': {
    path: ({ courseSlug }) => `/courses/${courseSlug}`,
    page: open,
  },
  // Course pages, search, library and where to get help.
  'routes/_public+/search': { path: () => '/search?q=hj%C3%A4lp', page: open },
  'routes/_public+/help': { path: () => '/help', page: open },
  'routes/_public+/library._index': { path: () => '/library', page: open },
  'routes/_public+/library.glossary': { path: () => '/library/glossary', page: open },
  'routes/_public+/library.facts': { path: () => '/library/facts', page: open },
  'routes/_public+/library.$moduleSlug.print': {
    path: ({ moduleSlug }) => `/library/${moduleSlug}/print`,
    page: open,
  },
  'routes/_public+/library.$moduleSlug.$part': {
    path: ({ moduleSlug }) => `/library/${moduleSlug}/easy-read`,
    page: open,
  },
  'routes/_public+/$': { path: () => '/no-such-page', page: open },
  'routes/_public+/report': {
    path: () => '/report',
    page: open,
    forms: [
      {
        name: 'report a fault',
        access: open,
        fields: () => ({ page: '/home', what: 'Knappen syns inte.' }),
      },
    ],
  },
  'routes/_public+/report_.sent': { path: () => '/report/sent', page: open },
  // Modules without signing in.
  'routes/_public+/open.$moduleSlug': { path: () => `/open/${openModule}`, page: open },
  'routes/_public+/open.$moduleSlug_.tick': {
    path: () => `/open/${openModule}/tick`,
    page: open,
    forms: [
      {
        name: 'say that a module was taken',
        access: open,
        fields: ({ countyCode }) => ({ id: newId(), countyCode, professionGroup: 'school' }),
      },
    ],
  },
  'routes/_public+/open.$moduleSlug_.tick_.sent': {
    path: () => `/open/${openModule}/tick/sent`,
    page: open,
  },
  'routes/_auth+/sign-in': {
    path: () => '/sign-in',
    page: open,
    forms: [
      {
        name: 'sign in',
        access: open,
        fields: () => ({ email: 'nobody@demo.samsyn.example', password }),
      },
    ],
  },
  // Ends the asker's own session and nothing else, so it is not sent here (see the end-to-end tests).
  'routes/_auth+/sign-out': { path: () => '/sign-out', page: open },
  // The quick exit ends the asker's session, too.
  'routes/_auth+/leave': { path: () => '/leave' },
  'routes/_auth+/sign-up': {
    path: () => '/sign-up',
    page: open,
    forms: [{ name: 'sign up', access: open, fields: () => ({ givenName: 'Ny' }) }],
  },
  'routes/_auth+/sign-up_.sent': { path: () => '/sign-up/sent', page: open },
  'routes/_auth+/forgot-password': {
    path: () => '/forgot-password',
    page: open,
    forms: [
      {
        name: 'ask for a link',
        access: open,
        fields: () => ({ email: 'nobody@demo.samsyn.example' }),
      },
    ],
  },
  'routes/_auth+/forgot-password_.sent': { path: () => '/forgot-password/sent', page: open },
  // The link in a mail is its own permission.
  'routes/_public+/unsubscribe.$token': {
    path: () => '/unsubscribe/none',
    page: open,
    forms: [{ name: 'say no to mail', access: open, fields: () => ({ recommended: 'no' }) }],
  },
  'routes/_auth+/confirm-email.$secret': {
    path: () => '/confirm-email/none',
    page: open,
    forms: [{ name: 'confirm', access: open, fields: () => ({}) }],
  },
  'routes/_auth+/reset-password.$secret': {
    path: () => '/reset-password/none',
    page: open,
    forms: [{ name: 'choose a password', access: open, fields: () => ({ password }) }],
  },
  'routes/_auth+/merge-accounts.$secret': {
    path: () => '/merge-accounts/none',
    page: open,
    forms: [{ name: 'merge a linked account', access: signedIn, fields: () => ({}) }],
  },
  'routes/_auth+/invitation.$secret': {
    path: () => '/invitation/none',
    page: open,
    forms: [{ name: 'claim an account', access: open, fields: () => ({ password }) }],
  },
  'routes/_auth+/invited.$invitationId.$proof': {
    path: () => '/invited/none/none',
    page: open,
    forms: [
      {
        name: 'take an invitation',
        access: open,
        fields: () => ({
          professionGroup: 'other',
          givenName: 'Nova',
          familyName: 'Provsson',
          language: 'sv',
          password,
        }),
      },
    ],
  },
  'routes/_auth+/administrator.$secret': {
    path: () => '/administrator/none',
    page: open,
    forms: [{ name: 'become administrator', access: open, fields: () => ({ password }) }],
  },
  // The matrix runs as the demo does, where the mailbox is open to all.
  'routes/_admin+/mailbox': { path: () => '/mailbox', page: open },
  'routes/resources+/language': {
    path: () => '/resources/language',
    forms: [{ name: 'choose a language', access: open, fields: () => ({ language: 'sv' }) }],
  },

  // One's own.
  'routes/resources+/session': {
    path: () => '/resources/session',
    forms: [{ name: 'prolong the session', access: signedIn, fields: () => ({}) }],
  },
  'routes/_learner+/home': { path: () => '/home', page: signedIn },
  'routes/_learner+/modules.$moduleSlug': {
    path: ({ moduleSlug }) => `/modules/${moduleSlug}`,
    page: open,
    forms: [{ name: 'begin the module', access: signedIn, fields: () => ({}) }],
  },
  'routes/_learner+/modules.$moduleSlug_.calendar[.]ics': {
    path: ({ moduleSlug }) => `/modules/${moduleSlug}/calendar.ics`,
    page: signedIn,
  },
  'routes/_learner+/play.$registrationId': {
    path: ({ registrationId }) => `/play/${registrationId}`,
    page: own,
  },
  'routes/resources+/flush.$registrationId': {
    path: ({ registrationId }) => `/resources/flush/${registrationId}`,
    page: own,
  },
  'routes/resources+/open-progress.$moduleId': {
    path: ({ moduleId }) => `/resources/open-progress/${moduleId}`,
    page: signedIn,
    forms: [
      {
        name: 'take along what was done without signing in',
        access: signedIn,
        fields: () => ({ progress: '{"v":1,"a":"start"}' }),
      },
    ],
  },
  'routes/_learner+/profile': {
    path: () => '/profile',
    page: signedIn,
    forms: [
      {
        name: 'save the profile',
        access: signedIn,
        fields: () => ({ givenName: 'Ny', familyName: 'Nysson', language: 'sv', sex: 'unstated' }),
      },
    ],
  },
  'routes/_learner+/profile_.mails': {
    path: () => '/profile/mails',
    page: signedIn,
    forms: [
      {
        name: 'say what to be mailed about',
        access: signedIn,
        fields: () => ({ recommended: 'no' }),
      },
      { name: 'try the address again', access: signedIn, fields: () => ({ intent: 'try-again' }) },
    ],
  },
  'routes/_learner+/home_.calendar[.]ics': { path: () => '/home/calendar.ics', page: signedIn },
  'routes/_learner+/profile_.merge': {
    path: () => '/profile/merge',
    page: signedIn,
    forms: [
      {
        name: 'prove another account',
        access: signedIn,
        fields: () => ({ intent: 'prove', email: 'nobody@demo.samsyn.example', password }),
      },
      {
        name: 'ask for a link to another account',
        access: signedIn,
        fields: () => ({ intent: 'ask-link', email: 'nobody@demo.samsyn.example' }),
      },
      {
        name: 'merge it',
        access: signedIn,
        fields: () => ({ intent: 'merge', proof: 'x' }),
      },
    ],
  },
  'routes/_learner+/profile_.merge_.sent': { path: () => '/profile/merge/sent', page: signedIn },
  'routes/_learner+/profile_.data': { path: () => '/profile/data', page: signedIn },
  'routes/_learner+/profile_.password': {
    path: () => '/profile/password',
    page: signedIn,
    forms: [
      {
        name: 'change the password',
        access: signedIn,
        fields: () => ({ currentPassword: 'fel', password: 'ett helt nytt lösenord' }),
      },
    ],
  },
  'routes/_learner+/profile_.affiliations.new': {
    path: ({ place }) => `/profile/affiliations/new?municipality=${place.municipalityCode}`,
    page: signedIn,
    forms: [{ name: 'add a workplace', access: signedIn, fields: affiliationFields }],
  },
  'routes/_learner+/profile_.affiliations.$affiliationId': {
    path: ({ ownAffiliationId }) => `/profile/affiliations/${ownAffiliationId}`,
    page: own,
    forms: [
      { name: 'correct a workplace', access: own, fields: affiliationFields },
      {
        name: 'choose a sub-group',
        access: own,
        fields: ({ ownAffiliationId }) => ({
          intent: 'sub-group',
          affiliationId: ownAffiliationId,
          subGroupId: '',
        }),
      },
    ],
  },
  'routes/_learner+/profile_.affiliations.$affiliationId_.end': {
    path: ({ ownAffiliationId }) => `/profile/affiliations/${ownAffiliationId}/end`,
    page: own,
    forms: [{ name: 'end a workplace', access: own, fields: () => ({ lastDay: today() }) }],
  },

  // Certificates.
  'routes/_learner+/certificates': { path: () => '/certificates', page: signedIn },
  'routes/_learner+/certificates_.$certificateId': {
    path: ({ certificateId }) => `/certificates/${certificateId}`,
    page: own,
    forms: [
      { name: 'choose the name', access: own, fields: () => ({ name: 'named', showsName: 'on' }) },
    ],
  },
  'routes/_learner+/certificates_.$certificateId_.intyg[.]pdf': {
    path: ({ certificateId }) => `/certificates/${certificateId}/intyg.pdf`,
    page: own,
  },
  'routes/_learner+/certificates_.$certificateId_.reissue': {
    path: ({ certificateId }) => `/certificates/${certificateId}/reissue`,
    page: own,
    forms: [{ name: 'issue anew', access: own, fields: () => ({}) }],
  },
  'routes/_public+/intyg._index': {
    path: () => '/intyg',
    page: open,
    forms: [
      { name: 'check a code', access: open, fields: () => ({ code: '3333-3333-3333-3333' }) },
    ],
  },
  'routes/_public+/intyg.$code': { path: () => '/intyg/3333-3333-3333-3333', page: open },
  'routes/_admin+/certificates-issued': {
    path: () => '/certificates-issued',
    page: anywhere('certificate:revoke'),
    forms: [
      {
        name: 'find a certificate',
        access: anywhere('certificate:revoke'),
        fields: () => ({ code: '3333-3333-3333-3333' }),
      },
    ],
  },
  'routes/_admin+/certificates-issued_.$certificateId': {
    path: ({ certificateId }) => `/certificates-issued/${certificateId}`,
    page: anywhere('certificate:revoke'),
    forms: [
      {
        name: 'revoke a certificate',
        access: anywhere('certificate:revoke'),
        fields: () => ({ reason: 'mistaken' }),
      },
    ],
  },

  // The manager's and the trainer's.
  'routes/_manager+/organisations._index': {
    path: () => '/organisations',
    page: anywhere('figures:read'),
  },
  'routes/_manager+/colleagues': {
    path: () => '/colleagues',
    page: anywhere('people:find'),
    forms: [
      {
        name: 'find a person',
        access: anywhere('people:find'),
        fields: () => ({ words: 'robin' }),
      },
    ],
  },
  'routes/_manager+/organisations[.]csv': {
    path: () => '/organisations.csv',
    page: anywhere('figures:read'),
  },
  'routes/_manager+/organisations.$organisationId._index': {
    path: organisation(),
    page: there('figures:read'),
  },
  'routes/_manager+/organisations.$organisationId.modules': {
    path: organisation('/modules'),
    page: there('figures:read'),
  },
  'routes/_manager+/organisations.$organisationId.modules[.]csv': {
    path: organisation('/modules.csv'),
    page: there('figures:read'),
  },
  'routes/_manager+/organisations.$organisationId.people': {
    path: (things) => organisation(`/people?module=${things.moduleSlug}`)(things),
    page: there('people:read'),
    forms: [
      {
        name: 'give everybody longer',
        access: there('duty:except'),
        fields: () => ({ deed: 'extend', all: 'all', newDay: addDays(today(), 60) }),
      },
    ],
  },
  'routes/_manager+/organisations.$organisationId.people[.]csv': {
    path: organisation('/people.csv'),
    page: there('people:read'),
    forms: [
      {
        name: 'fetch a file of those found by name',
        access: there('people:read'),
        fields: () => ({ words: 'a' }),
      },
    ],
  },
  'routes/_manager+/organisations.$organisationId.people_.$personId': {
    path: (things) => organisation(`/people/${things.personId}`)(things),
    page: there('people:read'),
    forms: [
      {
        name: 'choose a sub-group',
        access: there('affiliation:decide'),
        fields: () => ({ intent: 'sub-group', affiliationId: newId(), subGroupId: '' }),
      },
      {
        name: 'end a workplace',
        access: there('affiliation:decide'),
        fields: () => ({ affiliationId: newId(), lastDay: '2026-12-31' }),
      },
    ],
  },
  'routes/_manager+/organisations.$organisationId.people_.reminders.$roundId': {
    path: (things) => organisation(`/people/reminders/${things.roundId}`)(things),
    page: there('people:remind'),
  },
  'routes/_learner+/certificates_.$certificateId_.share': {
    path: ({ certificateId }) => `/certificates/${certificateId}/share`,
    page: own,
    forms: [
      {
        name: 'show it to an employer',
        access: own,
        fields: ({ organisationId }) => ({ intent: 'share', organisationId }),
      },
    ],
  },
  'routes/_manager+/organisations.$organisationId.claims': {
    path: organisation('/claims'),
    page: there('affiliation:decide'),
    forms: [
      {
        name: 'confirm several',
        access: there('affiliation:decide'),
        fields: ({ affiliationId }) => ({ affiliationId, decision: 'confirmed' }),
      },
      {
        name: 'search by name',
        access: there('affiliation:decide'),
        fields: () => ({ deed: 'search', words: 'a', page: '1' }),
      },
      {
        name: 'undo an answer',
        access: there('affiliation:decide'),
        fields: () => ({ deed: 'undo', decisionId: newId() }),
      },
    ],
  },
  'routes/_manager+/organisations.$organisationId.claims[.]csv': {
    path: organisation('/claims.csv'),
    page: there('affiliation:decide'),
    forms: [
      {
        name: 'fetch a file of those found by name',
        access: there('affiliation:decide'),
        fields: () => ({ words: 'a' }),
      },
    ],
  },
  'routes/_manager+/organisations.$organisationId.claims_.$affiliationId': {
    path: (things) => organisation(`/claims/${things.affiliationId}`)(things),
    page: there('affiliation:decide'),
    forms: [
      {
        name: 'confirm a claim',
        access: there('affiliation:decide'),
        fields: () => ({ decision: 'confirmed' }),
      },
    ],
  },
  'routes/_manager+/organisations.$organisationId.invitations': {
    path: organisation('/invitations'),
    page: there('people:join-code'),
    forms: [
      {
        name: 'invite',
        access: there('people:join-code'),
        fields: ({ unitId }) => ({
          emails: 'inbjuden@exempel.se',
          unitId,
          kind: 'employed',
          professionGroup: '',
          language: 'sv',
        }),
      },
      {
        name: 'take all back',
        access: there('people:join-code'),
        fields: () => ({ all: 'all', deed: 'revoke' }),
      },
      {
        name: 'search by address',
        access: there('people:join-code'),
        fields: () => ({ deed: 'search', words: 'a', page: '1' }),
      },
    ],
  },
  'routes/_manager+/organisations.$organisationId.invitations[.]csv': {
    path: organisation('/invitations.csv'),
    page: there('people:join-code'),
    forms: [
      {
        name: 'fetch a file of those found',
        access: there('people:join-code'),
        fields: () => ({ words: 'a' }),
      },
    ],
  },
  'routes/_manager+/organisations.$organisationId.join-codes[.]csv': {
    path: organisation('/join-codes.csv'),
    page: there('people:join-code'),
  },
  'routes/_manager+/organisations.$organisationId.join-codes': {
    path: organisation('/join-codes'),
    page: there('people:join-code'),
    forms: [
      {
        name: 'make a code',
        access: there('people:join-code'),
        fields: ({ unitId }) => ({
          unitId,
          kind: 'employed',
          mostPeople: '3',
          lastDay: addDays(today(), 7),
          confirmation: 'needed',
        }),
      },
    ],
  },
  'routes/_manager+/organisations.$organisationId.join-codes_.$codeId': {
    path: organisationJoinCode(),
    page: there('people:join-code'),
    forms: [
      {
        name: 'revoke it',
        access: there('people:join-code'),
        fields: () => ({ intent: 'revoke' }),
      },
    ],
  },
  'routes/_manager+/organisations.$organisationId.join-codes_.$codeId_.sheet': {
    path: organisationJoinCode('/sheet'),
    page: there('people:join-code'),
  },
  'routes/_public+/join._index': {
    path: () => '/join',
    page: open,
    forms: [{ name: 'write a code', access: open, fields: () => ({ code: 'K7QT-M4XD' }) }],
  },
  'routes/_public+/join.$code': {
    path: ({ joinCode }) => `/join/${joinCode}`,
    page: open,
    forms: [{ name: 'join', access: open, fields: () => ({ professionGroup: 'school' }) }],
  },
  'routes/_manager+/headcount-files._index': {
    path: headcountFiles(),
    page: there('headcount:declare'),
    forms: [
      {
        name: 'send a file of headcounts',
        access: there('headcount:declare'),
        fields: () => ({ file: 'x' }),
      },
    ],
  },
  'routes/_manager+/headcount-files.template[.]csv': {
    path: headcountFiles('/template.csv'),
    page: there('headcount:declare'),
  },
  'routes/_manager+/headcount-files.$importId': {
    path: headcountImport(),
    page: there('headcount:declare'),
    forms: [
      {
        name: 'apply a file of headcounts',
        access: there('headcount:declare'),
        fields: () => ({ intent: 'apply' }),
      },
      {
        name: 'undo it',
        access: there('headcount:declare'),
        fields: () => ({ intent: 'undo' }),
      },
    ],
  },
  'routes/_manager+/headcount-files.$importId_.refused[.]csv': {
    path: headcountImport('/refused.csv'),
    page: there('headcount:declare'),
  },
  'routes/_manager+/organisations.$organisationId.headcounts': {
    path: organisation('/headcounts'),
    page: there('headcount:declare'),
    forms: [
      {
        name: 'declare headcounts',
        access: there('headcount:declare'),
        fields: ({ unitId }) => ({
          asOf: today(),
          source: 'own',
          confirmsAll: 'on',
          [`count-${unitId}-school`]: '7',
        }),
      },
    ],
  },
  'routes/_manager+/organisations.$organisationId.assignments': {
    path: organisation('/assignments'),
    page: there('module:assign'),
  },
  'routes/_trainer+/assignments._index': {
    path: () => '/assignments',
    page: anywhere('module:assign'),
  },
  'routes/_trainer+/assignments[.]csv': {
    path: () => '/assignments.csv',
    page: anywhere('module:assign'),
  },
  'routes/_trainer+/assignments.new': {
    path: ({ organisationId }) => `/assignments/new?organisation=${organisationId}`,
    page: there('module:assign'),
    forms: [
      {
        name: 'look at whom an assignment is about',
        access: there('module:assign'),
        fields: (things) => ({ ...assignmentFields(things), intent: 'check' }),
      },
      { name: 'assign a module', access: there('module:assign'), fields: assignmentFields },
    ],
  },
  'routes/_trainer+/assignments.$assignmentId': {
    path: ({ assignmentId }) => `/assignments/${assignmentId}`,
    page: there('module:assign'),
    forms: [
      {
        name: 'give an assignment another day',
        access: there('module:assign'),
        fields: () => ({ intent: 'move', dueOn: addDays(today(), 40) }),
      },
      {
        name: 'withdraw an assignment',
        access: there('module:assign'),
        fields: () => ({ intent: 'withdraw' }),
      },
    ],
  },
  'routes/_manager+/organisations.$organisationId.people-import': {
    path: organisation('/people-import'),
    page: there('people:import'),
    forms: [
      {
        name: 'send a file of people',
        access: there('people:import'),
        fields: () => ({ file: 'x' }),
      },
    ],
  },
  'routes/_manager+/organisations.$organisationId.people-import_.$importId': {
    path: peopleImport(),
    page: there('people:import'),
    forms: [
      {
        name: 'apply a file of people',
        access: there('people:import'),
        fields: () => ({ intent: 'apply' }),
      },
      {
        name: 'undo it',
        access: there('people:import'),
        fields: () => ({ intent: 'undo' }),
      },
    ],
  },
  'routes/_manager+/organisations.$organisationId.people-import_.$importId_.columns': {
    path: peopleImport('/columns'),
    page: there('people:import'),
    forms: [
      {
        name: 'name the columns of a file',
        access: there('people:import'),
        fields: () => ({ 'column-0': 'email' }),
      },
    ],
  },
  'routes/_manager+/organisations.$organisationId.people-import_.$importId_.refused[.]csv': {
    path: peopleImport('/refused.csv'),
    page: there('people:import'),
  },
  'routes/_manager+/organisations.$organisationId.people-import_.template[.]csv': {
    path: organisation('/people-import/template.csv'),
    page: there('people:import'),
  },
  'routes/_manager+/organisations.$organisationId.sub-groups': {
    path: organisation('/sub-groups'),
    page: there('unit:change'),
    forms: [
      {
        name: 'add a sub-group',
        access: there('unit:change'),
        fields: () => ({
          name: 'Familjebehandlare',
          professionGroup: 'social-services',
          validFrom: today(),
        }),
      },
    ],
  },
  'routes/_manager+/organisations.$organisationId.sub-groups_.$subGroupId': {
    path: (things) => organisation(`/sub-groups/${things.subGroupId}`)(things),
    page: there('unit:change'),
    forms: [
      {
        name: 'change a sub-group',
        access: there('unit:change'),
        fields: () => ({ intent: 'change', name: 'Fältare' }),
      },
      {
        name: 'end a sub-group',
        access: there('unit:change'),
        fields: () => ({ intent: 'end' }),
      },
    ],
  },
  'routes/_manager+/organisations.$organisationId.delegations': {
    path: organisation('/delegations'),
    page: there('people:delegate'),
    forms: [
      {
        name: 'give a delegation',
        access: there('people:delegate'),
        fields: ({ personId }) => ({ intent: 'give', personId, lastDay: addDays(today(), 30) }),
      },
      {
        name: 'end one',
        access: there('people:delegate'),
        fields: () => ({ intent: 'end', grantId: newId() }),
      },
    ],
  },
  'routes/_manager+/organisations.$organisationId.completions': {
    path: organisation('/completions'),
    page: there('completion:import'),
    forms: [
      {
        name: 'try a file of completions',
        access: there('completion:import'),
        fields: () => ({ file: 'x' }),
      },
    ],
  },
  'routes/_manager+/organisations.$organisationId.completions_.$importId': {
    path: organisationImport(),
    page: there('completion:import'),
    forms: [
      {
        name: 'apply a file of completions',
        access: there('completion:import'),
        fields: () => ({ intent: 'apply' }),
      },
      {
        name: 'undo it',
        access: there('completion:import'),
        fields: () => ({ intent: 'undo' }),
      },
    ],
  },
  'routes/_manager+/organisations.$organisationId.completions_.$importId_.refused[.]csv': {
    path: organisationImport('/refused.csv'),
    page: there('completion:import'),
  },
  'routes/_manager+/organisations.$organisationId.completions_.template[.]csv': {
    path: organisation('/completions/template.csv'),
    page: there('completion:import'),
  },
  // Competence activities: who checks in needs only the code that is shown in the room.
  'routes/_public+/check-in._index': {
    path: () => '/check-in',
    page: open,
    forms: [{ name: 'write a code', access: open, fields: () => ({ code: '123456' }) }],
  },
  'routes/_public+/check-in.$code': {
    path: ({ code }) => `/check-in/${code}`,
    page: open,
    forms: [
      {
        name: 'check in',
        access: open,
        fields: ({ place }) => ({
          intent: 'own',
          id: newId(),
          professionGroup: 'school',
          place: `m:${place.municipalityCode}`,
        }),
      },
    ],
  },
  'routes/_public+/check-in.$code_.evaluation': {
    path: ({ code }) => `/check-in/${code}/evaluation`,
    page: open,
    forms: [
      {
        name: 'say how sure one feels',
        access: open,
        fields: () => ({ id: newId(), before: '2', after: '4' }),
      },
    ],
  },
  // Who signs up needs the address that the leader has given; there is a page only where one has been opened.
  'routes/_public+/attend.$key': {
    path: ({ attendKey }) => `/attend/${attendKey}`,
    page: open,
    forms: [
      {
        name: 'sign up for an activity',
        access: open,
        fields: ({ place }) => ({
          intent: 'own',
          name: 'Kim Ek',
          email: `${newId()}@exempel.se`,
          professionGroup: 'school',
          place: `m:${place.municipalityCode}`,
        }),
      },
    ],
  },
  'routes/_public+/attend.$key_.mine.$token': {
    path: ({ attendKey, attendToken }) => `/attend/${attendKey}/mine/${attendToken}`,
    page: open,
    forms: [{ name: 'let the place go', access: open, fields: () => ({ intent: 'cancel' }) }],
  },
  'routes/_public+/attend.$key_.calendar[.]ics': {
    path: ({ attendKey }) => `/attend/${attendKey}/calendar.ics`,
    page: open,
  },
  'routes/_trainer+/activities.$activityId_.sign-ups': {
    path: activity('/sign-ups'),
    page: there('activity:manage', homeOfActivity),
    forms: [
      {
        name: 'say how many places there are',
        access: there('activity:manage', homeOfActivity),
        fields: () => ({ intent: 'page', places: '40', closesOn: today() }),
      },
    ],
  },
  'routes/_trainer+/activities.$activityId_.sign-ups[.]csv': {
    path: activity('/sign-ups.csv'),
    page: there('activity:manage', homeOfActivity),
  },
  'routes/_learner+/participations': { path: () => '/participations', page: signedIn },
  'routes/_learner+/participations_.$activityId.intyg[.]pdf': {
    path: ({ attendedId }) => `/participations/${attendedId}/intyg.pdf`,
    page: own,
  },
  'routes/_trainer+/activities._index': {
    path: () => '/activities',
    page: anywhere('activity:read'),
  },
  'routes/_trainer+/activities[.]csv': {
    path: () => '/activities.csv',
    page: anywhere('activity:read'),
  },
  'routes/_trainer+/activities.figures': {
    path: () => '/activities/figures',
    page: anywhere('activity:read'),
  },
  'routes/_trainer+/activities.new': {
    path: ({ activityId }) => `/activities/new?from=${activityId}`,
    page: there('activity:manage', homeOfActivity),
    forms: [
      { name: 'plan an activity', access: anywhere('activity:manage'), fields: activityFields },
    ],
  },
  'routes/_trainer+/activities.import': {
    path: () => '/activities/import',
    page: anywhere('activity:manage'),
    forms: [
      {
        name: 'send a file of activities',
        access: anywhere('activity:manage'),
        fields: () => ({ file: 'x' }),
      },
    ],
  },
  'routes/_trainer+/activities.import_.template[.]csv': {
    path: () => '/activities/import/template.csv',
    page: anywhere('activity:manage'),
  },
  'routes/_trainer+/activities.import_.$importId': {
    path: activityImport(),
    page: ownBy('activity:manage'),
    forms: [
      {
        name: 'apply a file of activities',
        access: ownBy('activity:manage'),
        fields: () => ({ intent: 'apply' }),
      },
      {
        name: 'undo a file of activities',
        access: ownBy('activity:manage'),
        fields: () => ({ intent: 'undo' }),
      },
    ],
  },
  'routes/_trainer+/activities.import_.$importId_.columns': {
    path: activityImport('/columns'),
    page: ownBy('activity:manage'),
    forms: [
      {
        name: 'name the columns of a file of activities',
        access: ownBy('activity:manage'),
        fields: () => ({ 'column-0': 'title' }),
      },
    ],
  },
  'routes/_trainer+/activities.import_.$importId_.refused[.]csv': {
    path: activityImport('/refused.csv'),
    page: ownBy('activity:manage'),
  },
  'routes/_trainer+/activities.$activityId': {
    path: activity(),
    page: there('activity:read', homeOfActivity),
    forms: [
      {
        name: 'say that it was held',
        access: there('activity:manage', homeOfActivity),
        fields: () => ({ status: 'held', on: today() }),
      },
    ],
  },
  'routes/_trainer+/activities.$activityId_.edit': {
    path: activity('/edit'),
    page: there('activity:manage', homeOfActivity),
    forms: [
      {
        name: 'change an activity',
        access: there('activity:manage', homeOfActivity),
        fields: (things) => ({ ...activityFields(things), 'session-1': things.sessionId }),
      },
    ],
  },
  'routes/_trainer+/activities.$activityId_.participation[.]csv': {
    path: activity('/participation.csv'),
    page: there('activity:read', homeOfActivity),
  },
  'routes/_trainer+/activities.$activityId_.show.$sessionId': {
    path: (things) => activity(`/show/${things.sessionId}`)(things),
    page: there('activity:manage', homeOfActivity),
  },
  'routes/_trainer+/activities.$activityId_.participants.$sessionId/route': {
    path: (things) => activity(`/participants/${things.sessionId}`)(things),
    page: there('activity:manage', homeOfActivity),
    forms: [
      {
        name: 'count participants',
        access: there('activity:manage', homeOfActivity),
        fields: () => ({ intent: 'count', place: '-', 'count-school-K': '3' }),
      },
      {
        name: 'register participants',
        access: there('activity:manage', homeOfActivity),
        fields: () => ({ intent: 'register', emails: 'nobody@demo.samsyn.example' }),
      },
    ],
  },
  'routes/_trainer+/consultations': {
    path: ({ place }) => `/consultations?home=${place.municipalityCode}`,
    page: there('activity:manage', homeOfActivity),
    forms: [
      {
        name: 'count consultations',
        access: there('activity:manage', homeOfActivity),
        fields: ({ place }) => ({
          home: place.municipalityCode ?? '',
          month: today().slice(0, 7),
          'count-school': '4',
        }),
      },
    ],
  },
  'routes/_trainer+/register._index': {
    path: () => '/register',
    page: anywhere('organisation:read'),
  },
  'routes/_trainer+/register[.]csv': {
    path: () => '/register.csv',
    page: anywhere('organisation:read'),
  },
  'routes/_trainer+/register.new': {
    path: () => '/register/new',
    page: anywhere('organisation:register'),
    forms: [
      {
        name: 'register an organisation',
        access: there('organisation:register', ({ place: { countyCode, municipalityCode } }) => ({
          countyCode,
          municipalityCode,
        })),
        fields: ({ place }) => ({
          name: `Ny ${newId()}`,
          kind: 'civil-society',
          place: place.municipalityCode ?? '',
          openedOn: today(),
          distinct: 'on',
        }),
      },
    ],
  },
  'routes/resources+/organisation-duplicates': {
    path: ({ countyCode }) => `/resources/organisation-duplicates?name=x&place=${countyCode}`,
    page: anywhere('organisation:register'),
  },
  'routes/_manager+/organisations.$organisationId.units._index': {
    path: organisation('/units'),
    page: there('organisation:read'),
  },
  'routes/_manager+/organisations.$organisationId.units.new': {
    path: organisation('/units/new'),
    page: there('unit:change'),
    forms: [
      {
        name: 'add a unit',
        access: there('unit:change'),
        fields: ({ unitId }) => ({ name: `Ny ${newId()}`, parentUnitId: unitId, day: today() }),
      },
    ],
  },
  'routes/_manager+/organisations.$organisationId.units.$unitId': {
    path: (things) => organisation(`/units/${things.unitId}`)(things),
    page: there('unit:change'),
    forms: [
      {
        name: 'rename a unit',
        access: there('unit:change'),
        fields: () => ({ intent: 'rename', name: `Ny ${newId()}`, day: today() }),
      },
    ],
  },
  'routes/_manager+/organisations.$organisationId.planned.$plannedId': {
    path: (things) => organisation(`/planned/${things.plannedId}`)(things),
    page: there('unit:change'),
    forms: [
      { name: 'take a planned change back', access: there('unit:change'), fields: () => ({}) },
    ],
  },
  'routes/_manager+/organisations.$organisationId.edit': {
    path: organisation('/edit'),
    page: there('organisation:register'),
    forms: [
      {
        name: 'change an organisation',
        access: there('organisation:register'),
        fields: () => ({ name: `Ny ${newId()}`, kind: 'municipality', day: today() }),
      },
    ],
  },
  'routes/_trainer+/region': { path: () => '/region', page: anywhere('figures:read') },

  // The nation's.
  'routes/_national+/nation._index': { path: () => '/nation', page: anywhere('followup:read') },
  'routes/_national+/nation.rules': {
    path: () => '/nation/rules',
    page: anywhere('followup:define'),
    forms: [
      {
        name: 'change what counts',
        access: anywhere('followup:define'),
        fields: () => ({ imported: 'leave-out', confirmed: 'on' }),
      },
    ],
  },
  'routes/_national+/nation.counties.$countyCode': {
    path: ({ countyCode }) => `/nation/counties/${countyCode}`,
    page: anywhere('followup:read'),
  },
  'routes/_national+/nation.coverage[.]csv': {
    path: () => '/nation/coverage.csv',
    page: anywhere('followup:export'),
  },
  'routes/_national+/nation.coverage[.]xlsx': {
    path: ({ moduleSlug }) => `/nation/coverage.xlsx?module=${moduleSlug}`,
    page: anywhere('followup:export'),
  },
  'routes/_national+/nation.coverage[.]json': {
    path: ({ countyCode }) => `/nation/coverage.json?modules=all&county=${countyCode}`,
    page: anywhere('followup:export'),
  },

  'routes/_national+/nation.open[.]csv': {
    path: () => '/nation/open.csv',
    page: anywhere('followup:export'),
  },

  // The editor's.
  'routes/_editor+/catalogue._index': {
    path: () => '/catalogue',
    page: anywhere('catalogue:edit'),
  },
  'routes/_editor+/catalogue.courses.new': {
    path: () => '/catalogue/courses/new',
    page: anywhere('catalogue:edit'),
    forms: [
      {
        name: 'add a course',
        access: anywhere('catalogue:edit'),
        fields: () => ({ ...courseFields, slug: freshSlug() }),
      },
    ],
  },
  'routes/_editor+/catalogue.modules.new': {
    path: () => '/catalogue/modules/new',
    page: anywhere('catalogue:edit'),
    forms: [
      {
        name: 'add a module',
        access: anywhere('catalogue:edit'),
        fields: ({ courseId }) => ({ ...moduleFields, courseId, minutes: '5', slug: freshSlug() }),
      },
    ],
  },
  'routes/_editor+/catalogue.modules.$moduleId/route': {
    path: ({ moduleId }) => `/catalogue/modules/${moduleId}`,
    page: anywhere('catalogue:edit'),
    forms: [
      {
        name: 'upload a package',
        access: anywhere('catalogue:edit'),
        fields: () => ({ package: 'x' }),
      },
    ],
  },
  'routes/_editor+/catalogue.modules.$moduleId_.rules': {
    path: ({ moduleId }) => `/catalogue/modules/${moduleId}/rules`,
    page: anywhere('catalogue:edit'),
    forms: [
      {
        name: 'decide the rules',
        access: anywhere('catalogue:edit'),
        fields: () => ({ statusRule: 'latest', scoreRule: 'first', attemptsAllowed: '2' }),
      },
    ],
  },
  'routes/resources+/package-upload.$moduleId': {
    path: ({ moduleId }) => `/resources/package-upload/${moduleId}`,
    forms: [
      {
        name: 'upload a package',
        access: anywhere('catalogue:edit'),
        fields: () => ({ package: 'x' }),
      },
    ],
  },
  'routes/_editor+/catalogue.versions.$versionId/route': {
    path: ({ versionId }) => `/catalogue/versions/${versionId}`,
    page: anywhere('catalogue:edit'),
    forms: [
      {
        name: 'publish',
        access: anywhere('catalogue:edit'),
        fields: () => ({ intent: 'publish' }),
      },
      {
        name: 'allow a host',
        access: anywhere('catalogue:edit'),
        fields: () => ({ intent: 'allow-host', host: 'cdn.example.com' }),
      },
      {
        name: 'stop a host',
        access: anywhere('catalogue:edit'),
        fields: () => ({ intent: 'stop-host', host: 'cdn.example.com' }),
      },
      {
        name: "decide the package's settings",
        access: anywhere('catalogue:edit'),
        fields: () => ({ intent: 'settings', learnerIdentity: 'name', strict: 'on' }),
      },
    ],
  },
  'routes/_editor+/catalogue.versions.$versionId_.preview': {
    path: ({ versionId }) => `/catalogue/versions/${versionId}/preview`,
    page: anywhere('catalogue:edit'),
  },
  'routes/_editor+/catalogue.versions.$versionId_.quality/route': {
    path: ({ versionId }) => `/catalogue/versions/${versionId}/quality`,
    page: anywhere('catalogue:edit'),
  },
  'routes/_editor+/catalogue.versions.$versionId_.quality[.]csv': {
    path: ({ versionId }) => `/catalogue/versions/${versionId}/quality.csv`,
    page: anywhere('catalogue:edit'),
  },
  'routes/_editor+/catalogue.versions.$versionId_.quality_.results[.]csv': {
    path: ({ versionId }) => `/catalogue/versions/${versionId}/quality/results.csv`,
    page: anywhere('catalogue:edit'),
  },

  // The editor's fact sheets.
  'routes/_editor+/catalogue.facts._index': {
    path: () => '/catalogue/facts',
    page: anywhere('catalogue:edit'),
  },
  'routes/_editor+/catalogue.facts.$factId/route': {
    path: () => '/catalogue/facts/larm-112',
    page: anywhere('catalogue:edit'),
    forms: [
      {
        name: 'confirm a fact',
        access: anywhere('catalogue:edit'),
        fields: () => ({ number: '1', reviewer: 'Prov', nextReview: addDays(today(), 90) }),
      },
    ],
  },
  'routes/_editor+/catalogue.facts.$factId_.edit/route': {
    path: () => '/catalogue/facts/larm-112/edit',
    page: anywhere('catalogue:edit'),
    forms: [
      {
        name: 'change a fact',
        access: anywhere('catalogue:edit'),
        fields: () => ({
          number: '1',
          title: 'Nödnumret 112',
          text: 'Ring 112 vid akut fara.',
          'part-name': 'nödnumret',
          'part-number': '112',
          'part-hours': 'dygnet runt',
          'source-0-title': '112',
          'source-0-publisher': 'SOS Alarm',
          certainty: 'high',
          lastReviewed: today(),
          reviewer: 'Prov',
          nextReview: addDays(today(), 90),
          note: 'Prov.',
        }),
      },
    ],
  },

  // For other systems. No role opens the figures, only a key does (tests/db/api.db.test.ts), and
  // whatever is sent is told that the method does not work.
  'routes/api+/_index': { path: () => '/api', page: open },
  'routes/api.v1+/openapi[.]json': {
    path: () => '/api/v1/openapi.json',
    page: open,
    forms: [{ name: 'send something', access: open, fields: () => ({}) }],
  },
  'routes/api.v1+/followup.coverage': {
    path: () => '/api/v1/followup/coverage',
    forms: [{ name: 'send something', access: open, fields: () => ({}) }],
  },
  'routes/api.v1+/$': {
    path: () => '/api/v1/no-such-address',
    page: open,
    forms: [{ name: 'send something', access: open, fields: () => ({}) }],
  },

  // The administrator's.
  'routes/_admin+/audit': { path: () => '/audit', page: anywhere('audit:read') },
  'routes/_admin+/people': {
    path: () => '/people',
    page: anywhere('role:grant'),
    forms: [
      { name: 'find people', access: anywhere('role:grant'), fields: () => ({ query: 'Exempel' }) },
    ],
  },
  'routes/_admin+/people_.$personId': {
    path: ({ personId }) => `/people/${personId}`,
    page: anywhere('role:grant'),
    forms: [
      {
        name: 'grant a role',
        access: anywhere('role:grant'),
        fields: () => ({ role: 'analyst', scope: 'nation' }),
      },
    ],
  },
  'routes/_admin+/people_.$personId_.roles.$grantId': {
    path: ({ personId, grantId }) => `/people/${personId}/roles/${grantId}`,
    page: anywhere('role:grant'),
    forms: [{ name: 'end a role', access: anywhere('role:grant'), fields: () => ({}) }],
  },
  'routes/_admin+/attempts': {
    path: () => '/attempts',
    page: anywhere('attempt:trace'),
    forms: [
      {
        name: 'find an attempt',
        access: anywhere('attempt:trace'),
        fields: () => ({ code: 'K7QT-M4XD' }),
      },
    ],
  },
  'routes/_admin+/attempts_.$supportCode/route': {
    path: ({ attemptId }) => `/attempts/${attemptId}`,
    page: anywhere('attempt:trace'),
  },
  'routes/_admin+/keys': {
    path: () => '/keys',
    page: anywhere('key:manage'),
    forms: [
      {
        name: 'make a key',
        access: anywhere('key:manage'),
        fields: () => ({
          keyId: newId(),
          name: 'Prov',
          scope: 'followup:read',
          validTo: addDays(today(), 30),
        }),
      },
    ],
  },
  'routes/_admin+/keys_.$keyId': {
    path: ({ keyId }) => `/keys/${keyId}`,
    page: anywhere('key:manage'),
    forms: [{ name: 'revoke a key', access: anywhere('key:manage'), fields: () => ({}) }],
  },
}
