import { zipOf } from '../../courses/toolkit/builder/package-zip.ts'
import { manifest12, manifest2004 } from './manifest-xml.ts'

/** A way in which content behaves towards the runtime: what it does at first, and what when it is resumed. */
export interface Behaviour {
  name: string
  edition: '1.2' | '2004'
  /** Statements; `set`, `get`, `commit` and `finish` speak to the runtime. */
  first: string
  /** Completes it. */
  second: string
  /** Within the manifest's item. */
  item?: string
}

/** What the page shows at its first launch, and what when it has found its bookmark again. */
export const firstWords = 'Första gången'
export const secondWords = 'Fortsättningen'

const long = 900_000

const behaviours12: Omit<Behaviour, 'edition'>[] = [
  {
    name: 'sets everything, commits and ends',
    first: `set('cmi.core.lesson_status', 'incomplete'); commit()`,
    second: `set('cmi.core.score.raw', '90'); set('cmi.core.lesson_status', 'passed'); commit(); finish()`,
  },
  {
    name: 'never commits and never ends',
    first: ``,
    second: `set('cmi.core.lesson_status', 'completed')`,
  },
  {
    name: 'says everything as its page goes',
    first: `asItGoes(function () { set('cmi.core.exit', 'suspend'); finish() })`,
    second: `asItGoes(function () { set('cmi.core.lesson_status', 'completed'); finish() })`,
  },
  {
    name: 'leaves the verdict to the mastery score',
    item: '<adlcp:masteryscore>80</adlcp:masteryscore>',
    first: `set('cmi.core.score.raw', '10'); set('cmi.core.exit', 'suspend'); finish()`,
    second: `set('cmi.core.score.raw', '90'); finish()`,
  },
  {
    name: 'says nothing of its status',
    first: `set('cmi.core.exit', 'suspend'); finish()`,
    second: `finish()`,
  },
  {
    name: 'keeps 900,000 characters of suspend data',
    first: `set('cmi.suspend_data', 'å'.repeat(${long})); set('cmi.core.exit', 'suspend'); finish()`,
    second: `wants(get('cmi.suspend_data').length, ${long}); set('cmi.core.lesson_status', 'passed'); finish()`,
  },
  {
    name: 'keeps objectives and tells answers',
    first: `set('cmi.objectives.0.id', 'mal'); set('cmi.objectives.0.status', 'failed')
      set('cmi.interactions.0.id', 'q1'); set('cmi.interactions.0.type', 'choice')
      set('cmi.interactions.0.student_response', 'a'); set('cmi.interactions.0.result', 'wrong'); commit()`,
    second: `wants(get('cmi.objectives.0.status'), 'failed'); wants(get('cmi.interactions._count'), '1')
      set('cmi.objectives.0.status', 'passed'); set('cmi.core.lesson_status', 'completed'); commit()`,
  },
]

