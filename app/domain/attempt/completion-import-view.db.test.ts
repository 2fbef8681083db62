import { expect, test } from 'vitest'
import { systemActor, type PersonActor } from '~/kernel/actor.ts'
import { prisma } from '~/platform/db/database.server.ts'
import { checkRows, makeImportWorld, rowOf } from '../../../tests/factories/completion-import.ts'
import { makeActor } from '../../../tests/factories/identity.ts'
import { actorWith } from '../../../tests/factories/organisation.ts'
import { useDatabase } from '../../../tests/setup/use-database.ts'
import { listImports, readImport, readRefusedRows } from './completion-import-view.server.ts'
import { applyImport, undoImport } from './completion-import.server.ts'

useDatabase()

test('only the own organisation, and the nation without the names that others have brought', async () => {
  const { organisationId, module, actor, colleague } = await makeImportWorld()
  const { email } = await colleague()
  const given = [rowOf(email, module.slug), rowOf('ingen@exempel.se', 'x')]
  const tried = await checkRows(actor, organisationId, given)
  const stranger = (await makeImportWorld()).actor
  const trainer = actorWith({ role: 'trainer', scope: { kind: 'county', countyCode: '21' } })
  for (const other of [stranger, trainer, actorWith()]) {
    const asked = { ...tried, actor: other }
    await expect(readImport(asked)).rejects.toMatchObject({ status: 403 })
    await expect(applyImport(asked)).rejects.toMatchObject({ status: 403 })
    await expect(undoImport(asked)).rejects.toMatchObject({ status: 403 })
    await expect(checkRows(other, organisationId, given)).rejects.toMatchObject({ status: 403 })
  }
  const foreign = {
    ...tried,
    organisationId: (await makeImportWorld()).organisationId,
    actor: systemActor,
  }
  await expect(readImport(foreign)).rejects.toMatchObject({ status: 404 })
  const coordinator = await makeActor('coordinator', { kind: 'nation', ref: null })
  const seen = await readImport({ ...tried, actor: coordinator })
  const file = await readRefusedRows({ ...tried, actor: coordinator })
  expect(seen.import).toMatchObject({ new: 1, refused: 1 })
  expect(JSON.stringify([seen, file])).not.toMatch(/@/)
  expect(JSON.stringify(await readImport(tried))).toContain(email)
  const own = await checkRows(coordinator, organisationId, given)
  expect(JSON.stringify(await readImport(own))).toContain(email)
})

test('who brings a file sees what stands in it, but who they are only with leave to see people', async () => {
  const { organisationId, module, actor, colleague } = await makeImportWorld()
  const { personId } = await colleague()
  const { familyName } = await prisma().person.findUniqueOrThrow({ where: { id: personId } })
  await prisma().affiliation.updateMany({ where: { personId }, data: { employerNumber: 'A-9' } })
  const given = [rowOf('', module.slug, { employerNumber: 'A-9' })]
  const coordinator = await makeActor('coordinator', { kind: 'nation', ref: null })
  const own = await checkRows(coordinator, organisationId, given)
  const seenBy = async (viewer: PersonActor) =>
    JSON.stringify([
      await readImport({ ...own, actor: viewer }),
      await readRefusedRows({ ...own, actor: viewer }),
      (await listImports(viewer, organisationId)).imports,
    ])
  expect(await seenBy(coordinator)).toContain('A-9')
  expect(await seenBy(coordinator)).not.toMatch(new RegExp(`${familyName}|fil.csv`))
  expect(await readImport({ ...own, actor })).toMatchObject({
    import: { fileName: 'fil.csv' },
    fresh: [{ name: { familyName } }],
  })
  await applyImport(own)
  expect(await seenBy(coordinator)).not.toMatch(new RegExp(`${familyName}|fil.csv`))
  expect(await readImport({ ...own, actor })).toMatchObject({ added: [{ familyName }] })
})

test('that the refused rows were read stands in the trail, by their number', async () => {
  const { organisationId, actor } = await makeImportWorld()
  const tried = await checkRows(actor, organisationId, [rowOf('ingen@exempel.se', 'x')])
  await readRefusedRows(tried)
  const line = await prisma().auditEntry.findFirst({
    where: { subjectId: tried.importId, action: 'completion-import.refused-rows-read' },
  })
  expect(line).toMatchObject({ organisationId, actorPersonId: actor.personId, detail: { rows: 1 } })
})
