import { modules, recordings } from './planted-modules.ts'
import {
  type PlantedFault,
  one,
  lesson,
  bank,
  fact,
  head,
  page,
  sentence,
  inText,
  below,
  refresher,
  guide,
} from './planting.ts'
import { add, swap } from './small-course.ts'

const files: PlantedFault[] = [
  {
    changes: { texts: { 'course.yaml': null } },
    told: [['course-missing', 'course.yaml:1']],
  },
  one('module-yaml-missing', 'modules/provet/module.yaml', 1, null),
  {
    changes: { texts: { 'course.yaml': swap('  - provet\n', '  - provet\n  - slutet\n') } },
    told: [['module-missing', 'course.yaml:12']],
  },
  {
    changes: {
      texts: { 'course.yaml': (text) => text.replaceAll(/(\n {2}- |, )provet/g, '') },
    },
    told: [['module-unlisted', 'modules/provet/module.yaml:1']],
  },
  one('file-unknown', lesson('Sida nio.md'), 1, ''),
  one('file-unknown', 'anteckningar.md', 1, 'Kom ihåg'),
  {
    changes: { others: ['modules/grunden/bild.svg'] },
    told: [['file-unknown', 'modules/grunden/bild.svg:1']],
  },
  one('page-number-twice', lesson('08-mera.md'), 1, '---\ntitle: Mera\n---\n\nLite mer.\n'),
  one('fact-id', fact, 1, swap('id: larm-112', 'id: larm-113')),
]

const yaml: PlantedFault[] = [
  one('yaml-broken', 'glossary.yaml', 5, swap('- id: larmplan', 'larmplan')),
  one('yaml-tab', head, 5, swap('  en: The', '\ten: The')),
  one('yaml-colon', fact, 3, swap('title: Nödnumret', 'title: Numret: Nödnumret')),
  one('yaml-key-twice', fact, 3, swap('kind: line\n', 'kind: line\nkind: law\n')),
  one('yaml-unclosed', fact, 8, swap("number: '112'", 'number: "112')),
  one('yaml-alias', fact, 3, swap('Nödnumret 112', '*viktigt')),
  one('yaml-empty', 'glossary.yaml', 1, ''),
  one('key-unknown', head, 2, swap('number: 1', 'nummer: 1')),
  one('key-unknown', page, 3, swap('goals:', 'mål:')),
  one('key-missing', fact, 1, swap('certainty: high\n', '')),
  one('key-missing', 'course.yaml', 14, swap('\n      en: Everybody\n', '\n')),
  one('value-empty', head, 7, swap('Vad du gör när det brinner.', '')),
  one('value-not-among', head, 1, swap('kind: lesson', 'kind: lektion')),
  one('file-shape', 'course.yaml', 1, '- title: Brandskydd\n'),
  one('value-list', 'course.yaml', 9, swap('\n  - grunden\n  - provet', ' grunden')),
  one('value-not-among', 'course.yaml', 20, swap('[school, other]', '[school, teachers]')),
  one('value-text', fact, 3, swap('title: Nödnumret 112', 'title: [Nödnumret, 112]')),
  one('value-id', head, 10, swap('id: m1', 'id: Mål 1')),
  one('value-part', fact, 8, swap('number:', 'Numret:')),
  one('value-day', fact, 18, swap('2027-01-10', '2027-02-30')),
  one('value-number', 'modules/provet/module.yaml', 9, swap('questions: 1', 'questions: en')),
  one('value-months', 'course.yaml', 8, swap('24', 'två år')),
  one('value-months', 'course.yaml', 8, swap('24', '0')),
  one('value-not-among', 'course.yaml', 8, swap('all-modules', 'knowledge-test')),
  one('key-missing', 'course.yaml', 8, swap('requires: all-modules, ', '')),
  one('key-missing', 'course.yaml', 1, (text) => text.replace(/certificate: .*\n/, '')),
  one('value-list', page, 3, swap('[m1]', 'm1')),
  one('value-group', fact, 7, swap("parts:\n  number: '112'\n  hours: dygnet runt", 'parts: 112')),
  one(
    'value-two-languages',
    head,
    3,
    swap('title:\n  sv: Grunden\n  en: The basics', 'title: Grunden'),
  ),
  one('value-https', fact, 13, swap('https://', 'www.')),
]

