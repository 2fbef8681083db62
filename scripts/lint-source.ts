import { readdirSync, readFileSync, existsSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** Something that breaks a rule of the house; `line` is 1 where the file as a whole is meant. */
export interface Violation {
  rule: string
  file: string
  line: number
  message: string
}

export interface Source {
  /** Relative to the root, with forward slashes: "app/kernel/clock.ts". */
  file: string
  text: string
  /** The syntax tree; parsed on first use, undefined for what is not a script. */
  tree: () => ts.SourceFile | undefined
}

const roots = ['app', 'scripts', 'tests', 'bench', 'courses', 'prisma', 'server', 'server.ts']
const passedOver = new Set([
  'node_modules',
  'build',
  'data',
  '.cache',
  'prisma-client',
  'migrations',
])
const read = /\.(tsx?|mjs|cjs|js|css|json|prisma)$/

/** Every source file of a working copy, generated code and migrations left out. */
export function readSources(root: string): Source[] {
  return roots
    .filter((name) => existsSync(path.join(root, name)))
    .flatMap((name) => (name.includes('.') ? [name] : filesBelow(root, name)))
    .filter((file) => !file.startsWith('tests/packages/') && read.test(file))
    .sort()
    .map((file) => sourceOf(file, readFileSync(path.join(root, file), 'utf8')))
}

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (passedOver.has(entry.name)) return []
    const file = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesBelow(root, file) : [file]
  })
}

/** A file with its text; the test gives texts that are on no disk. */
export function sourceOf(file: string, text: string): Source {
  let parsed: ts.SourceFile | undefined
  return {
    file,
    text,
    tree: () => {
      if (!/\.(tsx?|mjs|js)$/.test(file)) return undefined
      parsed ??= ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true)
      return parsed
    },
  }
}

/** Calls `visit` for every node of a file. */
export function eachNode(source: Source, visit: (node: ts.Node) => void): void {
  const walk = (node: ts.Node): void => {
    visit(node)
    ts.forEachChild(node, walk)
  }
  const tree = source.tree()
  if (tree) walk(tree)
}

export const isTest = (file: string) => /\.test\.tsx?$/.test(file)

export function violation(rule: string, source: Source, node: ts.Node | null, message: string) {
  const tree = source.tree()
  const line = node && tree ? tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1 : 1
  return { rule, file: source.file, line, message }
}

/** The literal parts of a text in code: one for "a", two for `a${x}b`; undefined for anything else. */
export function literalParts(node: ts.Node): string[] | undefined {
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isTemplateExpression(node)) {
    return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)]
  }
  return undefined
}

/** What an expression may come to, as far as it is written out: both arms of a choice. */
export function arms(node: ts.Expression): ts.Expression[] {
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return arms(node.expression)
  if (ts.isConditionalExpression(node)) return [...arms(node.whenTrue), ...arms(node.whenFalse)]
  if (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken
  ) {
    return [...arms(node.left), ...arms(node.right)]
  }
  return [node]
}
