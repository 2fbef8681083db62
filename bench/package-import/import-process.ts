import path from 'node:path'
import { importPackage } from '~/exchange/imports/packages/import-package.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { env } from '~/platform/env.server.ts'
import { closeCommand, openCommand } from '~/platform/start.server.ts'
import { forgetPeak, idleMb, peakMb } from '../memory.ts'

/** Megabytes are of 1,000,000 bytes. */
export interface Imported {
  seconds: number
  /** With the database open and nothing done. */
  idleMb: number
  peakMb: number
  overIdleMb: number
}

const zipFile = process.argv[2] ?? ''
const database = await openCommand(env(), path.resolve('prisma/migrations'))
const idle = await idleMb()
forgetPeak()
const begun = performance.now()
await importPackage({
  actor: systemActor,
  zipFile,
  fileName: 'package.zip',
  within: () => Promise.resolve(),
})
const seconds = (performance.now() - begun) / 1_000
const peak = peakMb()
await closeCommand(database)
const imported: Imported = {
  seconds,
  idleMb: Math.round(idle),
  peakMb: Math.round(peak),
  overIdleMb: Math.round(peak - idle),
}
console.log(JSON.stringify(imported))
