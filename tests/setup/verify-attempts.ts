import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import type { Verification } from '~/domain/attempt/verify-attempts.server.ts'

/** A database that tests have left: served where there is an address, else embedded in its folder. */
export interface LeftDatabase {
  databaseUrl: string
  dataFolder: string
}

/**
 * What `cli -- attempt verify` says of a database, in a process of its own as an administrator runs it.
 * @throws Error where it says nothing, or ends otherwise than what it says
 */
export async function verifyLeftAttempts({
  databaseUrl,
  dataFolder,
}: LeftDatabase): Promise<Verification> {
  const words = ['--import', 'tsx', 'scripts/cli.ts', 'attempt', 'verify']
  const child = spawn(process.execPath, words, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DEMO: '1', DATABASE_URL: databaseUrl, DATA_FOLDER: dataFolder },
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [out, err, status] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  if (!out.startsWith('{')) throw new Error(`attempt verify ended with ${status}\n${err}`)
  const said = JSON.parse(out) as Verification
  if (status !== (said.faultCount > 0 ? 1 : 0)) {
    throw new Error(`attempt verify ended with ${status}, and said ${out}${err}`)
  }
  return said
}

/** "attempt verify: 52 attempts, 0 differ", and those that do. */
export function toldVerification({ attempts, faultCount, faults }: Verification): string {
  const sentences = faults.map(({ supportCode, fault, sequence, item }) =>
    [supportCode, fault, sequence && `commit ${sequence}`, item].filter(Boolean).join(', '),
  )
  return [`attempt verify: ${attempts} attempts, ${faultCount} differ`, ...sentences].join('\n  ')
}
