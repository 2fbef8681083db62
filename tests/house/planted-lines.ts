import type { Plant } from './planted-imports.ts'

const screen = (markup: string, before = '') =>
  `export function Planted(props: { n: number }) {\n  const { n } = props\n${before}  return ${markup}\n}\n`

/** What a single file shows: ESLint's rules. */
export const linePlants: Plant[] = [
  {
    rule: 'no-restricted-syntax',
    message: 'Ask now() of kernel/clock, so',
    file: 'app/domain/coverage/planted-date.ts',
    text: 'export const today = () => new Date()\n',
  },
  {
    rule: 'no-restricted-syntax',
    message: 'Ask now() of kernel/clock instead of Date.now()',
    file: 'app/standards/planted-now.ts',
    text: 'export const millis = () => Date.now()\n',
  },
  {
    rule: 'no-restricted-syntax',
    message: 'An attribute that is read',
    file: 'app/ui/planted-attribute.tsx',
    text: screen('<nav aria-label="Menu">{n}</nav>'),
  },
  {
    rule: 'no-restricted-syntax',
    message: 'A choice of texts',
    file: 'app/routes/_planted+/choice.tsx',
    text: screen("<p>{n > 1 ? 'many' : n}</p>"),
  },
  {
    rule: 'no-restricted-syntax',
    message: 'A text with places',
    file: 'app/components/planted/template.tsx',
    text: screen('<p>{`${n} people`}</p>'),
  },
  {
    rule: 'no-restricted-syntax',
    message: 'A text put together',
    file: 'app/ui/planted-sum.tsx',
    text: screen("<p>{'People: ' + n}</p>"),
  },
  {
    rule: 'no-restricted-syntax',
    message: 'not for waitForTimeout',
    file: 'app/ui/planted-wait.test.ts',
    text: 'export const wait = (page: { waitForTimeout: (ms: number) => void }) => page.waitForTimeout(100)\n',
  },
  {
    rule: 'no-restricted-syntax',
    message: 'not for setTimeout',
    file: 'app/ui/planted-timer.test.ts',
    text: 'export const wait = () => new Promise((done) => setTimeout(done, 100))\n',
  },
  {
    rule: 'no-restricted-syntax',
    message: 'before the page is left',
    file: 'tests/e2e/planted-leaving.ts',
    text: [
      'interface Page { click: () => Promise<void>; goto: (to: string) => Promise<void> }',
      'export async function leave(page: Page): Promise<void> {',
      '  await page.click()',
      "  await page.goto('/home')",
      '}\n',
    ].join('\n'),
  },
  {
    rule: 'no-restricted-syntax',
    message: 'Text goes through i18n.',
    file: 'app/ui/planted-text.tsx',
    text: screen('<p>Hello {n}</p>'),
  },
  {
    rule: 'no-restricted-syntax',
    message: 'A text in braces',
    file: 'app/ui/planted-string.tsx',
    text: screen("<p>{'Hello'}{n}</p>"),
  },
  {
    rule: 'no-restricted-syntax',
    message: 'not for a timer',
    file: 'app/ui/planted-pause.test.ts',
    text: "import { setTimeout as pause } from 'node:timers/promises'\nexport const wait = () => pause(100)\n",
  },
  {
    rule: 'react/forbid-dom-props',
    file: 'app/ui/planted-style.tsx',
    text: screen('<p style={{ width: n }}>{n}</p>'),
  },
  {
    rule: 'react/forbid-component-props',
    file: 'app/ui/planted-component-style.tsx',
    text:
      "import { Link } from '@remix-run/react'\n" +
      screen('<Link style={{ width: n }} to="/">{n}</Link>'),
  },
  {
    rule: 'react/jsx-key',
    file: 'app/ui/planted-key.tsx',
    text: screen('<ul>{[n].map((one) => <li>{one}</li>)}</ul>'),
  },
  {
    rule: 'react-hooks/rules-of-hooks',
    file: 'app/ui/planted-hook.tsx',
    text:
      "import { useId } from 'react'\n" +
      screen('<p id={id}>{n}</p>', "  const id = n > 1 ? useId() : ''\n"),
  },
  {
    rule: 'react-hooks/exhaustive-deps',
    file: 'app/ui/planted-effect.tsx',
    text:
      "import { useEffect } from 'react'\n" +
      screen('<p>{n}</p>', '  useEffect(() => console.log(n), [])\n'),
  },
  {
    rule: 'jsx-a11y/alt-text',
    file: 'app/ui/planted-image.tsx',
    text: screen('<p><img src="/mark.svg" />{n}</p>'),
  },
  {
    rule: '@typescript-eslint/no-explicit-any',
    file: 'app/kernel/planted-any.ts',
    text: 'export const first = (list: any[]) => list.length\n',
  },
  {
    rule: '@typescript-eslint/ban-ts-comment',
    file: 'app/kernel/planted-ignore.ts',
    text: '// @ts-ignore\nexport const three: string = 3\n',
  },
  {
    rule: '@typescript-eslint/no-unused-vars',
    file: 'app/kernel/planted-unused.ts',
    text: 'const unused = 1\nexport const used = 2\n',
  },
  {
    rule: '@typescript-eslint/consistent-type-imports',
    file: 'app/domain/audit/planted-type.ts',
    text: "import { Role } from '~/kernel/actor.ts'\nexport type Used = Role\n",
  },
  {
    rule: '@typescript-eslint/no-floating-promises',
    file: 'app/kernel/planted-floating.ts',
    text: 'export const later = async () => 1\nexport function begin() {\n  later()\n}\n',
  },
  {
    rule: '@typescript-eslint/no-misused-promises',
    file: 'app/kernel/planted-misused.ts',
    text: 'export const later = async () => true\nexport const sure = () => (later() ? 1 : 2)\n',
  },
  {
    rule: '@typescript-eslint/restrict-template-expressions',
    file: 'app/kernel/planted-object.ts',
    text: 'export const written = (thing: { a: number }) => `${thing}`\n',
  },
]

