// Writes the Prisma client, where the schema has changed since the last time. The native schema
// engine that the command wants to exist is never run by `generate` (docs/decisions/0003), so any
// file that exists will do.
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(import.meta.url)
const client = path.resolve('app/platform/prisma-client')
const stamp = path.join(client, 'schema-hash')
const hash = createHash('sha256')
  .update(readFileSync('prisma/schema.prisma'))
  .update(readFileSync(require.resolve('prisma/package.json')))
  .digest('hex')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [require.resolve('prisma/build/index.js'), 'generate'],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      },
    },
  )
  if (status !== 0) {
    process.stderr.write(stdout + stderr)
    process.exit(status ?? 1)
  }
  writeFileSync(stamp, hash)
}
