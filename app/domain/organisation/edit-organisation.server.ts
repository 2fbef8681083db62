import { recordAudit } from '~/domain/audit/audit.server.ts'
import type { Actor } from '~/kernel/actor.ts'
import { now } from '~/kernel/clock.ts'
import { today, type Day } from '~/kernel/dates.ts'
import { isId, newId } from '~/kernel/ids.ts'
import { may } from '~/kernel/permission.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { applyReorganisation } from './apply-reorganisation.server.ts'
import {
  saveCatchment,
  saveState,
  selectCatchmentRows,
  selectCarrier,
  selectLastState,
  selectRootName,
} from './edit-organisation.db.server.ts'
import { checkCentre, placeOf, type OrganisationState } from './organisation.ts'
import { keepPlanned, selectStateRows } from './planned-change.db.server.ts'
import { insertChanges, lockOrganisations, refreshToday } from './reorganise.db.server.ts'
import { checkDay } from './register-day.ts'

export interface EditOrganisation {
  actor: Actor
  organisationId: string
  name: string
  state: OrganisationState
  /** Municipality codes; a resource centre's alone. */
  catchment: string[]
  /** The first day on which it holds; may lie ahead. */
  day: Day
}

/**
 * Tells what an organisation is from a day on: name, kind, number, who carries it, and a resource centre's
 * phase, project year and catchment. Earlier days keep what was told of them.
 * @throws Refusal not-found, forbidden, organisation.municipality-missing, organisation.catchment-not-centre,
 *   organisation.phase-not-centre, organisation.carries-itself, organisation.later-change, organisation.nothing,
 *   register.day-too-early, register.day-too-late, and those of reorganise for the name
 */
export async function editOrganisation(input: EditOrganisation): Promise<void> {
  const { actor, organisationId, name, state, catchment, day } = input
  await inTransaction(actor, async (tx) => {
    const [organisation] = isId(organisationId) ? await lockOrganisations(tx, [organisationId]) : []
    if (!organisation) throw new Refusal('not-found')
    if (!may(actor, 'organisation:register', placeOf(organisation))) throw new Refusal('forbidden')
    checkDay(day, today())
    checkCentre(state.kind, { ...state, catchment })
    if (state.kind === 'municipality' && !organisation.municipalityCode) {
      throw new Refusal('organisation.municipality-missing', {}, { field: 'kind' })
    }
    if (state.carrierId !== null) {
      if (state.carrierId === organisationId) {
        throw new Refusal('organisation.carries-itself', {}, { field: 'carrierId' })
      }
      if (!(await selectCarrier(tx, state.carrierId))) throw new Refusal('not-found')
    }
    const before = await selectLastState(tx, organisationId)
    const parts = await selectCatchmentRows(tx, organisationId)
    const latest = [before.validFrom, ...parts.map((part) => part.validFrom)].sort().at(-1)!
    if (before.validTo !== null || latest > day) {
      const known = before.validTo ?? latest
      throw new Refusal('organisation.later-change', { day: known }, { field: 'day' })
    }
    const plannedId = day > today() ? newId() : undefined
    const rowsBefore = await selectStateRows(tx, [organisationId])
    const isOther = !isSame(before, state)
    if (isOther) await saveState(tx, before, state, day)
    const isElsewhere = await saveCatchment(tx, organisationId, { parts, catchment, day })
    const isRenamed = (await selectRootName(tx, organisation.rootUnitId, day)) !== name
    if (!isOther && !isElsewhere && !isRenamed) throw new Refusal('organisation.nothing')
    if (isRenamed) {
      const command = { kind: 'rename', unitId: organisation.rootUnitId, name } as const
      await applyReorganisation(tx, { actor, command, day, plannedId })
    }
    if (isOther || isElsewhere) {
      const recorded = { day, recordedAt: now(), recordedBy: actor.personId }
      const line = editedLine(organisation, name)
      await insertChanges(tx, [line], { ...recorded, plannedId: plannedId ?? null })
      if (plannedId) {
        const planned = { id: plannedId, organisationId, unitId: line.unitId, ...recorded }
        const after = await selectStateRows(tx, [organisationId])
        const states = { organisationIds: [organisationId], before: rowsBefore, after }
        await keepPlanned(tx, planned, { states })
      }
      await refreshToday(tx, today(), [organisationId])
      const action = 'organisation.edited'
      const detail = { day, kind: state.kind, municipalities: catchment.length }
      await recordAudit(tx, actor, { action, subjectId: organisationId, organisationId, detail })
    }
  })
}

const editedLine = (organisation: { id: string; rootUnitId: string }, name: string) => ({
  kind: 'edited' as const,
  organisationId: organisation.id,
  unitId: organisation.rootUnitId,
  name,
  otherUnitId: null,
  otherOrganisationId: null,
  otherName: null,
})

const isSame = (a: OrganisationState, b: OrganisationState) =>
  a.kind === b.kind &&
  a.organisationNumber === b.organisationNumber &&
  a.carrierId === b.carrierId &&
  a.phase === b.phase &&
  a.projectYearFrom === b.projectYearFrom
