import js from '@eslint/js'
import a11y from 'eslint-plugin-jsx-a11y'
import react from 'eslint-plugin-react'
import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

// The rules of the house that a file shows by itself; who may import whom is in
// .dependency-cruiser.cjs, the rest in scripts/lint-house.ts. Each entry of `houseSyntax` has a planted
// violation in tests/house/planted-violations.test.ts.

const text = '[value=/\\p{L}/u]'
const inMarkup = ':matches(JSXElement, JSXFragment) > JSXExpressionContainer'
const readAloud = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'alt',
  'title',
  'placeholder',
  'label',
  'description',
  'caption',
  'heading',
]

const awaited = (name) =>
  `ExpressionStatement[expression.type="AwaitExpression"][expression.argument.callee.property.name=/^${name}$/]`

export const houseSyntax = {
  clock: [
    {
      selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
      message: 'Ask now() of kernel/clock, so that a test can hold the clock still.',
    },
    {
      selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
      message:
        'Ask now() of kernel/clock instead of Date.now(), so that a test can hold the clock.',
    },
  ],
  // Signs without letters ("·", "(", " %") may stand in the markup as they are.
  visibleText: [
    {
      selector: `JSXText${text}`,
      message: 'Text goes through i18n.',
    },
    {
      selector: `JSXAttribute[name.name=/^(${readAloud.join('|')})$/] > Literal${text}`,
      message: 'An attribute that is read goes through i18n.',
    },
    {
      selector: `${inMarkup} > Literal${text}`,
      message: 'A text in braces goes through i18n.',
    },
    {
      selector: `${inMarkup} > :matches(ConditionalExpression, LogicalExpression) > Literal${text}`,
      message: 'A choice of texts goes through i18n.',
    },
    {
      selector: `${inMarkup} > TemplateLiteral > TemplateElement[value.raw=/\\p{L}/u]`,
      message: 'A text with places goes through i18n.',
    },
    {
      selector: `${inMarkup} > BinaryExpression[operator="+"] > Literal${text}`,
      message: 'A text put together goes through i18n.',
    },
  ],
  waiting: [
    {
      selector: 'CallExpression[callee.property.name="waitForTimeout"]',
      message: 'Wait for what you expect, not for waitForTimeout.',
    },
    {
      selector: 'NewExpression[callee.name="Promise"] CallExpression[callee.name="setTimeout"]',
      message: 'Wait for what you expect (expect.poll, vi.waitFor), not for setTimeout.',
    },
    {
      selector: 'ImportDeclaration[source.value=/timers.promises$/]',
      message: 'Wait for what you expect (expect.poll, vi.waitFor), not for a timer.',
    },
  ],
  // A page that is left at once takes the form back that it was sending.
  leaving: [
    {
      selector: `${awaited('click')} + ${awaited('(goto|reload|close)')}`,
      message: 'Wait for what the click gives before the page is left.',
    },
  ],
}

const clocked = ['domain', 'standards', 'auth', 'exchange', 'workers', 'components', 'routes']
const tests = ['app/**/*.test.{ts,tsx}', 'tests/**/*.ts', 'courses/**/*.test.ts']
const scripts = ['**/*.{js,mjs,cjs}']

const restrict = (files, ...groups) => ({
  files,
  rules: { 'no-restricted-syntax': ['error', ...groups.flat()] },
})

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      'build/',
      'data/',
      '.cache/',
      'test-results/',
      'playwright-report/',
      'app/platform/prisma-client/',
      'tests/packages/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // A loader, an action and a port are async by contract, whether or not they wait.
      '@typescript-eslint/require-await': 'off',
      // pg compares type numbers with an enum of its own.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // Remix answers with a thrown Response.
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, arguments: false } },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['app/**/*.tsx'],
    extends: [
      react.configs.flat.recommended,
      react.configs.flat['jsx-runtime'],
      hooks.configs.flat.recommended,
      a11y.flatConfigs.recommended,
    ],
    settings: { react: { version: '18.3' } },
    rules: {
      // The Content Security Policy refuses inline styles.
      'react/forbid-dom-props': ['error', { forbid: ['style'] }],
      'react/forbid-component-props': ['error', { forbid: ['style'] }],
      'react/prop-types': 'off',
      // A table laid out anew by CSS says its roles aloud; the rule takes th for a button.
      'jsx-a11y/no-interactive-element-to-noninteractive-role': [
        'error',
        { tr: ['none', 'presentation', 'row'], th: ['rowheader', 'columnheader'], td: ['cell'] },
      ],
      'react-hooks/exhaustive-deps': 'error',
      // Speaks of React's compiler, which is not used here.
      'react-hooks/incompatible-library': 'off',
    },
  },
  restrict(['app/**/*.tsx'], houseSyntax.visibleText),
  restrict(
    clocked.map((folder) => `app/${folder}/**/*.ts`),
    houseSyntax.clock,
  ),
  restrict(
    clocked.map((folder) => `app/${folder}/**/*.tsx`),
    houseSyntax.clock,
    houseSyntax.visibleText,
  ),
  restrict(tests, houseSyntax.waiting),
  restrict(['tests/e2e/**/*.ts'], houseSyntax.waiting, houseSyntax.leaving),
  // Setting up waits for other processes: there the clock is all there is.
  restrict(['tests/{setup,fixtures,factories,faults}/**/*.ts'], houseSyntax.waiting.slice(0, 1)),
  {
    files: tests,
    rules: {
      // A test reads answers whose shape it is about to check.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: scripts,
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: Object.fromEntries(
        ['console', 'process', 'URL', 'fetch', 'setTimeout', 'clearTimeout', 'Buffer'].map(
          (name) => [name, 'readonly'],
        ),
      ),
    },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { globals: { module: 'writable', require: 'readonly' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
)
