import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { createAdministratorLink } from '~/auth/administrator-link.server.ts'
import { openDatabase } from '~/platform/db/database.server.ts'
import { EmbeddedInUse } from '~/platform/db/embedded.server.ts'
import { migrate } from '~/platform/db/migrate.server.ts'
import { env, EnvError, type Env } from '~/platform/env.server.ts'
import { startJobs, stopJobs } from '~/platform/jobs.server.ts'
import { log } from '~/platform/log.server.ts'
import { databaseSource } from '~/platform/start.server.ts'
import { jobQueues, startWorkers } from '~/workers/subscribers.server.ts'
import { application } from './server/application.ts'
import { answerOverlargeHeaders } from './server/overlarge-headers.ts'
import { seedPlaces } from './prisma/seed/places.ts'
import { ensureDemoWorld } from './prisma/seed/worlds.ts'

const graceMs = 15_000

// The engine lets its heap grow to a multiple of what is in use before it clears, by how fast the machine
// is; under load that came to 580 MB where 100 were in use. Less than two thirds more hold the process
// together, and cost few answers (docs/decisions/0021).
setFlagsFromString('--heap-growing-percent=60')

async function main(): Promise<void> {
  const settings = env()
  if (!existsSync(path.resolve('prisma/migrations'))) {
    throw new EnvError('Start Samsyn in its own folder: prisma/migrations is not here.')
  }
  const database = await openDatabase(databaseSource(settings))
  await migrate(path.resolve('prisma/migrations'))
  await seedPlaces()
  await startJobs({ work: true, queues: jobQueues })
  const signIns = settings.DEMO ? await ensureDemoWorld() : []
  startWorkers()
  const server = createServer(await application(settings))
  answerOverlargeHeaders(server)
  await listen(server, settings)
  stopOnSignal(server, async () => {
    await stopJobs()
    await database.close()
  })
  await greet(settings, signIns)
}

function listen(server: Server, { PORT, HOST }: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const inUse = error.code === 'EADDRINUSE'
      reject(
        inUse ? new EnvError(`Port ${PORT} is in use. Stop what holds it, or set PORT.`) : error,
      )
    })
    server.listen(PORT, HOST, resolve)
  })
}

/** Ctrl-C reaches the process from the terminal and once more from npm: both are one press. */
const onePressMs = 1_000

// What is under way is answered, jobs finish, the database closes; a second press ends at once.
function stopOnSignal(server: Server, close: () => Promise<void>): void {
  let askedAt: number | undefined
  const stop = () => {
    if (askedAt !== undefined) {
      if (performance.now() - askedAt > onePressMs) process.exit(1)
      return
    }
    askedAt = performance.now()
    const late = setTimeout(() => server.closeAllConnections(), graceMs)
    server.close(() => {
      clearTimeout(late)
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          log().error({ error: String(error) }, 'the stop failed')
          process.exit(1)
        },
      )
    })
    server.closeIdleConnections()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

async function greet(
  settings: Env,
  signIns: { role: string; email: string; password: string }[],
): Promise<void> {
  const lines = ['', `Samsyn is running at ${settings.APP_ORIGIN}`, '']
  for (const { role, email, password } of signIns) {
    lines.push(`  ${role.padEnd(14)} ${email.padEnd(38)} ${password}`)
  }
  const link = settings.DEMO ? null : await createAdministratorLink()
  if (link) {
    lines.push('There is no administrator yet. Open this link once, within 24 hours:')
    lines.push(`  ${settings.APP_ORIGIN}${link}`)
  }
  process.stdout.write(`${lines.join('\n')}\n`)
}

main().catch((error: unknown) => {
  if (error instanceof EnvError || error instanceof EmbeddedInUse) {
    process.stderr.write(`${error.message}\n`)
  } else {
    process.stderr.write(
      `Samsyn could not start: ${error instanceof Error ? error.stack : String(error)}\n`,
    )
  }
  process.exit(1)
})
