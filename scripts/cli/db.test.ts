import { expect, test } from 'vitest'
import { useCommandLine } from '../../tests/setup/command-line.ts'

const { run, out } = useCommandLine()

test('what npm run db says comes as JSON too', async () => {
  expect(await run('db', 'check')).toBe(0)
  expect(JSON.parse(out.join(''))).toMatchObject({
    command: 'db check',
    ok: true,
    said: expect.stringMatching(/^The migrations and the schema agree/) as string,
  })
  expect(await run('db', 'seed')).toBe(2)
})
