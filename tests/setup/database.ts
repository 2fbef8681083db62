import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '~/platform/db/database.server.ts'
import { migrate } from '~/platform/db/migrate.server.ts'
import { eventQueue } from '~/platform/events.server.ts'
import { startJobs, stopJobs } from '~/platform/jobs.server.ts'
import { seedPlaces } from '../../prisma/seed/places.ts'
import { onServer, withDatabase } from './server-databases.ts'

const template = `samsyn_template_${process.pid}`

/** Makes the template once: migrated, with the job tables and the places. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = project.config.env.TEST_DB === 'served' ? process.env.TEST_DATABASE_URL : undefined
  return url ? serveTemplate(project, url) : embedTemplate(project)
}

async function serveTemplate(project: TestProject, url: string) {
  await onServer(url, `create database ${template}`)
  const database = await openDatabase({ url: withDatabase(url, template), connections: 2 })
  await fill()
  await database.close()
  project.provide('servedTemplate', { url, template })
  project.provide('embeddedTemplate', '')
  return () => onServer(url, `drop database ${template} with (force)`)
}

async function embedTemplate(project: TestProject) {
  const folder = mkdtempSync(path.join(tmpdir(), 'samsyn-template-'))
  const file = path.join(folder, 'image.tar')
  const database = await openDatabase({ folder: undefined })
  await fill()
  const image = await database.embedded!.dump()
  writeFileSync(file, Buffer.from(await image.arrayBuffer()))
  await database.close()
  project.provide('servedTemplate', null)
  project.provide('embeddedTemplate', file)
  return async () => rmSync(folder, { recursive: true, force: true })
}

async function fill(): Promise<void> {
  await migrate(path.resolve('prisma/migrations'))
  await startJobs({ work: false, queues: [eventQueue] })
  await stopJobs()
  await seedPlaces()
}
