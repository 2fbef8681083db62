import type { moduleRule as sv } from '../sv/module-rule.ts'
import type { Translated } from '../translate.ts'

export const moduleRule: Translated<typeof sv> = {
  'module-rule.title': 'How attempts are judged',
  'module-rule.open': 'How attempts are judged',
  'module-rule.lead':
    'Holds for attempts that begin after the change. Whoever has begun keeps the rules of that day.',
  'module-rule.usual': 'The usual rules hold. Nobody has changed them.',
  'module-rule.since': 'The rules below hold since {moment}.',
  'module-rule.save': 'Save the rules',
  'module-rule.saving': 'Saving …',
  'module-rule.saved': 'The rules are saved.',

  'module-rule.status': 'Completed and passed',
  'module-rule.status.kept': 'Stay',
  'module-rule.status.kept.hint':
    'The usual choice. Whoever has completed or passed stays so, even if the content says otherwise when they page back.',
  'module-rule.status.latest': 'The latest counts',
  'module-rule.status.latest.hint':
    'The content may take completed and passed back, for example when a test is retaken with a worse result. Whoever already counts as completed in the follow-up still does.',
  'module-rule.score': 'Result',
  'module-rule.score.best': 'The best counts',
  'module-rule.score.best.hint': 'The usual choice. Trying again can only improve it.',
  'module-rule.score.latest': 'The latest counts',
  'module-rule.score.latest.hint': 'Shows what the learner knows now.',
  'module-rule.score.first': 'The first counts',
  'module-rule.score.first.hint':
    'For tests of what one knew before, where the answers have been seen by the next attempt.',
  'module-rule.passed': 'Passed counts as completed',
  'module-rule.passed.hint':
    'Usually ticked. In SCORM 1.2 the content says either completed or passed. Without the tick, passed is not enough.',
  'module-rule.limits': "The package's limits are applied",
  'module-rule.limits.hint':
    'Usually ticked. Where the content does not itself say passed or completed, Samsyn decides by the limits in the package.',
  'module-rule.attempts': 'Number of attempts',
  'module-rule.attempts.hint':
    'Leave empty for as many as the learner likes, the usual choice. The number holds at once, also for those who have begun.',
  'module-rule.attempts.unit': 'attempts',
  'module-rule.attempts.any': 'as many as one likes',
  'module-rule.yes': 'yes',
  'module-rule.no': 'no',
  'module-rule.history': 'Earlier decisions',
  'module-rule.history.caption': 'Rules that have been decided, the newest first',
  'module-rule.history.empty': 'Nothing has been decided yet.',
  'module-rule.from': 'In force from',

  'catalogue.settings': 'How the package is played',
  'catalogue.settings.intro':
    'Holds for all versions with the same package, from the next time that somebody opens the course.',
  'catalogue.settings.identity': 'What the course may know about the learner',
  'catalogue.settings.identity.pseudonym': 'An invented name',
  'catalogue.settings.identity.pseudonym.hint':
    'The usual choice. The course cannot find out who is taking it.',
  'catalogue.settings.identity.name': 'Their name',
  'catalogue.settings.identity.name.hint':
    'Choose it only if the course has to show the name, for example on a certificate. A course can send what it knows to websites that you have allowed.',
  'catalogue.settings.strict': "Keep to the standard's lengths",
  'catalogue.settings.strict.hint':
    'Usually not ticked. With the tick, at most 4,096 characters of saved state are taken in SCORM 1.2 and 64,000 in SCORM 2004, and what is longer is not saved.',
  'catalogue.settings.save': 'Save the settings',
  'catalogue.settings.saving': 'Saving …',
  'catalogue.settings.saved': 'The settings are saved.',
}
