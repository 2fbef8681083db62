import { openDatabase, type Database, type DatabaseSource } from './db/database.server.ts'
import { migrate } from './db/migrate.server.ts'
import type { Env } from './env.server.ts'
import { eventQueue } from './events.server.ts'
import { startJobs, stopJobs } from './jobs.server.ts'

/** Which database the settings mean: the served one where DATABASE_URL is set, else the embedded one in the data folder. */
export function databaseSource(env: Env): DatabaseSource {
  return env.DATABASE_URL
    ? { url: env.DATABASE_URL, connections: env.DATABASE_CONNECTIONS }
    : { folder: env.DATA_FOLDER }
}

/**
 * Opens the database for a command: migrated, and able to queue what verbs emit; the server runs it.
 * @param migrations the folder of migrations
 * @returns the database; closing it is done by `closeCommand`
 */
export async function openCommand(env: Env, migrations: string): Promise<Database> {
  const database = await openDatabase(databaseSource(env))
  await migrate(migrations)
  await startJobs({ work: false, queues: [eventQueue] })
  return database
}

/** Lets go of what `openCommand` opened. */
export async function closeCommand(database: Database): Promise<void> {
  await stopJobs()
  await database.close()
}
