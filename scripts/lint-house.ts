import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkFiles, fileRules } from './lint-files.ts'
import { checkMessages, messageRules } from './lint-messages.ts'
import { readSources, type Source, type Violation } from './lint-source.ts'
import { checkSql, sqlRules } from './lint-sql.ts'

/** The rules of the house that neither ESLint nor dependency-cruiser can see, by name. */
export const houseRules: Record<string, string> = { ...fileRules, ...sqlRules, ...messageRules }

/** Everything in a working copy that breaks a rule of the house. */
export function lintHouse(sources: Source[]): Violation[] {
  return [...checkFiles(sources), ...checkSql(sources), ...checkMessages(sources)].sort(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line,
  )
}

function main(root: string): number {
  const sources = readSources(root)
  const violations = lintHouse(sources)
  for (const { file, line, rule, message } of violations) {
    console.log(`${file}:${line}  ${rule}  ${message}`)
  }
  for (const rule of new Set(violations.map((found) => found.rule))) {
    console.log(`${rule}: ${houseRules[rule]}`)
  }
  console.log(`House rules: ${sources.length} files, ${violations.length} violations.`)
  return violations.length > 0 ? 1 : 0
}

if (process.argv[1] && import.meta.url === pathToFileURL(path.resolve(process.argv[1])).href) {
  process.exitCode = main(process.argv[2] ?? '.')
}
