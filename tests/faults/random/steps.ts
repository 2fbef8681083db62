import { faultKinds, type FaultKind } from '../harness/fault-proxy.ts'
import type { Ailments } from '../harness/device.ts'
import type { Edition } from '../../packages/steered-package.ts'

/** One thing that happens in a random run; what does not apply at its time is passed over. */
export type Step =
  | { do: 'set'; changes: number; andThen: 'commit' | 'finish' | 'nothing' }
  | { do: 'suspend'; characters: number; andThen: 'commit' | 'nothing' }
  | { do: 'complete' }
  | { do: 'storm' }
  | { do: 'wait'; ms: number }
  | { do: 'wait-saved' }
  | { do: 'close'; lastWords: 'none' | 'set' | 'finish' }
  | { do: 'go-away' | 'back' | 'reload' }
  | { do: 'spoil'; kind: FaultKind; times: number; lasts: number }
  | { do: 'mend-line' | 'offline' | 'online' }
  | { do: 'kill-server'; inCommit: boolean }
  | { do: 'restart-database'; how: 'fast' | 'immediate' }
  | { do: 'another-tab' | 'other-device' | 'other-person' | 'new-version' }
  | { do: 'empty-storage' | 'fill-storage' | 'forbid-storage' }
  | { do: 'kill-browser' }

/** A run as its seed makes it: the same seed, the same run. */
export interface Plan {
  seed: number
  edition: Edition
  /** The first device has a browser of its own, which can be killed. */
  onDisk: boolean
  ailments: Ailments
  steps: Step[]
}

const day = 86_400_000

/** Makes a run out of its seed. */
export function planOf(seed: number): Plan {
  const random = randomFrom(seed)
  const { chance, pick, whole } = random
  const onDisk = chance(0.15)
  const ailments: Ailments = {
    withoutStorage: !onDisk && chance(0.06),
    clockOff: chance(0.1) ? pick([day, -day]) : 0,
  }
  const edition = pick<Edition>(['1.2', '1.2', '2004'])
  const steps = Array.from({ length: whole(7, 12) }, () => stepOf(random, onDisk))
  return { seed, edition, onDisk, ailments, steps }
}

/** "7 set 2, commit; spoil cut-after …": what a failing run did. */
export function toldPlan({ seed, steps, ...settings }: Plan): string {
  const lines = steps.map((step, index) => `    ${index + 1}. ${JSON.stringify(step)}`)
  return [`seed ${seed} ${JSON.stringify(settings)}`, ...lines].join('\n')
}

function stepOf({ chance, pick, whole }: Random, onDisk: boolean): Step {
  const makers: [weight: number, make: () => Step][] = [
    [
      9,
      () => ({ do: 'set', changes: whole(1, 3), andThen: pick(['commit', 'commit', 'nothing']) }),
    ],
    [1.5, () => ({ do: 'set', changes: whole(1, 2), andThen: 'finish' })],
    [
      2,
      () => ({
        do: 'suspend',
        characters: pick([2000, 9000, 40_000, 120_000]),
        andThen: pick(['commit', 'nothing']),
      }),
    ],
    [1, () => ({ do: 'complete' })],
    [0.4, () => ({ do: 'storm' })],
    [2, () => ({ do: 'wait', ms: whole(50, 1500) })],
    [1.5, () => ({ do: 'wait-saved' })],
    [2, () => ({ do: 'close', lastWords: pick(['none', 'set', 'finish']) })],
    [2, () => ({ do: pick(['go-away', 'back', 'reload', 'reload']) })],
    [
      4,
      () => ({ do: 'spoil', kind: pick(faultKinds), times: whole(1, 4), lasts: whole(500, 2500) }),
    ],
    [1.5, () => ({ do: 'mend-line' })],
    [1.5, () => ({ do: 'offline' })],
    [1.5, () => ({ do: 'online' })],
    [0.7, () => ({ do: 'kill-server', inCommit: chance(0.7) })],
    [0.3, () => ({ do: 'restart-database', how: pick(['fast', 'immediate']) })],
    [1.2, () => ({ do: 'another-tab' })],
    [1, () => ({ do: 'other-device' })],
    [1, () => ({ do: 'other-person' })],
    [0.3, () => ({ do: 'new-version' })],
    [1, () => ({ do: pick(['empty-storage', 'fill-storage', 'forbid-storage']) })],
    [onDisk ? 3 : 0, () => ({ do: 'kill-browser' })],
  ]
  let at = random01(whole) * makers.reduce((sum, [weight]) => sum + weight, 0)
  return makers.find(([weight]) => (at -= weight) < 0)![1]()
}

const random01 = (whole: Random['whole']) => whole(0, 999_999) / 1_000_000

interface Random {
  whole: (least: number, most: number) => number
  chance: (share: number) => boolean
  pick: <Kind>(kinds: readonly Kind[]) => Kind
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    whole,
    chance: (share) => next() < share,
    pick: (kinds) => kinds[whole(0, kinds.length - 1)]!,
  }
}
