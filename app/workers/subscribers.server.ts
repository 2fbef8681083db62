import { issueCertificates } from '~/domain/credential/issue-certificates.server.ts'
import {
  faultReportQueue,
  sendAlreadyRegistered,
  sendConfirmation,
  sendDecision,
  sendFaultReport,
  sendInvitations,
  sendMergeLink,
  sendResetLink,
  sendUnitInvitation,
} from '~/domain/notice/notice.server.ts'
import type { FaultReport } from '~/domain/notice/notice.schema.ts'
import { sendNoticesQueue } from '~/domain/notice/tell-people.server.ts'
import { activityWorkHandlers } from '~/domain/activity/activity-import-work.server.ts'
import { readActor } from '~/domain/identity/actor.server.ts'
import { completionWorkHandlers } from '~/domain/attempt/completion-import-work.server.ts'
import { headcountWorkHandlers } from '~/domain/organisation/headcount-work.server.ts'
import { peopleWorkHandlers } from '~/domain/identity/people-work.server.ts'
import { systemActor } from '~/kernel/actor.ts'
import type { PersonId } from '~/kernel/ids.ts'
import { invariant } from '~/kernel/invariant.ts'
import { inTransaction } from '~/platform/db/transaction.server.ts'
import { awaitEvents, eventQueue, type DomainEvent } from '~/platform/events.server.ts'
import { queueJob, queueJobs, workOn, workOnMany } from '~/platform/jobs.server.ts'
import { longWorkQueue, workHandler } from '~/platform/long-work.server.ts'
import { cleanUp, cleanUpQueue, scheduleCleanUp } from './tasks/clean-up.server.ts'
import {
  compactOldTrails,
  compactTrailsQueue,
  scheduleCompaction,
} from './tasks/compact-trails.server.ts'
import {
  gatherQualityQueue,
  gatherTrails,
  scheduleGathering,
} from './tasks/gather-quality.server.ts'
import {
  issueMissing,
  missingCertificatesQueue,
  scheduleMissingCertificates,
} from './tasks/issue-missing-certificates.server.ts'
import {
  remindOfTomorrow,
  remindSignedUpQueue,
  scheduleReminders,
} from './tasks/remind-signed-up.server.ts'
import {
  scheduleSilentWork,
  silentWorkQueue,
  takeUpSilentWork,
} from './tasks/resume-work.server.ts'
import { scheduleSending, sendWhatWaits } from './tasks/send-notices.server.ts'
import { clearBrokenImports, scheduleSweep, sweepBlobsQueue } from './tasks/sweep-blobs.server.ts'
import { reminderWorkHandlers } from '~/domain/standing/remind-people.server.ts'
import { scheduleTelling, tellDutiesQueue, tellWhoIsToKnow } from './tasks/tell-duties.server.ts'

type Payload = DomainEvent['payload']

interface Subscriber {
  /** Stands in queued jobs: a rename leaves those behind. */
  name: string
  on: readonly string[]
  run: (payload: Payload) => Promise<void>
}

/** One whose verb costs less for many at once; its jobs have a queue of their own. */
interface SubscriberToMany extends Omit<Subscriber, 'run'> {
  runTogether: (payloads: Payload[]) => Promise<void>
}

/** What follows on what: event -> verb. Each may run twice for the same event. */
const subscribers: readonly (Subscriber | SubscriberToMany)[] = [
  {
    name: 'send-confirmation',
    on: ['person.signed-up', 'email.confirmation-asked'],
    run: ({ personId }) => sendConfirmation(id(personId)),
  },
  {
    name: 'send-already-registered',
    on: ['person.sign-up-repeated'],
    run: ({ personId }) => sendAlreadyRegistered(id(personId)),
  },
  {
    name: 'send-reset-link',
    on: ['password.reset-asked'],
    // Asked for an address that is nobody's.
    run: async ({ personId }) => (personId === null ? undefined : sendResetLink(id(personId))),
  },
  {
    name: 'send-merge-link',
    on: ['merge.link-asked'],
    run: async ({ personId, boundTo }) =>
      personId === null ? undefined : sendMergeLink(id(personId), id(boundTo)),
  },
  {
    name: 'send-confirmed',
    on: ['affiliation.confirmed'],
    run: ({ personId }) => sendDecision(id(personId), 'confirmed'),
  },
  {
    name: 'send-declined',
    on: ['affiliation.declined'],
    run: ({ personId }) => sendDecision(id(personId), 'declined'),
  },
  {
    name: 'send-invitations',
    on: ['people.imported'],
    run: ({ importId }) => sendInvitations(id(importId)),
  },
  {
    name: 'send-unit-invitation',
    on: ['invitation.asked'],
    run: ({ invitationId }) => sendUnitInvitation(id(invitationId)),
  },
  {
    name: 'send-letters',
    on: ['letters.queued'],
    run: () => queueJob(sendNoticesQueue, {}),
  },
  {
    name: 'issue-certificates',
    on: ['module.completed', 'module.credited', 'accounts.merged'],
    runTogether: async (payloads) => {
      const people = new Set(payloads.map(({ personId }) => id(personId) as PersonId))
      await issueCertificates([...people])
    },
  },
]

