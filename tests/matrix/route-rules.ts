import { addDays, today } from '~/kernel/dates.ts'
import { newId } from '~/kernel/ids.ts'
import { anywhere, open, own, signedIn, there, type RouteRule, type Things } from './access.ts'
import { password } from '../e2e/setup/world.ts'

const organisation =
  (rest = '') =>
  (things: Things) =>
    `/organisations/${things.organisationId}${rest}`

const organisationImport =
  (rest = '') =>
  (things: Things) =>
    organisation(`/completions/${things.importId}${rest}`)(things)

const affiliationFields = (things: Things) => ({
  municipalityCode: things.place.municipalityCode ?? '',
  unitId: things.unitId,
  professionGroup: 'other',
  kind: 'employed',
  validFrom: addDays(today(), -3),
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
    forms: [{ name: 'correct a workplace', access: own, fields: affiliationFields }],
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
  'routes/_manager+/organisations.$organisationId._index': {
    path: organisation(),
    page: there('figures:read'),
  },
  'routes/_manager+/organisations.$organisationId.people': {
    path: organisation('/people'),
    page: there('people:read'),
  },
  'routes/_manager+/organisations.$organisationId.claims': {
    path: organisation('/claims'),
    page: there('affiliation:decide'),
    forms: [
      {
        name: 'confirm a claim',
        access: there('affiliation:decide'),
        fields: ({ affiliationId }) => ({ affiliationId, decision: 'confirmed' }),
      },
    ],
  },
  'routes/_manager+/organisations.$organisationId.headcounts': {
    path: organisation('/headcounts'),
    page: there('headcount:declare'),
    forms: [
      {
        name: 'declare headcounts',
        access: there('headcount:declare'),
        fields: ({ unitId }) => ({ unitId, asOf: today(), source: 'own', 'count-school': '7' }),
      },
    ],
  },
  'routes/_manager+/organisations.$organisationId.assignments': {
    path: organisation('/assignments'),
    page: there('module:assign'),
    forms: [
      {
        name: 'assign a module',
        access: there('module:assign'),
        fields: ({ moduleId }) => ({ intent: 'assign', moduleId, dueOn: addDays(today(), 30) }),
      },
      {
        name: 'withdraw an assignment',
        access: there('module:assign'),
        fields: ({ assignmentId }) => ({ intent: 'withdraw', assignmentId }),
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
