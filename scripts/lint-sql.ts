import ts from 'typescript'
import {
  eachNode,
  isTest,
  literalParts,
  violation,
  type Source,
  type Violation,
} from './lint-source.ts'
import nouns from './lint-nouns.json' with { type: 'json' }

/** Where SQL may stand, and whose tables it may touch. */
export const sqlRules = {
  'sql-outside-db': 'SQL lives in .db.server.ts files and in the platform',
  'table-written-by-its-noun': 'a table is written by one noun only',
  'table-read-from-above': 'a noun reads its own tables and those of the nouns above it',
} as const

/** Tables as prisma/schema.prisma has them below its banners: "// ── identity ───". */
interface Tables {
  ownerByTable: Map<string, string>
  /** Prisma's own name for it in code: "roleGrant" -> "role_grant". */
  tableByModel: Map<string, string>
}

/** A place in the code where a table is touched. */
interface Touch {
  table: string
  writes: boolean
  node: ts.Node
}

// Keywords are written alike throughout; a sentence ("Select one from the list") is not.
const beginnings = String.raw`select\s[\s\S]+\sfrom\s|insert\s+into\s|update\s+\S+\s+set\s|delete\s+from\s|with\s+\S+\s+as\s*(?:materialized\s*)?\(|truncate\s|copy\s+\S+\s*\([\s\S]*\)\s+(?:from|to)\s`
const inCapitals = beginnings.replace(/\\.|[a-z]+/g, (word) =>
  word.startsWith('\\') ? word : word.toUpperCase(),
)
const looksLikeSql = new RegExp(`^\\s*(?:${beginnings}|${inCapitals})`)
const written = /\b(?:insert\s+into|update|delete\s+from|truncate(?:\s+table)?)\s+"?([a-z_]+)"?/gi
const readFrom = /\b(?:from|join)\s+(?:lateral\s+|only\s+)?"?([a-z_]+)"?/gi

const reading = ['findMany', 'findFirst', 'findFirstOrThrow', 'findUnique', 'findUniqueOrThrow']
reading.push('count', 'aggregate', 'groupBy')
const writing = ['create', 'createMany', 'createManyAndReturn', 'update', 'updateMany']
writing.push('updateManyAndReturn', 'upsert', 'delete', 'deleteMany')

export function checkSql(sources: Source[]): Violation[] {
  const schema = sources.find(({ file }) => file === 'prisma/schema.prisma')
  const tables = tablesOf(schema?.text ?? '')
  return sources
    .filter(({ file }) => /^(app\/(?!i18n\/)|server\/|server\.ts$)/.test(file) && !isTest(file))
    .flatMap((source) => checkSource(source, tables))
}

function tablesOf(schema: string): Tables {
  const tables: Tables = { ownerByTable: new Map(), tableByModel: new Map() }
  let owner = ''
  let model = ''
  for (const line of schema.split('\n')) {
    owner = /^\/\/ ── ([a-z-]+) ─/.exec(line)?.[1] ?? owner
    model = /^model (\w+) \{/.exec(line)?.[1] ?? model
    const table = /^\s+@@map\("(\w+)"\)/.exec(line)?.[1]
    if (!table) continue
    tables.ownerByTable.set(table, owner)
    tables.tableByModel.set(model[0]!.toLowerCase() + model.slice(1), table)
  }
  return tables
}

function checkSource(source: Source, tables: Tables): Violation[] {
  const found: Violation[] = []
  const mayHoldSql =
    /\.db\.server\.ts$|^app\/platform\//.test(source.file) ||
    source.file === 'app/auth/session.server.ts'
  eachNode(source, (node) => {
    const touches = touchesOf(node, tables)
    if (!mayHoldSql && (touches.length > 0 || isSql(node))) {
      found.push(violation('sql-outside-db', source, node, 'move the query to the .db.server.ts'))
    }
    found.push(...touches.flatMap((touch) => checkTouch(source, touch, tables)))
  })
  return onePerLine(found)
}

function checkTouch(source: Source, touch: Touch, tables: Tables): Violation[] {
  const owner = tables.ownerByTable.get(touch.table)!
  const noun = /^app\/domain\/([^/]+)\//.exec(source.file)?.[1] ?? source.file.split('/')[1]!
  if (owner === noun || source.file === 'app/auth/session.server.ts') return []
  const place = `${touch.table} belongs to ${owner}`
  if (touch.writes) return [violation('table-written-by-its-noun', source, touch.node, place)]
  const below = nouns.includes(noun) && nouns.indexOf(owner) > nouns.indexOf(noun)
  return below ? [violation('table-read-from-above', source, touch.node, place)] : []
}

function isSql(node: ts.Node): boolean {
  if (ts.isTaggedTemplateExpression(node)) {
    return /(^|\.)(sql|\$queryRaw|\$executeRaw)$/.test(node.tag.getText())
  }
  if (ts.isCallExpression(node)) {
    return /\.\$(queryRaw|executeRaw)(Unsafe)?$/.test(node.expression.getText())
  }
  return looksLikeSql.test(literalParts(node)?.join(' ? ') ?? '')
}

/** The tables that a text, a call on Prisma's client or a bulk load touches. */
function touchesOf(node: ts.Node, { ownerByTable, tableByModel }: Tables): Touch[] {
  if (ts.isCallExpression(node)) return touchesOfCall(node, tableByModel, ownerByTable)
  const inTag = node.parent && ts.isTaggedTemplateExpression(node.parent) && isSql(node.parent)
  const text = literalParts(node)?.join(' ? ')
  if (text === undefined || !(inTag || looksLikeSql.test(text))) return []
  const known = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map((match) => match[1]!).filter((name) => ownerByTable.has(name))
  const writes = new Set(known(written))
  const reads = new Set(known(readFrom))
  return [
    ...[...writes].map((table) => ({ table, writes: true, node })),
    ...[...reads]
      .filter((table) => !writes.has(table))
      .map((table) => ({ table, writes: false, node })),
  ]
}

function touchesOfCall(
  node: ts.CallExpression,
  tableByModel: Map<string, string>,
  ownerByTable: Map<string, string>,
): Touch[] {
  const [first] = node.arguments
  if (node.expression.getText() === 'bulkLoad' && first && ts.isStringLiteralLike(first)) {
    return ownerByTable.has(first.text) ? [{ table: first.text, writes: true, node }] : []
  }
  const method = node.expression
  if (!ts.isPropertyAccessExpression(method)) return []
  const model = method.expression
  const table = ts.isPropertyAccessExpression(model) && tableByModel.get(model.name.text)
  if (!table) return []
  if (writing.includes(method.name.text)) return [{ table, writes: true, node }]
  return reading.includes(method.name.text) ? [{ table, writes: false, node }] : []
}

function onePerLine(found: Violation[]): Violation[] {
  const seen = new Set<string>()
  return found.filter(({ rule, line, message }) => {
    const key = `${rule} ${line} ${message}`
    return !seen.has(key) && seen.add(key)
  })
}
