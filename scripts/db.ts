import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openDatabase, database, rows } from '~/platform/db/database.server.ts'
import { migrate, schemaDifference } from '~/platform/db/migrate.server.ts'
import { sql, raw } from '~/platform/db/sql.server.ts'
import { env, EnvError } from '~/platform/env.server.ts'
import { stopJobs } from '~/platform/jobs.server.ts'
import { databaseSource, openCommand } from '~/platform/start.server.ts'

const usage = `Usage: npm run db -- migrate | new NAME | check | reset | seed WORLD
  migrate      brings the database up to the newest migration
  new NAME     writes the next migration from the change in prisma/schema.prisma
  check        says whether the migrations and prisma/schema.prisma agree
  reset        empties the database (asks for --yes)
  seed WORLD   fills an empty database with a world: demo, county, nation`

const migrations = path.resolve('prisma/migrations')
const schemaFile = path.resolve('prisma/schema.prisma')
const schemaAsMigrated = path.join(migrations, 'schema-as-migrated.prisma')

const commands: Record<string, (argument?: string) => Promise<number>> = {
  migrate: async () => {
    await openDatabase(databaseSource(env()))
    const applied = await migrate(migrations)
    console.log(applied.length ? `Applied ${applied.join(', ')}.` : 'The database is up to date.')
    return 0
  },
  new: newMigration,
  check: checkMigrations,
  reset: async (confirmation) => {
    if (confirmation !== '--yes')
      return fail('This empties the whole database. Add --yes to go on.')
    await openDatabase(databaseSource(env()))
    await database().pool.query(
      'drop schema if exists public cascade; create schema public; drop schema if exists pgboss cascade',
    )
    await migrate(migrations)
    console.log('The database is empty and up to date.')
    return 0
  },
  seed: async (world) => {
    const { seedWorld, worldNames } = await import('../prisma/seed/worlds.ts')
    if (!world || !worldNames.includes(world)) {
      return fail(`Name a world: ${worldNames.join(', ')}.`)
    }
    await openCommand(env(), migrations)
    await seedWorld(world)
    await stopJobs()
    console.log(`The world ${world} is in place.`)
    return 0
  },
}

async function newMigration(name?: string): Promise<number> {
  if (!name || !/^[a-z0-9-]+$/.test(name))
    return fail('Name the migration in kebab-case: npm run db -- new add-rooms')
  await openDatabase({ folder: undefined })
  const before = existsSync(schemaAsMigrated) ? readFileSync(schemaAsMigrated, 'utf8') : null
  const difference = await schemaDifference(before, readFileSync(schemaFile, 'utf8'))
  if (!difference.trim())
    return fail('prisma/schema.prisma has not changed since the last migration.')
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = path.join(migrations, `${stamp}_${name}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'migration.sql'), difference)
  copyFileSync(schemaFile, schemaAsMigrated)
  console.log(`Wrote ${path.relative('.', folder)}/migration.sql. Read it before you run it.`)
  return 0
}

/** Two databases in memory, one migrated and one made from the schema, must hold the same columns, keys and indexes. */
async function checkMigrations(): Promise<number> {
  await openDatabase({ folder: undefined })
  await migrate(migrations)
  const migrated = await catalogue()
  const script = await schemaDifference(null, readFileSync(schemaFile, 'utf8'))
  await database().close()
  await openDatabase({ folder: undefined })
  await database().pool.query(script)
  const wanted = await catalogue()
  const missing = [...wanted].filter((line) => !migrated.has(line))
  // Partial indexes, and those that include more columns, are written by hand in migrations: Prisma's schema has no
  // word for them.
  const extra = [...migrated].filter(
    (line) => !wanted.has(line) && !/^index .* (WHERE|INCLUDE) /.test(line),
  )
  for (const line of missing) console.error(`missing in the migrations: ${line}`)
  for (const line of extra) console.error(`not in prisma/schema.prisma: ${line}`)
  if (missing.length + extra.length > 0) return fail('Run: npm run db -- new NAME')
  console.log(`The migrations and the schema agree (${wanted.size} columns, keys and indexes).`)
  return 0
}

async function catalogue(): Promise<Set<string>> {
  const lines = await rows<{ line: string }>(sql`
    select concat_ws(' ', 'column', table_name, column_name, data_type, character_maximum_length, is_nullable, column_default) as line
      from information_schema.columns where table_schema = 'public' and table_name <> ${raw("'_prisma_migrations'")}
    union all
    select concat_ws(' ', 'index', indexdef) from pg_indexes
     where schemaname = 'public' and tablename <> '_prisma_migrations'
    union all
    select concat_ws(' ', 'key', conrelid::regclass::text, conname, pg_get_constraintdef(oid)) from pg_constraint
     where connamespace = 'public'::regnamespace and contype in ('p', 'f', 'u') and conrelid::regclass::text <> '_prisma_migrations'`)
  return new Set(lines.map((row) => row.line))
}

function fail(message: string): number {
  console.error(message)
  return 1
}

async function main(): Promise<number> {
  const [command = '', argument] = process.argv.slice(2)
  const run = commands[command]
  if (!run) {
    console.error(usage)
    return 2
  }
  try {
    return await run(argument)
  } catch (error) {
    if (error instanceof EnvError) return fail(error.message)
    throw error
  } finally {
    await closeIfOpen()
  }
}

async function closeIfOpen(): Promise<void> {
  try {
    await database().close()
  } catch {
    // Nothing was opened.
  }
}

process.exitCode = await main()
