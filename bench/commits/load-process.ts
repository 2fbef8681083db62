// A load generator, in a process of its own: settings as JSON on standard input, the result on output.
import { text } from 'node:stream/consumers'
import { floorSender } from './floor.ts'
import { httpSender } from './http.ts'
import { load, type LoadSettings, type Send } from './load.ts'

interface LoadOrder extends LoadSettings {
  kind: 'floor' | 'http'
  databaseUrl: string
  moduleId: string
  port: number
  contentDomain: string
  secret: string
}

const order = JSON.parse(await text(process.stdin)) as LoadOrder
const sender = (): Promise<Send> =>
  order.kind === 'floor' ? floorSender(order.databaseUrl, order.moduleId) : httpSender(order)
const senders = await Promise.all(Array.from({ length: order.connections }, sender))
const result = await load(order, senders)
process.stdout.write(JSON.stringify(result), () => process.exit())
