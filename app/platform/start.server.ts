import type { DatabaseSource } from './db/database.server.ts'
import type { Env } from './env.server.ts'

/** Which database the settings mean: the served one where DATABASE_URL is set, else the embedded one in the data folder. */
export function databaseSource(env: Env): DatabaseSource {
  return env.DATABASE_URL
    ? { url: env.DATABASE_URL, connections: env.DATABASE_CONNECTIONS }
    : { folder: env.DATA_FOLDER }
}
