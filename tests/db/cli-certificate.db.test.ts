import { expect, test } from 'vitest'
import { addDays, today } from '~/kernel/dates.ts'
import { completeTrack, makeTrack } from '../factories/credential.ts'
import { makePerson } from '../factories/identity.ts'
import { useCommandLine } from '../setup/command-line.ts'
import { useDatabase } from '../setup/use-database.ts'

useDatabase()
const { run, out } = useCommandLine()

test('the command issues what people have earned and do not have, and tells how much', async () => {
  const track = await makeTrack()
  for (const days of [30, 60]) {
    await completeTrack((await makePerson()).personId, track, addDays(today(), -days))
  }
  expect(await run('certificate', 'issue')).toBe(0)
  expect(await run('certificate', 'issue')).toBe(0)
  expect(out.map((line) => JSON.parse(line) as unknown)).toEqual([
    { people: 2, issued: 2 },
    { people: 0, issued: 0 },
  ])
})
