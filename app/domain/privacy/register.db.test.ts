import { expect, test } from 'vitest'
import { rows } from '~/platform/db/database.server.ts'
import { sql } from '~/platform/db/sql.server.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { compareWithColumns, personalDataRegister } from './register.ts'

useDatabase()

const columns = () =>
  rows<{ table: string; column: string }>(sql`
    select table_name as table, column_name as column from information_schema.columns
     where table_schema = 'public' and table_name <> '_prisma_migrations'`)

test('every column of every table stands in the register of personal data, and no other', async () => {
  expect(compareWithColumns(personalDataRegister, await columns())).toEqual({
    unregistered: [],
    gone: [],
  })
})

test('a column that nobody registered is named', async () => {
  const planted = [...(await columns()), { table: 'person', column: 'shoe_size' }]
  expect(compareWithColumns(personalDataRegister, planted).unregistered).toEqual([
    'person.shoe_size',
  ])
})

test('a registered column that is gone is named', async () => {
  const fewer = (await columns()).filter(
    ({ table, column }) => table !== 'person' || column !== 'given_name',
  )
  expect(compareWithColumns(personalDataRegister, fewer).gone).toEqual(['person.given_name'])
})
