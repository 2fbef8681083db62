import { admin } from './en/admin.ts'
import { organisation } from './en/organisation.ts'
import { register } from './en/register.ts'
import { assignment } from './en/assignment.ts'
import { coverage } from './en/coverage.ts'
import { earlier } from './en/earlier.ts'
import { delegation } from './en/delegation.ts'
import { claim } from './en/claim.ts'
import { joinCode } from './en/join-code.ts'
import { invitation } from './en/invitation.ts'
import { subGroup } from './en/sub-group.ts'
import { peopleFile } from './en/people-file.ts'
import { headcountFile } from './en/headcount-file.ts'
import { table } from './en/table.ts'
import { followup } from './en/followup.ts'
import { catalogue } from './en/catalogue.ts'
import { fact } from './en/fact.ts'
import { contentPackage } from './en/package.ts'
import { quality } from './en/quality.ts'
import { api } from './en/api.ts'
import { attemptStory } from './en/attempt-story.ts'
import { moduleRule } from './en/module-rule.ts'
import { activity } from './en/activity.ts'
import { activityFile } from './en/activity-file.ts'
import { bulk } from './en/bulk.ts'
import type { svWork } from './sv-work.ts'
import type { Translated } from './translate.ts'

/** The same keys as in Swedish; a missing one is a type error. */
export const enWork: Translated<typeof svWork> = {
  ...admin,
  ...organisation,
  ...register,
  ...assignment,
  ...coverage,
  ...earlier,
  ...table,
  ...peopleFile,
  ...headcountFile,
  ...delegation,
  ...claim,
  ...joinCode,
  ...invitation,
  ...subGroup,
  ...followup,
  ...catalogue,
  ...fact,
  ...contentPackage,
  ...quality,
  ...api,
  ...attemptStory,
  ...moduleRule,
  ...activity,
  ...activityFile,
  ...bulk,
}
