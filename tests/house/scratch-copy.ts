import { spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cruise } from '../../scripts/lint-imports.ts'

const copied = [
  'app',
  'scripts',
  'prisma',
  'tests',
  'bench',
  'courses',
  'server',
  'server.ts',
  'package.json',
  'tsconfig.json',
  'eslint.config.js',
  '.dependency-cruiser.cjs',
  '.prettierrc.json',
  '.prettierignore',
]

/** A copy of the working tree to plant violations in, with the same packages. */
export function makeScratchCopy(): string {
  const scratch = mkdtempSync(path.join(tmpdir(), 'samsyn-house-'))
  for (const name of copied) {
    if (existsSync(name)) cpSync(name, path.join(scratch, name), { recursive: true })
  }
  symlinkSync(path.resolve('node_modules'), path.join(scratch, 'node_modules'))
  return scratch
}

export function removeScratchCopy(scratch: string): void {
  rmSync(scratch, { recursive: true, force: true })
}

export function plantFiles(scratch: string, files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(scratch, file)), { recursive: true })
    writeFileSync(path.join(scratch, file), text)
  }
}

/** One finding of a linter, whichever it was. */
export interface Finding {
  rule: string
  file: string
  message: string
}

/** What ESLint says of some files of the copy. */
export async function runEslint(scratch: string, files: string[]): Promise<Finding[]> {
  const output = await runNode(scratch, [
    'node_modules/eslint/bin/eslint.js',
    '--format',
    'json',
    ...files,
  ])
  const results = JSON.parse(output) as {
    filePath: string
    messages: { ruleId: string | null; message: string }[]
  }[]
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, message }) => ({
      rule: ruleId ?? 'does-not-parse',
      file: path.relative(scratch, filePath).replaceAll(path.sep, '/'),
      message,
    })),
  )
}

/** What dependency-cruiser says of the whole copy. */
export async function runCruise(scratch: string): Promise<Finding[]> {
  const output = await runNode(scratch, cruise(scratch, 'json'))
  const { summary } = JSON.parse(output) as {
    summary: { violations: { from: string; to: string; rule: { name: string } }[] }
  }
  return summary.violations.map(({ rule, from, to }) => ({
    rule: rule.name,
    file: from,
    message: `imports ${to}`,
  }))
}

/** The files of the copy that Prettier would write otherwise. */
export async function runPrettier(scratch: string, files: string[]): Promise<Finding[]> {
  const output = await runNode(scratch, [
    'node_modules/prettier/bin/prettier.cjs',
    '--list-different',
    ...files,
  ])
  const listed = output.split('\n').filter(Boolean)
  return listed.map((file) => ({ rule: 'prettier', file, message: 'is not formatted' }))
}

/** What a script prints. A linter that finds something exits with 1, so only what it prints counts. */
function runNode(scratch: string, words: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, {
      cwd: scratch,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    let complaint = ''
    child.stdout.on('data', (piece: Buffer) => (output += piece.toString()))
    child.stderr.on('data', (piece: Buffer) => (complaint += piece.toString()))
    child.on('error', reject)
    child.on('close', (status) => {
      if (status !== null && status < 2) resolve(output)
      else if (output.startsWith('{')) resolve(output)
      else reject(new Error(`${words[0]} ended with ${status}\n${complaint}${output}`))
    })
  })
}
