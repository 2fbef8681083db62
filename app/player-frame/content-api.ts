import type { LaunchSeed } from '~/kernel/player-protocol.ts'
import type { Place } from './navigation.ts'
import type { ScormPorts } from './scorm-item.ts'
import type { Scorm12Api } from './scorm12-api.ts'
import type { Scorm2004Api } from './scorm2004-api.ts'

declare global {
  interface Window {
    /** Where SCORM 1.2 content looks for its runtime (RTE 3.3.6.1). */
    API?: Scorm12Api
    /** Where that of SCORM 2004 looks (RTE 3.3). */
    API_1484_11?: Scorm2004Api
  }
}

const runtimes = {
  '1.2': () => import('./scorm12-api.ts'),
  '2004': () => import('./scorm2004-api.ts'),
}

/** Fetches the runtime that the document has been told of, while its launch is on the way. */
export function fetchRuntime(): void {
  const { runtime } = document.documentElement.dataset
  if (runtime !== '1.2' && runtime !== '2004') return
  // Whoever launches an item asks again, and sees to it that it comes.
  runtimes[runtime]().catch(() => undefined)
}

/** Puts an item's API where its content looks for it, in the place of any other. */
export type SetApi = () => void

/**
 * The API for an item. Each standard's runtime comes only where it is played: that of 2004 is several
 * times as large as all the rest. Null when it could not be fetched: try again.
 */
export async function loadApi(
  seed: LaunchSeed,
  ports: ScormPorts,
  place: Place,
): Promise<SetApi | null> {
  try {
    if (seed.runtime === '1.2') {
      const { Scorm12Item } = await runtimes['1.2']()
      const { api } = new Scorm12Item(seed, ports)
      return () => setApis({ API: api })
    }
    const { Scorm2004Item } = await runtimes['2004']()
    const { api } = new Scorm2004Item(seed, ports, place)
    return () => setApis({ API_1484_11: api })
  } catch {
    return null
  }
}

/** Takes the APIs away, for what must not speak any more or never does. */
export function clearApi(): void {
  setApis({})
}

function setApis({ API, API_1484_11 }: Pick<Window, 'API' | 'API_1484_11'>): void {
  window.API = API
  window.API_1484_11 = API_1484_11
}
