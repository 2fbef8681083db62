import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { singleton } from './singleton.server.ts'

const flag = z.enum(['0', '1'], { error: 'must be 0 or 1' }).transform((value) => value === '1')
const wholeNumber = (least: number, most: number) =>
  z.coerce
    .number({ error: 'must be a number' })
    .int('must be a whole number')
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`)

const origin = z.string().refine(
  (value) => {
    const url = URL.parse(value)
    return !!url && /^https?:$/.test(url.protocol) && url.origin === value
  },
  { error: 'must be an origin such as https://samsyn.example.se, without a path' },
)

/** The environment variables, as the README's table lists them. */
const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DEMO: flag.optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0, 65535).default(3000),
  APP_ORIGIN: origin.optional(),
  CONTENT_DOMAIN: z
    .string()
    .regex(/^[a-z0-9.-]+(:\d+)?$/, 'must be a host name, such as samsyn.example.se')
    .optional(),
  TRUST_PROXY: wholeNumber(0, 10).default(0),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
    .optional(),
  DATABASE_CONNECTIONS: wholeNumber(1, 500).default(10),
  ALLOW_EMBEDDED: flag.default(false),
  DATA_FOLDER: z.string().min(1).default('./data'),
  SECRET: z.string().min(32, 'must be at least 32 characters').optional(),
  SESSION_MINUTES: wholeNumber(1, 1440).default(60),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.string().min(3).default('Samsyn <no-reply@samsyn.localhost>'),
  SUPPORT_EMAIL: z.email('must be an e-mail address').default('support@samsyn.localhost'),
  QUICK_EXIT_URL: z
    .url('must be an address such as https://www.smhi.se/')
    .default('https://www.smhi.se/'),
  PACKAGE_MAX_MB: wholeNumber(1, 10_000).default(500),
  PACKAGE_MAX_FILES: wholeNumber(1, 100_000).default(20_000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

export interface Env extends Omit<
  z.infer<typeof schema>,
  'DEMO' | 'APP_ORIGIN' | 'CONTENT_DOMAIN' | 'SECRET'
> {
  /** Invented people, sign-ins printed at start, a mailbox page. */
  DEMO: boolean
  APP_ORIGIN: string
  /** Content hosts are c-<label>.<CONTENT_DOMAIN>, same scheme as the app. */
  CONTENT_DOMAIN: string
  /** Signs launch tokens. Kept in the data folder where the environment has none. */
  SECRET: string
}

/** A wrong setting; the message is the one line that the start prints. */
export class EnvError extends Error {}

/**
 * Reads and checks the settings.
 * @throws EnvError with one clear line that names the variable
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    throw new EnvError(
      `Setting ${String(issue.path[0])} ${issue.message}. See the table in README.md.`,
    )
  }
  const env = parsed.data
  const demo = env.DEMO ?? env.NODE_ENV !== 'production'
  const appOrigin = env.APP_ORIGIN ?? `http://samsyn.localhost:${env.PORT}`
  if (!demo && !env.DATABASE_URL && !env.ALLOW_EMBEDDED) {
    throw new EnvError(
      'Setting DATABASE_URL is missing. A production start wants a served PostgreSQL; set ALLOW_EMBEDDED=1 to use the embedded database all the same.',
    )
  }
  if (!demo && !env.SECRET && env.DATABASE_URL) {
    throw new EnvError(
      'Setting SECRET is missing. Give at least 32 random characters, the same on every machine.',
    )
  }
  return {
    ...env,
    DEMO: demo,
    APP_ORIGIN: appOrigin,
    CONTENT_DOMAIN: env.CONTENT_DOMAIN ?? new URL(appOrigin).host,
    SECRET: env.SECRET ?? keptSecret(env.DATA_FOLDER),
  }
}

function keptSecret(dataFolder: string): string {
  const file = path.join(dataFolder, 'secret')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  mkdirSync(dataFolder, { recursive: true })
  writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

/** The settings of this process, read once. */
export function env(): Env {
  return singleton('env', () => parseEnv(process.env))
}