const behaviours2004: Omit<Behaviour, 'edition'>[] = [
  {
    name: 'sets everything, commits and ends',
    first: `set('cmi.completion_status', 'incomplete'); commit()`,
    second: `set('cmi.score.scaled', '0.9'); set('cmi.success_status', 'passed')
      set('cmi.completion_status', 'completed'); commit(); finish()`,
  },
  {
    name: 'never commits and never ends',
    first: ``,
    second: `set('cmi.completion_status', 'completed')`,
  },
  {
    name: 'says everything as its page goes',
    first: `asItGoes(function () { set('cmi.exit', 'suspend'); finish() })`,
    second: `asItGoes(function () { set('cmi.completion_status', 'completed'); finish() })`,
  },
  {
    name: 'leaves completion to the threshold',
    item: '<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.8"/>',
    first: `set('cmi.progress_measure', '0.3'); set('cmi.exit', 'suspend'); finish()`,
    second: `wants(get('cmi.completion_threshold'), '0.8'); set('cmi.progress_measure', '1'); finish()`,
  },
  {
    name: 'leaves the verdict to the passing score',
    item:
      '<imsss:sequencing><imsss:objectives><imsss:primaryObjective satisfiedByMeasure="true">' +
      '<imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure>' +
      '</imsss:primaryObjective></imsss:objectives></imsss:sequencing>',
    first: `set('cmi.score.scaled', '0.1'); set('cmi.exit', 'suspend'); finish()`,
    second: `wants(get('cmi.scaled_passing_score'), '0.8'); set('cmi.score.scaled', '0.9'); finish()`,
  },
  {
    name: 'says nothing of its status',
    first: `set('cmi.exit', 'suspend'); finish()`,
    second: `finish()`,
  },
  {
    name: 'keeps 900,000 characters of suspend data',
    first: `set('cmi.suspend_data', 'å'.repeat(${long})); set('cmi.exit', 'suspend'); finish()`,
    second: `wants(get('cmi.suspend_data').length, ${long}); set('cmi.completion_status', 'completed'); finish()`,
  },
  {
    name: 'keeps objectives, comments and answers',
    first: `set('cmi.objectives.0.id', 'mal'); set('cmi.objectives.0.success_status', 'failed')
      set('cmi.comments_from_learner.0.comment', 'Fråga på måndag')
      set('cmi.interactions.0.id', 'q1'); set('cmi.interactions.0.type', 'choice')
      set('cmi.interactions.0.learner_response', 'a'); set('cmi.interactions.0.result', 'incorrect'); commit()`,
    second: `wants(get('cmi.objectives.0.success_status'), 'failed'); wants(get('cmi.interactions._count'), '1')
      wants(get('cmi.comments_from_learner.0.comment'), 'Fråga på måndag')
      set('cmi.completion_status', 'completed'); commit()`,
  },
]

/** The ways in which content behaves, in both standards. */
export const behaviours: Behaviour[] = [
  ...behaviours12.map((each) => ({ ...each, edition: '1.2' as const })),
  ...behaviours2004.map((each) => ({ ...each, edition: '2004' as const })),
]

/** A package of one SCO that behaves so. It bookmarks first, and tells in its page what went wrong. */
export async function behaviourPackage({
  edition,
  item = '',
  ...does
}: Behaviour): Promise<Buffer> {
  const isOld = edition === '1.2'
  const organization =
    '<organization identifier="org"><title>Kurs</title>' +
    `<item identifier="i1" identifierref="r1"><title>Del 1</title>${item}</item></organization>`
  const manifest = isOld
    ? manifest12({ organizations: organization })
    : manifest2004('2004 4th Edition', item)
  const names = isOld
    ? "var api = find('API'), say = 'LMS', end = 'LMSFinish', mark = 'cmi.core.lesson_location'"
    : "var api = find('API_1484_11'), say = '', end = 'Terminate', mark = 'cmi.location'"
  const script = `
  function find(name) {
    for (var view = window; view; view = view.parent === view ? null : view.parent) {
      if (view[name]) return view[name]
    }
  }
  ${names}
  function tell(words) { document.getElementById('wrong').textContent += words + ' ' }
  function must(answer, what) { if (answer !== 'true') tell(what + ' answered ' + answer + ' ' + api[say + 'GetLastError']()) }
  function set(name, value) { must(api[say + 'SetValue'](name, value), name) }
  function get(name) { return api[say + 'GetValue'](name) }
  function commit() { must(api[say + 'Commit'](''), 'commit') }
  function finish() { must(api[end](''), 'end') }
  function wants(is, should) { if (is !== should) tell('found ' + is + ', not ' + should) }
  function asItGoes(act) { window.addEventListener('pagehide', act) }
  function begin() {
    must(api[say + 'Initialize'](''), 'initialize')
    var isFirst = get(mark) === ''
    document.querySelector('h1').textContent = isFirst ? '${firstWords}' : '${secondWords}'
    set(mark, 'här')
    if (isFirst) { ${does.first} } else { ${does.second} }
  }`
  return zipOf([
    { path: 'imsmanifest.xml', content: manifest },
    {
      path: 'index.html',
      content:
        `<!doctype html><html lang="sv"><meta charset="utf-8"><title>Del</title><script>${script}</script>` +
        '<body onload="begin()"><h1></h1><p id="wrong"></p></body></html>',
    },
  ])
}
