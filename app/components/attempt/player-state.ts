import type { AttemptProgress, FromFrame } from '~/kernel/player-protocol.ts'

/** What the learner is told about saving. */
export type SaveState =
  | { kind: 'ready' }
  | { kind: 'saved'; at: string }
  | { kind: 'waiting'; changes: number }
  | { kind: 'reconnecting'; changes: number }
  | { kind: 'stuck'; changes: number }

/** What the player's page shows around the frame. */
export interface PlayerState {
  /** The item on the screen; null while none is. */
  item: string | null
  save: SaveState
  /** This browser keeps nothing. */
  isOnlineOnly: boolean
  progress: AttemptProgress | null
  /** What has taken the content's place. */
  over: 'taken-over' | 'refused' | 'finished' | null
  /** The host of a page that content wanted to open beside it, in vain. */
  blocked: { host: string; times: number } | null
  /** All is saved that can be; the page may be left. */
  isEnded: boolean
}

export const playerBegins: PlayerState = {
  item: null,
  save: { kind: 'ready' },
  isOnlineOnly: false,
  progress: null,
  over: null,
  blocked: null,
  isEnded: false,
}

/** What the page shows after a message from the frame. */
export function afterMessage(state: PlayerState, message: FromFrame): PlayerState {
  switch (message.samsyn) {
    case 'item':
      return { ...state, item: message.item, over: null, blocked: null }
    case 'saved':
      return { ...state, save: { kind: 'saved', at: message.at } }
    case 'waiting': {
      const { changes, failing } = message
      return { ...state, save: { kind: failing ? 'reconnecting' : 'waiting', changes } }
    }
    case 'stuck':
      return { ...state, save: { kind: 'stuck', changes: message.changes } }
    case 'progress':
      return { ...state, progress: message.progress }
    case 'no-storage':
      return { ...state, isOnlineOnly: true }
    case 'taken-over':
    case 'refused':
    case 'finished':
      return { ...state, over: message.samsyn }
    case 'ended':
      return { ...state, isEnded: true }
    case 'blocked':
      return { ...state, blocked: { host: message.host, times: (state.blocked?.times ?? 0) + 1 } }
    case 'ready':
    case 'restored':
    case 'to-bar':
    case 'leave':
      return state
  }
}
