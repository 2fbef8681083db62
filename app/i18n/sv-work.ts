import { admin } from './sv/admin.ts'
import { organisation } from './sv/organisation.ts'
import { register } from './sv/register.ts'
import { assignment } from './sv/assignment.ts'
import { coverage } from './sv/coverage.ts'
import { earlier } from './sv/earlier.ts'
import { delegation } from './sv/delegation.ts'
import { claim } from './sv/claim.ts'
import { joinCode } from './sv/join-code.ts'
import { invitation } from './sv/invitation.ts'
import { subGroup } from './sv/sub-group.ts'
import { peopleFile } from './sv/people-file.ts'
import { headcountFile } from './sv/headcount-file.ts'
import { table } from './sv/table.ts'
import { followup } from './sv/followup.ts'
import { catalogue } from './sv/catalogue.ts'
import { fact } from './sv/fact.ts'
import { contentPackage } from './sv/package.ts'
import { quality } from './sv/quality.ts'
import { api } from './sv/api.ts'
import { attemptStory } from './sv/attempt-story.ts'
import { moduleRule } from './sv/module-rule.ts'
import { activity } from './sv/activity.ts'
import { activityFile } from './sv/activity-file.ts'
import { bulk } from './sv/bulk.ts'

/** Texts for those who work with Samsyn: managers, trainers, the national centre, editors, administrators. A learner's browser never loads them (work-texts.ts). */
export const svWork = {
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
} as const
