// A process of its own that a test can lose: node --import tsx import-process.ts COMMAND [ZIP]
//   die-staging ZIP   begins to import and is killed while files are being unpacked
//   die-keeping ZIP   the same, killed when every file is kept and the transaction has not ended
//   start             what a server does at its start; prints what is there as JSON
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { sweepBlobs } from '~/domain/catalogue/sweep-blobs.server.ts'
import { importPackage } from '~/exchange/imports/packages/import-package.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { BlobFolder } from '~/platform/blob-folder.server.ts'
import { clearStaging } from '~/platform/blobs.server.ts'
import { openDatabase, prisma } from '~/platform/db/database.server.ts'
import { env } from '~/platform/env.server.ts'

type Keep = (this: BlobFolder, fromFile: string, name: string) => Promise<void>

const [, , command, zipFile = ''] = process.argv
const dataFolder = env().DATA_FOLDER
const url = env().DATABASE_URL
const image = process.env.EMBEDDED_IMAGE
const fresh = !existsSync(path.join(dataFolder, 'pg'))

const database = await openDatabase(
  url
    ? { url, connections: 2 }
    : {
        folder: dataFolder,
        image: image && fresh ? new Blob([readFileSync(image)]) : undefined,
      },
)

const die = () => process.kill(process.pid, 'SIGKILL')
const files = (name: string) => {
  const folder = path.join(dataFolder, name)
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'owner')
    .map((entry) => entry.name)
}

if (command === 'start') {
  await clearStaging()
  const { outcome } = await sweepBlobs(0)
  const [packages, rows] = [
    await prisma().contentPackage.count(),
    await prisma().packageFile.count(),
  ]
  const left = { outcome, packages, files: rows, staging: files('staging'), blobs: files('blobs') }
  await database.close()
  process.stdout.write(JSON.stringify(left))
} else {
  if (command === 'die-staging') {
    setInterval(() => files('staging').length > 0 && die(), 1)
  } else {
    // why: nothing in the product waits between the last kept file and the end of the transaction.
    const keep: Keep = Reflect.get(BlobFolder.prototype, 'keep')
    BlobFolder.prototype.keep = async function (fromFile, name) {
      await keep.call(this, fromFile, name)
      if (files('staging').length === 0) die()
    }
  }
  await importPackage({ actor: systemActor, zipFile, fileName: 'kurs.zip' })
  process.stdout.write('the import ended before it could be killed')
}
