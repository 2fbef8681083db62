import type { quality as sv } from '../sv/quality.ts'
import type { Translated } from '../translate.ts'

export const quality: Translated<typeof sv> = {
  'quality.title': 'Quality',
  'quality.open': 'See how the content works',
  'quality.lead.version': '{module} · version {number}',
  'quality.lead': '{version} · {count} attempts since {day}.',
  'quality.lead.newest': '{version} · the newest {count} attempts, since {day}.',
  'quality.empty': 'Too few attempts yet',
  'quality.empty.text':
    'Here you see how the questions work, how long the pages take and where learners stop. The figures come when at least {fewest} attempts have been saved, about ten minutes after the last of them.',
  'quality.told': 'shown',
  'quality.few': 'too few',

  'quality.questions': 'Questions',
  'quality.questions.intro':
    'A question that almost everybody gets right tests little. A question that works in reverse may have the wrong answer marked as right, or be hard to understand.',
  'quality.questions.caption':
    'Questions in the course’s order, counted on each attempt’s first answer',
  'quality.questions.none': 'The content has reported no answers to questions.',
  'quality.questions.few':
    'Fewer than {fewest} attempts have answered, so no figures are shown: {names}.',
  'quality.questions.few.more': '{names} and {count} more',
  'quality.questions.download': 'Download the questions (CSV)',
  'quality.question': 'Question',
  'quality.or': ' or ',
  'quality.question.right': 'Right answer: {response}',
  'quality.attempts': 'Attempts',
  'quality.answers': { one: '{count} answer', other: '{count} answers' },
  'quality.difficulty': 'Right at first',
  'quality.difficulty.judged': 'of {count} judged',
  'quality.difficulty.points': '{points} points on average',
  'quality.difficulty.unjudged': 'not judged',
  'quality.discrimination': 'Tells apart',
  'quality.discrimination.well': 'well',
  'quality.discrimination.weakly': 'weakly',
  'quality.discrimination.not': 'not at all',
  'quality.discrimination.reversed': 'in reverse',
  'quality.discrimination.none': 'cannot be worked out',
  'quality.wrong': 'Commonest wrong answers',
  'quality.wrong.answer': '{response} ({count})',
  'quality.wrong.none': 'none common',
  'quality.latency': 'Time to answer',
  'quality.latency.unit': 'median',
  'quality.latency.none': 'unknown',

  'quality.pages': 'Time per page',
  'quality.pages.caption': 'Places in the content, as the content itself names them',
  'quality.pages.none': 'The content has not reported where learners are.',
  'quality.pages.few': {
    one: '{count} place has fewer than {fewest} attempts and is not shown.',
    other: '{count} places have fewer than {fewest} attempts and are not shown.',
  },
  'quality.page': 'Place',
  'quality.page.whole': 'the whole part',
  'quality.page.start': 'before the first page',
  'quality.page.time': 'Time',
  'quality.page.time.unit': 'median',
  'quality.page.visits': 'Visits',
  'quality.seconds': '{seconds} s',
  'quality.minutes': '{minutes} min {seconds} s',

  'quality.stops': 'Where learners stop',
  'quality.stops.total': {
    one: '{count} of {attempts} attempts is not completed and has been idle for at least {days} days.',
    other:
      '{count} of {attempts} attempts are not completed and have been idle for at least {days} days.',
  },
  'quality.stops.untold':
    'Attempts that are not completed and have been idle for at least {days} days.',
  'quality.stops.caption': 'The place where the attempts were last, most first',
  'quality.stops.none': 'No attempt has stopped.',
  'quality.stops.elsewhere': 'other places',

  'quality.fast': 'Tests that went too fast',
  'quality.fast.total': {
    one: '{fast} of {count} test handed in went faster than the questions can be read ({share}).',
    other:
      '{fast} of {count} tests handed in went faster than the questions can be read ({share}).',
  },
  'quality.fast.none':
    'None of {count} tests handed in went faster than the questions can be read.',
  'quality.fast.few':
    'Fewer than {fewest} attempts have handed in the test, so no figures are shown.',
  'quality.fast.caption': 'Tests handed in by week, the latest first',
  'quality.fast.weeks': 'Weeks',
  'quality.fast.span': '{from}–{to}',
  'quality.fast.results': 'Handed in',
  'quality.fast.fast': 'Too fast',
  'quality.fast.share': 'Share',
  'quality.fast.download': 'Download the weeks (CSV)',

  'quality.definition': 'How the figures are worked out',
  'quality.definition.attempts': 'Attempts',
  'quality.definition.attempts.text':
    'A learner’s way through the version, completed or not. The figures rest on {most} attempts at most, the latest begun. Nothing is shown of fewer than {fewest} attempts, and nothing by name.',
  'quality.definition.difficulty': 'Right at first (difficulty)',
  'quality.definition.difficulty.text':
    'The share that was right of those whose answers were judged. Only an attempt’s first answer to the question counts, later ones do not. An answer that the content calls unanticipated counts as wrong. The higher the share, the easier the question.',
  'quality.definition.discrimination': 'Tells apart (discrimination)',
  'quality.definition.discrimination.text':
    'How well the question tells those who know from those who do not: the correlation between right on the question and the share right on the other questions, from −1 to 1. Well is 0.3 or more, weakly from 0.1. Below −0.1 those who know most are wrong more often. Worked out when at least {fewest} attempts have answered the question and another one. Where the content judges by points alone, they count instead of right and wrong.',
  'quality.definition.wrong': 'Commonest wrong answers',
  'quality.definition.wrong.text':
    'Answers that at least {fewest} attempts have given as their first, three at most, as the content writes them.',
  'quality.definition.time': 'Time per page',
  'quality.definition.time.text':
    'The time from when the content saves at a place to when it saves next, summed over the attempt. A pause counts as {minutes} minutes at most. Time offline is not counted.',
  'quality.definition.stops': 'Stopped',
  'quality.definition.stops.text':
    'The attempt is not completed and has saved nothing for {days} days. The place is where it last saved.',
  'quality.definition.fast': 'Too fast a test',
  'quality.definition.fast.text':
    'The questions were on the screen for less than {seconds} seconds in all. Reading them takes at least that long. Weeks with fewer than {fewest} attempts are shown together with the next. Nobody is shown by name, managers do not see the figures, and the result counts all the same.',
  'quality.definition.gathered': 'Gathered',
  'quality.definition.gathered.text':
    'From {since} to {until}. New answers are gathered every ten minutes.',
}
