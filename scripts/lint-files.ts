import path from 'node:path'
import ts from 'typescript'
import { eachNode, isTest, violation, type Source, type Violation } from './lint-source.ts'
import nouns from './lint-nouns.json' with { type: 'json' }

/** What a file's name, place, length and shape must be. */
export const fileRules = {
  'file-too-long': 'a file in app/ has at most 400 lines',
  'file-name': 'names are in kebab-case, the noun first',
  'folder-name': 'a name says what is inside: no utils, helpers, services, common, no versions',
  'unknown-folder': 'app/ has the folders of the house, app/domain/ its nouns',
  barrel: 'a file that only passes on other files hides who imports whom',
  'route-folders-keep-apart':
    'what lies beside a route is for that route; on second use it moves to components/',
  'test-not-run': 'a test lies where vitest.config.ts or playwright.config.ts looks for it',
  docstring: 'public functions of domain, standards and platform say what they give',
} as const

const longest = 400
const folders = [
  'kernel',
  'i18n',
  'standards',
  'platform',
  'domain',
  'auth',
  'ui',
  'components',
  'exchange',
  'workers',
  'routes',
  'content-host',
  'player-frame',
]
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/
const routeName = /^(?:[a-z0-9_.+\-[\]()]|\$[a-zA-Z]*)+$/
const saysNothing = /^(utils?|helpers?|services?|common|misc|v\d+)$/

export function checkFiles(sources: Source[]): Violation[] {
  return sources.flatMap((source) => [
    ...lengthOf(source),
    ...nameOf(source),
    ...folderOf(source),
    ...barrel(source),
    ...foreignRouteFolder(source),
    ...unseenTest(source),
    ...docstrings(source),
  ])
}

function lengthOf(source: Source): Violation[] {
  if (!source.file.startsWith('app/') || !/\.(tsx?|css)$/.test(source.file)) return []
  const lines = source.text.replace(/\n$/, '').split('\n').length
  if (lines <= longest) return []
  return [violation('file-too-long', source, null, `${lines} lines; split it by what it does`)]
}

function nameOf(source: Source): Violation[] {
  const segments = source.file.split('/')
  const inRoutes = source.file.startsWith('app/routes/')
  const found: Violation[] = []
  for (const [index, segment] of segments.entries()) {
    const allowed = inRoutes && index >= 2 ? routeName : kebab
    if (!allowed.test(segment)) {
      found.push(violation('file-name', source, null, `"${segment}" is not in kebab-case`))
    }
    const stem = segment.split('.')[0]!
    const areaOfTexts = /^app\/i18n\/[a-z]+\/common\.ts$/.test(source.file)
    if (saysNothing.test(stem) && !areaOfTexts) {
      found.push(violation('folder-name', source, null, `"${segment}" says nothing`))
    }
  }
  return found
}

function folderOf(source: Source): Violation[] {
  const [top, folder, inner, ...rest] = source.file.split('/')
  if (top !== 'app' || !folder || !inner) return []
  if (!folders.includes(folder)) {
    return [violation('unknown-folder', source, null, `app/${folder} is not a folder of the house`)]
  }
  if (folder === 'domain' && (rest.length === 0 || !nouns.includes(inner))) {
    return [violation('unknown-folder', source, null, `app/domain/${inner} is none of the nouns`)]
  }
  return []
}

function barrel(source: Source): Violation[] {
  const statements = source.file.startsWith('app/') ? (source.tree()?.statements ?? []) : []
  const passesOn = statements.filter(ts.isExportDeclaration).length
  const onlyPassesOn =
    passesOn > 0 &&
    statements.every((node) => ts.isExportDeclaration(node) || ts.isImportDeclaration(node))
  return onlyPassesOn ? [violation('barrel', source, null, 'import from the file itself')] : []
}

/** Names of route folders hold $ and +, which dependency-cruiser's patterns cannot carry over. */
function foreignRouteFolder(source: Source): Violation[] {
  if (!source.file.startsWith('app/routes/')) return []
  const found: Violation[] = []
  eachNode(source, (node) => {
    if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) return
    if (!node.moduleSpecifier || !ts.isStringLiteral(node.moduleSpecifier)) return
    const name = node.moduleSpecifier.text.replace(/^~\//, 'app/')
    const file = name.startsWith('.') ? path.join(path.dirname(source.file), name) : name
    const folder = /^app\/routes\/.+\+\/[^/+]+\//.exec(file)?.[0]
    if (!folder || source.file.startsWith(folder)) return
    found.push(violation('route-folders-keep-apart', source, node, `${file} is another route's`))
  })
  return found
}

const seenTests = [
  /^(app|server|scripts|prisma|courses|bench)\/.*\.test\.tsx?$/,
  /^tests\/(house|matrix)\/.*\.test\.ts$/,
  /^tests\/db\/.*\.db\.test\.ts$/,
  /^tests\/(e2e|faults)\/.*\.spec\.ts$/,
]

/** A test in the wrong place is never run and so never fails. */
function unseenTest(source: Source): Violation[] {
  if (!/\.(test|spec)\.[a-z]+$/.test(source.file)) return []
  if (seenTests.some((pattern) => pattern.test(source.file))) return []
  return [violation('test-not-run', source, null, 'nothing runs this test')]
}

function docstrings(source: Source): Violation[] {
  const spoken = /^app\/(domain|standards|platform)\/.*\.ts$/.test(source.file)
  // A noun's SQL is private to it: nobody else reads its signatures.
  const privately = /^app\/domain\/.*\.db\.server\.ts$/.test(source.file)
  if (!spoken || privately || isTest(source.file)) return []
  const found: Violation[] = []
  eachNode(source, (node) => {
    const name = publicFunction(node)
    if (!name || hasDocstring(node)) return
    found.push(violation('docstring', source, node, `${name} has no docstring`))
  })
  return found
}

/** The name of an exported function, written as a declaration or as a constant. */
function publicFunction(node: ts.Node): string | undefined {
  if (!ts.isFunctionDeclaration(node) && !ts.isVariableStatement(node)) return undefined
  if (!node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return undefined
  if (ts.isFunctionDeclaration(node)) return node.name?.text ?? 'the function'
  const [declaration] = node.declarationList.declarations
  const value = declaration?.initializer
  return value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value))
    ? declaration.name.getText()
    : undefined
}

/** Of several signatures of one function the first speaks for all. */
function hasDocstring(node: ts.Node): boolean {
  if (ts.getJSDocCommentsAndTags(node).length > 0) return true
  if (!ts.isFunctionDeclaration(node) || !ts.isSourceFile(node.parent)) return false
  const first = node.parent.statements.find(
    (other) => ts.isFunctionDeclaration(other) && other.name?.text === node.name?.text,
  )
  return first !== node && first !== undefined && hasDocstring(first)
}
