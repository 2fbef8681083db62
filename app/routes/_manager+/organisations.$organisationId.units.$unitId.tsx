import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requirePermission } from '~/auth/permission.server.ts'
import { OtherOrganisation } from '~/components/organisation/other-organisation.tsx'
import { withOtherFields } from '~/components/organisation/split-fields.ts'
import { UnitDeedForm } from '~/components/organisation/unit-deed-form.tsx'
import { useUnitCrumbs } from '~/components/organisation/unit-form-parts.tsx'
import { correctPlace } from '~/domain/identity/correct-place.server.ts'
import { reorganiseUnits } from '~/domain/identity/reorganise.server.ts'
import {
  changeUnitSchema,
  unitDeeds,
  type UnitDeed,
} from '~/domain/organisation/register.schema.ts'
import { placeOfCode } from '~/domain/organisation/organisation.ts'
import { commandOf } from '~/domain/organisation/unit-command.ts'
import { readUnitPage } from '~/domain/organisation/unit-page.server.ts'
import { useI18n } from '~/i18n/i18n.tsx'
import { parseForm } from '~/platform/http/form.server.ts'
import { Page, Section } from '~/ui/page.tsx'
import { redirectWithToast } from '~/ui/toast.server.ts'

export const handle = { title: 'title.units' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requirePermission(request, 'unit:change')
  const asked = new URL(request.url).searchParams
  const view = await readUnitPage({
    actor,
    organisationId: params.organisationId ?? '',
    unitId: params.unitId ?? '',
    otherId: asked.get('in'),
    find: asked.get('find')?.trim().slice(0, 100) ?? '',
  })
  const chosen = unitDeeds.find((deed) => deed === asked.get('do')) ?? null
  return {
    ...view,
    deed: deedsOf(view).find((deed) => deed === chosen) ?? null,
    find: asked.get('find'),
  }
}

/** An organisation is not split, and only who keeps the register does anything to it. */
function deedsOf(view: { isRoot: boolean; may: { register: boolean } }): UnitDeed[] {
  if (!view.isRoot) return [...unitDeeds]
  return view.may.register ? unitDeeds.filter((deed) => deed !== 'split') : []
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requirePermission(request, 'unit:change')
  const organisationId = params.organisationId ?? ''
  const { unit } = await readUnitPage({
    actor,
    organisationId,
    unitId: params.unitId ?? '',
    otherId: null,
    find: '',
  })
  const form = await parseForm(request, changeUnitSchema)
  if (!form.ok) return form.reply
  const told = form.value
  if ('step' in told) return data(withOtherFields(told), { status: 400 })
  if (told.intent === 'place') {
    const { place, withBelow } = told
    const unitId = unit.unitId
    await correctPlace({ actor, organisationId, unitId, place: placeOfCode(place), withBelow })
    return redirectWithToast(`/organisations/${organisationId}/units`, 'register.changed')
  }
  await reorganiseUnits({ actor, command: commandOf(told, unit), day: told.day })
  return redirectWithToast(`/organisations/${organisationId}/units`, 'register.changed')
}

export default function ChangeUnit() {
  const { t } = useI18n()
  const view = useLoaderData<typeof loader>()
  const { organisation, unit, deed } = view
  const address = `/organisations/${organisation.id}/units/${unit.unitId}`
  const title = t('unit.title', { unit: unit.name })
  return (
    <Page
      title={title}
      width="reading"
      lead={
        unit.parentName ? t('unit.below', { parent: unit.parentName }) : t('unit.is-organisation')
      }
      breadcrumbs={useUnitCrumbs(organisation, title)}
    >
      <nav aria-label={t('unit.deeds')}>
        <ul className="choices">
          {deedsOf(view).map((each) => (
            <li key={each}>
              <Link
                to={`${address}?do=${each}`}
                aria-current={each === deed ? 'page' : undefined}
                preventScrollReset
              >
                {t(`unit.deed.${each}`)}
              </Link>
            </li>
          ))}
          <li>
            <Link to={`/organisations/${organisation.id}/units/new?below=${unit.unitId}`}>
              {t('units.add')}
            </Link>
          </li>
        </ul>
      </nav>
      {deed && (
        <Section
          id={deed}
          title={t(`unit.deed.${deed}`)}
          intro={<p>{t(`unit.deed.${deed}.intro`)}</p>}
        >
          {(deed === 'move' || deed === 'merge') && (
            <OtherOrganisation {...view} address={address} deed={deed} />
          )}
          <UnitDeedForm key={`${deed} ${view.other?.id}`} deed={deed} view={view} />
        </Section>
      )}
    </Page>
  )
}