function id(value: Payload[string] | undefined): string {
  invariant(typeof value === 'string', 'an event of this kind carries an id')
  return value
}

const subscriberQueue = 'subscriber'
/** So many events are handed on, or followed up, at once. */
const mostTogether = 100

const queueOf = (subscriber: Subscriber | SubscriberToMany) =>
  'runTogether' in subscriber ? `${subscriberQueue}-${subscriber.name}` : subscriberQueue

interface Delivery {
  subscriber: string
  payload: Payload
}

/** Every queue there is: the start makes them. */
export const jobQueues: string[] = [
  eventQueue,
  ...new Set([subscriberQueue, ...subscribers.map(queueOf)]),
  faultReportQueue,
  cleanUpQueue,
  sweepBlobsQueue,
  compactTrailsQueue,
  gatherQualityQueue,
  missingCertificatesQueue,
  longWorkQueue,
  silentWorkQueue,
  sendNoticesQueue,
  tellDutiesQueue,
  remindSignedUpQueue,
]

/** Begins to run what is queued, and the clocks that queue what is done again and again. */
export function startWorkers(): void {
  awaitEvents(subscribers.flatMap(({ on }) => on))
  workOnMany<DomainEvent>(eventQueue, mostTogether, handOn)
  workOn<Delivery>(subscriberQueue, deliver)
  for (const subscriber of subscribers) {
    if ('run' in subscriber) continue
    workOnMany<Delivery>(queueOf(subscriber), mostTogether, (deliveries) =>
      subscriber.runTogether(deliveries.map(({ payload }) => payload)),
    )
  }
  workOn<FaultReport>(faultReportQueue, sendFaultReport)
  workOn(cleanUpQueue, cleanUp)
  workOn(sweepBlobsQueue, clearBrokenImports)
  workOn(compactTrailsQueue, compactOldTrails)
  workOn(gatherQualityQueue, gatherTrails)
  workOn(missingCertificatesQueue, issueMissing)
  workOn(
    longWorkQueue,
    workHandler({
      ...peopleWorkHandlers,
      ...completionWorkHandlers,
      ...activityWorkHandlers,
      ...headcountWorkHandlers(readActor),
      ...reminderWorkHandlers,
    }),
  )
  workOn(silentWorkQueue, takeUpSilentWork)
  workOn(sendNoticesQueue, sendWhatWaits)
  workOn(tellDutiesQueue, tellWhoIsToKnow)
  scheduleCleanUp()
  scheduleSweep()
  scheduleCompaction()
  scheduleGathering()
  scheduleMissingCertificates()
  scheduleSilentWork()
  scheduleSending()
  scheduleTelling()
  workOn(remindSignedUpQueue, remindOfTomorrow)
  scheduleReminders()
}

/** One job per event and subscriber, all or none: a retry repeats only what failed. */
async function handOn(events: DomainEvent[]): Promise<void> {
  const waiting = new Map<string, Delivery[]>()
  for (const { name, payload } of events) {
    for (const subscriber of subscribers.filter(({ on }) => on.includes(name))) {
      const queue = queueOf(subscriber)
      const delivery = { subscriber: subscriber.name, payload }
      waiting.set(queue, [...(waiting.get(queue) ?? []), delivery])
    }
  }
  if (waiting.size === 0) return
  await inTransaction(systemActor, async (tx) => {
    for (const [queue, deliveries] of waiting) await queueJobs(queue, deliveries, tx)
  })
}

async function deliver({ subscriber, payload }: Delivery): Promise<void> {
  const found = subscribers.find(({ name }) => name === subscriber)
  invariant(found, `there is a subscriber ${subscriber}`)
  await ('run' in found ? found.run(payload) : found.runTogether([payload]))
}
