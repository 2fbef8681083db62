import { expect, test } from 'vitest'
import { exportOrganisations } from '~/domain/coverage/organisation-coverage.server.ts'
import { organisationShape } from '~/domain/coverage/organisation-list.ts'
import { today } from '~/kernel/dates.ts'
import { listQueryOf } from '~/kernel/list-query.ts'
import { actorWith, makeOrganisation } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { organisationsCsv } from './organisations-csv.ts'

useDatabase()

const query = { moduleSlug: null, asOf: today() }

test('the file of the list holds what its pages hold, in their order', async () => {
  for (let index = 10; index < 37; index++) {
    await makeOrganisation({ name: `K${index}`, countyCode: '07', municipalityCode: '0780' })
  }
  await makeOrganisation({ name: '=1+1', countyCode: '07', municipalityCode: '0780' })
  const actor = actorWith({ role: 'trainer', scope: { kind: 'county', countyCode: '07' } })
  const list = listQueryOf('?sort=-name', organisationShape)
  const file = organisationsCsv(await exportOrganisations({ actor, query, list }))
  const bytes = Buffer.from(await new Response(file).arrayBuffer())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const lines = bytes.toString('utf8').trim().split('\r\n')
  expect(lines).toHaveLength(1 + 27 + 1)
  expect(lines[1]).toMatch(/^K36;Kommun;07;0780;/)
  expect(lines.at(-1)).toMatch(/^'=1\+1;/)
  const nobody = exportOrganisations({ actor: actorWith(), query, list })
  await expect(nobody).rejects.toMatchObject({ status: 403 })
})
