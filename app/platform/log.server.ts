import pino from 'pino'
import { env } from './env.server.ts'
import { singleton } from './singleton.server.ts'

/**
 * The log. Lines carry ids and words, never names, addresses, query strings or secrets:
 * what a line may hold is decided where it is written, and the end-to-end tests search it for names.
 */
export function log(): pino.Logger {
  return singleton('log', () => pino({ level: env().LOG_LEVEL, base: undefined }))
}

const certificateCode = /^(\w{4}-){3}\w{4}$/

/** A path for the log: query gone, and secrets of one-time links and codes of certificates blanked, ids kept. */
export function pathForLog(path: string): string {
  return path
    .split('?')[0]!
    .split('/')
    .map((part) => (part.length > 36 || certificateCode.test(part) ? '…' : part))
    .join('/')
}