const pages: PlantedFault[] = [
  one('front-matter-missing', lesson('handledning.md'), 1, swap('---\n', '')),
  one('fence-unclosed', lesson('03-ut.md'), 6, swap('ut.\n\n:::\n', 'ut.\n')),
  one('fence-short', lesson('02-larma.md'), 14, (text) => text.replaceAll('::::', ':::')),
  one('fence-stray', page, 17, add('\n:::\n')),
  below('directive-unread', ':::fact-box [Numret]\n\nText.\n\n:::'),
  inText('directive-unread', '::figure[En dörr{src=utgang.svg}'),
  below('directive-unknown', ':::ruta[Numret]\n\n:::'),
  below('directive-form', '::fact[larm-112]'),
  below('directive-form', 'Bilden :figure[En dörr]{src=utgang.svg} är ny.'),
  below('directive-misplaced', ':::answer[Ett svar]\n\n:::'),
  below('directive-misplaced', '- En rad\n\n  ::figure[En dörr]{src=utgang.svg}', 19),
  below('label-missing', ':::fact-box\n\nText.\n\n:::'),
  one('label-refused', lesson('04-ordning.md'), 22, swap(':::feedback', ':::feedback[Så här]')),
  below('attribute-unknown', '::figure[En dörr]{src=utgang.svg width=100}'),
  below('attribute-missing', '::figure[En dörr]'),
  one('attribute-flag', lesson('02-larma.md'), 16, swap('{right}', '{right=ja}')),
  one('attribute-not-among', lesson('06-kafferummet.md'), 12, swap('=risky', '=dumt')),
  below('attribute-shape', '::figure[En dörr]{src="Min bild.svg"}'),
  inText('text-directive-unknown', 'Se :nästa sida.'),
  inText('html-refused', 'En <b>stund</b> till.'),
  inText('html-refused', '<!-- En lapp till mig -->'),
  inText('code-refused', '    Indragen text.'),
  inText('image-refused', '![En dörr](utgang.svg)'),
  inText('table-refused', '| Vem | Var |\n|---|---|'),
  {
    changes: { texts: { [page]: add('\nSe [här].\n\n[här]: https://www.sosalarm.se\n') } },
    told: [
      ['link-by-reference', `${page}:17`],
      ['link-by-reference', `${page}:19`],
    ],
  },
  inText('link-not-https', '[Larma](http://www.sosalarm.se)'),
  below('heading-level', '# Rubrik'),
  below('heading-level', '#### Rubrik'),
  below('case-empty', ':::case[Ett fall]{#ett-fall}\n\n:::'),
  one('case-text', lesson('06-kafferummet.md'), 8, swap('\n::::scene', '\nEn dag.\n\n::::scene')),
  one('scene-text', lesson('06-kafferummet.md'), 24, swap('\n::::\n', '\nSå var det.\n\n::::\n')),
  one('question-text', lesson('07-tank.md'), 14, swap('\n:::answer', '\nTänk.\n\n:::answer')),
  one(
    'question-part',
    lesson('07-tank.md'),
    26,
    swap('\n::::\n', '\n:::step[Ett]\n\n:::\n\n::::\n'),
  ),
  one(
    'question-short',
    lesson('04-ordning.md'),
    8,
    swap(':::step[Larma]\n\n:::\n\n:::step[Släck]\n\n:::\n\n', ''),
  ),
  one('question-one-right', lesson('07-tank.md'), 12, swap('{right}', '')),
  one('question-no-right', lesson('03-ut.md'), 14, (text) => text.replaceAll('{right}', '')),
  one('question-same-pair', lesson('05-par.md'), 8, swap('På väggen', 'I köket')),
  one('part-text', lesson('04-ordning.md'), 12, swap('[Rädda]\n\n', '[Rädda]\n\nEn människa.\n\n')),
  one('checklist-list', lesson('08-lista.md'), 6, swap('\n:::\n', '\nKlart.\n\n:::\n')),
  one('bank-text', bank, 1, (text) => `Frågor.\n\n${text}`),
]

