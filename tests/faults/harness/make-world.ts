import path from 'node:path'
import { env } from '~/platform/env.server.ts'
import { closeCommand, openCommand } from '~/platform/start.server.ts'
import { seedWorldFrom } from '../../../prisma/seed/worlds.ts'
import { testWorld } from '../../e2e/setup/world.ts'

// A small world: the faults need people who may sign in, and no figures.
const database = await openCommand(env(), path.resolve('prisma/migrations'))
await seedWorldFrom({ ...testWorld, people: 50 })
await closeCommand(database)