/** What the same rules let through. */
export const allowedLines: Record<string, string> = {
  'app/domain/coverage/allowed-date.ts': 'export const dayOf = (text: string) => new Date(text)\n',
  'app/ui/allowed-markup.tsx':
    'export function Allowed(props: { n: number; name: string }) {\n' +
    '  return (\n' +
    '    <p className={props.n > 1 ? "many" : "one"} aria-label={props.name}>\n' +
    '      {props.name}: ({props.n}) · {`${props.n}–${props.n + 1}`}\n' +
    '      <img alt="" src="/mark.svg" />\n' +
    '    </p>\n' +
    '  )\n' +
    '}\n',
}

const lines = (count: number) =>
  Array.from({ length: count }, (_, index) => `export const line${index} = ${index}\n`).join('')

const texts = (language: string, entries: string) => ({
  [`app/i18n/${language}/planted.ts`]: `export const planted = {\n${entries}}\n`,
})

/** The rules of scripts/lint-house.ts. */
export const housePlants: Plant[] = [
  { rule: 'file-too-long', file: 'app/kernel/planted-long.ts', text: lines(401) },
  { rule: 'file-name', file: 'app/kernel/PlantedName.ts', text: lines(1) },
  { rule: 'file-name', file: 'app/routes/_planted+/Shouting.tsx', text: lines(1) },
  { rule: 'folder-name', file: 'app/ui/helpers/planted-one.ts', text: lines(1) },
  { rule: 'folder-name', file: 'app/ui/utils.server.ts', text: lines(1) },
  { rule: 'folder-name', file: 'app/routes/v1/planted-two.ts', text: lines(1) },
  { rule: 'unknown-folder', file: 'app/lib/planted-three.ts', text: lines(1) },
  { rule: 'unknown-folder', file: 'app/domain/planted/planted-four.ts', text: lines(1) },
  {
    rule: 'barrel',
    file: 'app/ui/index.ts',
    text: "export { line0 } from './helpers/planted-one.ts'\n",
  },
  {
    rule: 'route-folders-keep-apart',
    file: 'app/routes/_planted+/home.$id/route.tsx',
    text: "import type { Card } from '../other/planted-card.ts'\nexport type Used = Card\n",
  },
  { rule: 'test-not-run', file: 'tests/planted.test.ts', text: lines(1) },
  { rule: 'test-not-run', file: 'tests/e2e/planted.test.ts', text: lines(1) },
  { rule: 'test-not-run', file: 'tests/db/planted.test.ts', text: lines(1) },
  {
    rule: 'docstring',
    file: 'app/standards/planted-bare.ts',
    text: 'export function bare() {\n  return 1\n}\n',
  },
  {
    rule: 'sql-outside-db',
    file: 'app/domain/coverage/planted-tag.server.ts',
    text: 'declare const sql: (parts: TemplateStringsArray) => unknown\nexport const one = sql`select 1`\n',
  },
  {
    rule: 'sql-outside-db',
    file: 'app/routes/_planted+/string.ts',
    text: "export const two = 'SELECT name FROM person'\n",
  },
  {
    rule: 'sql-outside-db',
    file: 'app/workers/planted-raw.ts',
    text: 'export const three = (tx: { $queryRaw: (text: string) => unknown }) => tx.$queryRaw("x")\n',
  },
  {
    rule: 'sql-outside-db',
    file: 'app/domain/identity/planted-model.server.ts',
    text: 'declare const tx: { person: { findMany: () => unknown } }\nexport const four = tx.person.findMany()\n',
  },
  {
    rule: 'table-written-by-its-noun',
    file: 'app/domain/coverage/planted-write.db.server.ts',
    text: "export const five = 'insert into completion (id) values ($1)'\n",
  },
  {
    rule: 'table-read-from-above',
    file: 'app/domain/identity/planted-read.db.server.ts',
    text: "export const six = 'select p.id from person p join completion c on c.person_id = p.id'\n",
  },
  {
    rule: 'swedish-outside-i18n',
    file: 'app/ui/planted-swedish.ts',
    text: "export const name = 'Gör klart'\n",
  },
  {
    rule: 'sql-outside-db',
    file: 'app/workers/planted-capitals.ts',
    text: "export const seven = 'WITH one AS (SELECT 1) UPDATE person SET id = 1'\n",
  },
  {
    rule: 'message-missing',
    file: 'app/ui/planted-missing.ts',
    text: "declare const t: (key: string) => string\nexport const text = t('planted.nowhere')\n",
  },
  {
    rule: 'message-missing',
    file: 'app/ui/planted-pattern.ts',
    text: 'declare const t: (key: string) => string\nexport const text = (x: string) => t(`nowhere.${x}`)\n',
  },
  {
    rule: 'message-missing-refusal',
    file: 'app/domain/audit/planted-refusal.ts',
    text: "declare class Refusal {\n  constructor(code: string)\n}\nexport const no = new Refusal('planted.no')\n",
  },
  {
    rule: 'message-unused',
    file: 'app/i18n/sv/planted.ts',
    text: texts('sv', "  'planted.unused': 'Oanvänd',\n")['app/i18n/sv/planted.ts']!,
    beside: texts('en', "  'planted.unused': 'Unused',\n"),
  },
  {
    rule: 'message-languages-differ',
    file: 'app/i18n/sv/planted-alone.ts',
    text: "export const alone = { 'planted.alone': 'Ensam' }\n",
  },
  {
    rule: 'message-languages-differ',
    file: 'app/i18n/en/planted-alone.ts',
    text: "export const alone = { 'planted.lonely': 'Alone' }\n",
  },
  {
    rule: 'message-places-differ',
    file: 'app/i18n/en/planted-places.ts',
    text: "export const places = { 'planted.places': 'Hello {nmae}' }\n",
    beside: {
      'app/i18n/sv/planted-places.ts': "export const places = { 'planted.places': 'Hej {name}' }\n",
      'app/ui/planted-places.ts': "export const key = 'planted.places'\n",
    },
  },
  {
    rule: 'message-twice',
    file: 'app/i18n/sv/planted-twice.ts',
    text: "export const twice = { 'planted.places': 'Hej igen {name}' }\n",
  },
  {
    rule: 'message-not-plain',
    file: 'app/i18n/en/planted-computed.ts',
    text: "export const computed = { 'planted.computed': ['A', 'B'].join(' ') }\n",
  },
]

