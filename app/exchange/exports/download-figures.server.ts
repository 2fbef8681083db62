import { figureQueryOf } from '~/domain/coverage/coverage.ts'
import { exportCoverageDataset } from '~/domain/followup/coverage-dataset.server.ts'
import { fileQueryOf } from '~/domain/followup/coverage-dataset.ts'
import { chooseFollowedModule } from '~/domain/followup/followup.server.ts'
import { languages } from '~/i18n/format.ts'
import type { Actor } from '~/kernel/actor.ts'
import { Refusal } from '~/kernel/refusal.ts'
import { coverageDownload, type CoverageFormat } from './coverage-file.server.ts'

/**
 * The file behind a page's button: the module and day that the page shows, or every module of the
 * day; the nation's counties, or one county's municipalities. Without a module the first one, as on
 * the page.
 * @throws Refusal forbidden, followup.module-unknown, followup.place-unknown
 */
export async function downloadFigures(
  actor: Actor,
  address: string,
  format: CoverageFormat,
): Promise<Response> {
  const { everyModule, countyCode, moduleSlug } = fileQueryOf(address)
  const { module } = await chooseFollowedModule(actor, moduleSlug)
  if (!module) throw new Refusal('followup.module-unknown')
  const dataset = await exportCoverageDataset({
    actor,
    format,
    query: {
      asOf: figureQueryOf(address).asOf,
      moduleSlug: everyModule ? null : module.slug,
      level: countyCode === null ? 'county' : 'municipality',
      countyCode,
    },
  })
  const asked = new URL(address).searchParams.get('lang')
  const language = languages.find((each) => each === asked) ?? 'sv'
  return coverageDownload(dataset, format, language)
}
