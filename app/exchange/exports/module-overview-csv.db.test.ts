import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeAssignment, makeCompletion } from '../../../tests/factories/assignment.ts'
import { makeModule } from '../../../tests/factories/catalogue.ts'
import { makeEmployment, makeOrganisation } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { readModuleOverview } from '~/domain/coverage/module-overview.server.ts'
import { declareHeadcount } from '~/domain/organisation/headcount.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import { holdClock } from '~/kernel/clock.ts'
import { moduleOverviewCsv } from './module-overview-csv.ts'

useDatabase()
beforeAll(() => holdClock(new Date('2026-11-21T10:00:00Z')))
afterAll(() => holdClock(undefined))

test('the table of all modules is a file with a line for each cell that says something, and one for the sum', async () => {
  const { organisationId, rootUnitId: unitId } = await makeOrganisation({ name: '=Kommunen' })
  const module = await makeModule({ titleSv: 'Grunden' })
  await makeAssignment(organisationId, module.moduleId)
  const own = { asOf: '2026-01-01', source: 'own', actor: systemActor } as const
  await declareHeadcount({ unitId, professionGroup: 'school', headcount: 4, ...own })
  await makeCompletion(await makeEmployment(unitId), module, '2026-11-10')
  await makeEmployment(unitId, { professionGroup: 'judiciary' })
  const asked = { organisationId, unitId: null, asOf: '2026-11-21' }
  const text = moduleOverviewCsv(await readModuleOverview({ actor: systemActor, ...asked }))
  const [head, ...lines] = text.trim().split('\r\n')
  expect(head).toContain(
    'organisation;enhet;slag;titel;bindning;yrkesgrupp;innehar;behover;tackning',
  )
  // One of four teachers; nobody has said how many there are in the judiciary.
  expect(lines).toEqual([
    "'=Kommunen;'=Kommunen;Modul;Grunden;ska göras;Förskola och skola;1;4;25,0;0;0;2026-11-21;egen uppgift;2026-11-21",
    "'=Kommunen;'=Kommunen;Modul;Grunden;ska göras;Rättsväsende;0;;;0;1;2026-11-21;;2026-11-21",
    "'=Kommunen;'=Kommunen;Modul;Grunden;ska göras;Alla yrkesgrupper;1;4;25,0;0;1;2026-11-21;egen uppgift;2026-11-21",
  ])
})