/** What the same rules let through. */
export const allowedInHouse: Record<string, string> = {
  'app/ui/allowed-length.ts': lines(400),
  'app/routes/_planted+/$personId_.edit[.]csv.ts': lines(1),
  'app/routes/_planted+/begun.$id/route.tsx':
    "import type { Card } from './planted-card.ts'\nexport type Used = Card\n",
  'app/domain/coverage/allowed-read.db.server.ts':
    "export const fine = 'select id from completion for update'\n",
  'app/domain/coverage/allowed-collation.db.server.ts':
    "declare const sql: (parts: TemplateStringsArray) => unknown\nexport const fine = sql`order by translate(name, 'åäö', '{|}')`\n",
  'tests/db/allowed.db.test.ts': lines(1),
  'tests/e2e/allowed.spec.ts': lines(1),
  'app/ui/allowed-words.ts':
    "export const fine = 'Select one from the list'.replace(/[åäö]/g, '')\n",
  'app/i18n/sv/allowed.ts':
    "export const allowed = { 'allowed.one': 'Ett', 'allowed.two': { one: 'En', other: '{count}' }, 'refusal.allowed.no': 'Nej' }\n",
  'app/i18n/en/allowed.ts':
    "export const allowed = { 'allowed.one': 'One', 'allowed.two': { one: 'One', other: '{count}' }, 'refusal.allowed.no': 'No' }\n",
  'app/ui/allowed-texts.ts':
    'declare const t: (key: string) => string\nexport const fine = (x: string) => t(`allowed.${x}`)\n',
  'app/domain/audit/allowed-refusal.ts':
    "declare class Refusal {\n  constructor(code: string)\n}\nexport const no = new Refusal('allowed.no')\n",
}