const references: PlantedFault[] = [
  inText('fact-unknown', 'Ring :fact[larm-113].'),
  inText('fact-part-unknown', 'Ring :fact[larm-112.nummer].'),
  inText('term-unknown', 'En :term[plan]{of=planen}.'),
  inText('link-host', 'Mer på [en annan plats](https://www.example.se).'),
  one('goal-unknown', page, 1, swap('[m1]', '[m1, m3]')),
  below('media-missing', '::figure[En dörr]{src=dorren.svg}'),
  {
    changes: { texts: { [lesson('06-kafferummet.md')]: swap('to=garden', 'to=parken') } },
    told: [['scene-unknown', `${lesson('06-kafferummet.md')}:30`]],
  },
  one('scene-unreached', lesson('06-kafferummet.md'), 44, (text) =>
    text.replaceAll(' to=garden', ''),
  ),
  one('question-untaught', bank, 1, swap(' teaches=grunden/ordning', '')),
  one('teaches-unknown', bank, 1, swap('grunden/ordning', 'grunden/oordning')),
  one('track-module-unknown', 'course.yaml', 13, swap('[grunden, provet]', '[grunden, prov]')),
  one('renewal-unknown', 'course.yaml', 8, swap('24 }', '24, renewedBy: grunden }')),
  {
    changes: {
      texts: {
        'course.yaml': swap('  - provet\n', '  - provet\n  - igen\n'),
        'modules/igen/module.yaml': refresher,
        'modules/igen/01-mera.md': '---\ntitle: Mera\n---\n\nLite mer.\n',
        'modules/igen/handledning.md': guide,
      },
    },
    told: [['renewal-unnamed', 'modules/igen/module.yaml:1']],
  },
  one('id-twice', lesson('07-tank.md'), 12, swap('#b1-q5', '#b1-q4')),
  {
    changes: {
      texts: {
        [lesson('06-kafferummet.md')]: swap(
          '\n:::::\n',
          '\n::::scene{#garden}\n\nIgen.\n\n::::\n\n:::::\n',
        ),
      },
    },
    told: [['id-twice', `${lesson('06-kafferummet.md')}:50`]],
  },
  one('id-twice', head, 14, add('  - id: m1\n    text: Igen.\n')),
  one('id-twice', lesson('09-ut.md'), 1, '---\ntitle: Ut igen\n---\n\nNu igen.\n'),
  one('id-twice', 'glossary.yaml', 8, add('- id: larmplan\n  term: plan\n  text: Igen.\n')),
  one('id-twice', 'course.yaml', 12, swap('  - provet\n', '  - provet\n  - grunden\n')),
]

const content: PlantedFault[] = [
  one('fact-without-source', 'facts/lag-brandskydd.yaml', 1, (text) =>
    text.replace(/source:\n(?: .*\n)+/, 'source: []\n'),
  ),
  one('fact-unsure', 'facts/lag-brandskydd.yaml', 1, swap('toCheck:', '# ')),
  one('fact-ended', fact, 1, add('validTo: 2026-11-21\n')),
  inText('typed-phone', 'Ring 112.'),
  inText('typed-phone', 'Ring 020-50 50 50.'),
  inText('typed-phone', 'Ring Bris på 116 111.'),
  inText('typed-section', 'Det står i 4 kap.'),
  inText('typed-section', 'Se 29 §.'),
  inText('typed-penalty', 'Den som gör så kan få fängelse i högst två år.'),
  one(
    'question-without-feedback',
    lesson('05-par.md'),
    8,
    swap('I köket tar en filt död på elden.', ''),
  ),
  one(
    'answer-without-feedback',
    lesson('07-tank.md'),
    14,
    swap('Nej, så nära huset kan glas falla.', ''),
  ),
  one('choice-without-consequence', lesson('06-kafferummet.md'), 30, swap('Ni hjälps åt.', '')),
  {
    changes: {
      texts: {
        [bank]: (text) => text.replace('Släcker elden', 'Nej').replace('Den varma', 'Den varma nu'),
      },
    },
    told: [['longest-right', 'modules/provet/module.yaml:1']],
  },
  one(
    'figure-without-alternative',
    lesson('03-ut.md'),
    6,
    swap('[En dörr med en pil ut ur huset.]', ''),
  ),
  one(
    'lix-high',
    page,
    1,
    swap(sentence, 'Brandskyddsarbetet förutsätter övningsverksamhet. '.repeat(9)),
  ),
  one('lix-high', lesson('lattlast.md'), 1, add('\nUtrymningsövningar genomförs regelbundet.\n')),
  one('title-telling', 'modules/provet/module.yaml', 1, swap('The test', 'On honour')),
  one('title-telling', lesson('07-tank.md'), 1, swap('Tänk efter', 'Våldet')),
  one('text-unwritten', page, 2, swap('Innan du börjar', '"[skriv: titel]"')),
]

export const plantedFaults = [
  ...files,
  ...yaml,
  ...pages,
  ...references,
  ...content,
  ...recordings,
  ...modules,
]
