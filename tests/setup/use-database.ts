import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, inject } from 'vitest'
import { openDatabase } from '~/platform/db/database.server.ts'
import { startJobs, stopJobs } from '~/platform/jobs.server.ts'
import { eventQueue } from '~/platform/events.server.ts'
import { onServer, withDatabase } from './server-databases.ts'

/**
 * Gives a test file a migrated database of its own, copied from the run's template: the embedded
 * one, or a served one where TEST_DB=served. Call it once at the top of the file.
 */
export function useDatabase(): void {
  let drop: () => Promise<void> = async () => undefined
  beforeAll(async () => {
    const served = inject('servedTemplate')
    if (served) {
      const name = `samsyn_${process.pid}_${Math.random().toString(36).slice(2, 8)}`
      await onServer(served.url, `create database ${name} template ${served.template}`)
      drop = () => onServer(served.url, `drop database ${name} with (force)`)
      await openAndStart({ url: withDatabase(served.url, name), connections: 4 })
    } else {
      await openAndStart({
        folder: undefined,
        image: new Blob([readFileSync(inject('embeddedTemplate'))]),
      })
    }
  })
  afterAll(async () => {
    await stopJobs()
    await opened?.close()
    await drop()
  })
  let opened: Awaited<ReturnType<typeof openDatabase>> | undefined
  async function openAndStart(source: Parameters<typeof openDatabase>[0]) {
    opened = await openDatabase(source)
    await startJobs({ work: false, queues: [eventQueue] })
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    servedTemplate: { url: string; template: string } | null
    embeddedTemplate: string
  }
}
