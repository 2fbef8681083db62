import path from 'node:path'
import { env } from '~/platform/env.server.ts'
import { closeCommand, openCommand } from '~/platform/start.server.ts'
import { seedWorldFrom } from '../../../prisma/seed/worlds.ts'
import { testWorld } from './world.ts'

// Makes the template that every worker's server gets a copy of: database and data folder.
const database = await openCommand(env(), path.resolve('prisma/migrations'))
await seedWorldFrom(testWorld)
await closeCommand(database)
