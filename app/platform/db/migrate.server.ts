import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { database, rows } from './database.server.ts'
import { sql } from './sql.server.ts'

// The real Prisma Migrate as WebAssembly: its native engine is fetched from a host that closed
// networks refuse (docs/decisions/0003). It writes the ordinary _prisma_migrations table.
type SchemaEngine = import('@prisma/schema-engine-wasm/schema_engine_bg').SchemaEngine
type DiffTarget = import('@prisma/schema-engine-wasm/schema_engine_bg').DiffTarget

/** adapter-pg cuts a script at every semicolon, also inside a function's body; PostgreSQL reads it whole. */
class WholeScripts extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    adapter.executeScript = async (script) => {
      await database().pool.query(script)
    }
    return adapter
  }
}

const noFilter = { externalTables: [], externalEnums: [] }

type Glue = typeof import('@prisma/schema-engine-wasm/schema_engine_bg')
let loaded: Promise<Glue> | undefined

async function loadEngine(): Promise<Glue> {
  const require = createRequire(import.meta.url)
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const folder = path.dirname(require.resolve('@prisma/schema-engine-wasm'))
  const { instance } = await WebAssembly.instantiate(
    readFileSync(path.join(folder, 'schema_engine_bg.wasm')),
    { './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports },
  )
  glue.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  return glue
}

async function newEngine(schema: string): Promise<SchemaEngine> {
  // The glue holds one instance for the whole process: loading it twice mixes their memories up.
  const glue = await (loaded ??= loadEngine())
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts(database().pool))
  return glue.SchemaEngine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => undefined,
    adapter,
  )
}

/** Names of the migrations in a folder, oldest first. */
export function migrationNames(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/**
 * Brings the open database up to the newest migration.
 * @param folder the folder of migrations (prisma/migrations)
 * @returns the names of those applied now
 */
export async function migrate(folder: string): Promise<string[]> {
  const names = migrationNames(folder)
  const applied = await appliedMigrations()
  if (names.every((name) => applied.has(name))) return []
  const engine = await newEngine(emptySchema)
  const result = await engine.applyMigrations({
    migrationsList: {
      baseDir: folder,
      shadowDbInitScript: '',
      lockfile: { path: './migration_lock.toml', content: 'provider = "postgresql"\n' },
      migrationDirectories: names.map((name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok',
            value: readFileSync(path.join(folder, name, 'migration.sql'), 'utf8'),
          },
        },
      })),
    },
    filters: noFilter,
  })
  return result.appliedMigrationNames
}

/** The SQL that leads from one Prisma schema to another; null means from nothing. Empty text when they agree. */
export async function schemaDifference(from: string | null, to: string): Promise<string> {
  const engine = await newEngine(to)
  const datamodel = (content: string): DiffTarget => ({
    tag: 'schemaDatamodel',
    files: [{ path: 'schema.prisma', content }],
  })
  const result = await engine.diff({
    from: from === null ? { tag: 'empty' } : datamodel(from),
    to: datamodel(to),
    script: true,
    exitCode: null,
    filters: noFilter,
  })
  const script = result.stdout ?? ''
  return /^\s*--.*empty migration/im.test(script) ? '' : script
}

async function appliedMigrations(): Promise<Set<string>> {
  const [table] = await rows<{ found: boolean }>(
    sql`select to_regclass('public._prisma_migrations') is not null as found`,
  )
  if (!table?.found) return new Set()
  const done = await rows<{ migration_name: string }>(
    sql`select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null`,
  )
  return new Set(done.map((row) => row.migration_name))
}

const emptySchema = 'datasource db {\n  provider = "postgresql"\n}\n'
