import { defineConfig } from 'prisma/config'

// The database itself is opened by app/platform/db; Prisma's command line is used for `generate` alone.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
})
