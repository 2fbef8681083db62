// A process of its own that a test can lose: node --import tsx import-process.ts COMMAND [ZIP]
//   die-staging ZIP   begins to import and is killed while files are being unpacked
//   die-keeping ZIP   the same, killed when every file is kept and the transaction has not ended
//   die-writing ZIP   the same, killed when everything is written and the transaction has not ended
//   die-written ZIP   the same, killed when the first transaction has ended
//   start             what a server does at its start; prints what is there as JSON
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createCourse } from '~/domain/catalogue/catalogue.server.ts'
import { importToModule } from '~/exchange/imports/packages/import-to-module.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { BlobFolder } from '~/platform/blob-folder.server.ts'
import { openDatabase, prisma } from '~/platform/db/database.server.ts'
import { env } from '~/platform/env.server.ts'
import { clearBrokenImports } from '~/workers/tasks/sweep-blobs.server.ts'

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

/** Ends the process before or after the next transaction is written. */
function dieAt(moment: 'before' | 'after'): void {
  const client = prisma()
  type Transaction = (work: (tx: unknown) => Promise<unknown>, options: object) => Promise<unknown>
  const transact = client.$transaction.bind(client) as unknown as Transaction
  const dying: Transaction = async (work, options) => {
    const written = await transact(async (tx) => {
      const result = await work(tx)
      if (moment === 'before') die()
      return result
    }, options)
    die()
    return written
  }
  Reflect.set(client, '$transaction', dying)
}

async function importThe(zip: string): Promise<void> {
  const course = { slug: 'kurs', titleSv: 'Kurs', titleEn: 'Course' }
  const described = { ...course, descriptionSv: 'Om kursen.', descriptionEn: 'On the course.' }
  await createCourse({ actor: systemActor, ...described })
  if (command === 'die-writing') dieAt('before')
  if (command === 'die-written') dieAt('after')
  const publish = false
  const from = { actor: systemActor, zipFile: zip, fileName: 'kurs.zip' }
  await importToModule({ ...from, course: course.slug, publish })
}

if (command === 'start') {
  await clearBrokenImports({ leaveMinutes: 0 })
  const left = {
    packages: await prisma().contentPackage.count(),
    modules: await prisma().module.count(),
    versions: await prisma().moduleVersion.count(),
    files: await prisma().packageFile.count(),
    staging: files('staging'),
    blobs: files('blobs').length,
  }
  await database.close()
  process.stdout.write(JSON.stringify(left))
} else {
  if (command === 'die-staging') {
    setInterval(() => files('staging').length > 0 && die(), 1)
  } else if (command === 'die-keeping') {
    // why: nothing in the product waits between the last kept file and the end of the transaction.
    const keep: Keep = Reflect.get(BlobFolder.prototype, 'keep')
    BlobFolder.prototype.keep = async function (fromFile, name) {
      await keep.call(this, fromFile, name)
      if (files('staging').length === 0) die()
    }
  }
  await importThe(zipFile)
  process.stdout.write('the import ended before it could be killed')
}
