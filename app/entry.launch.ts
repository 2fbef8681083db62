import { FrameLine } from './components/attempt/frame-line.ts'
import type { PlayData } from './components/attempt/player.tsx'

// Runs on the player's page before all else, and is small: the module begins while the rest is on the way.

const island = document.querySelector<HTMLElement>('[data-island="play"]')
if (!island) throw new Error('Broken assumption: this script is on the player’s page alone')
const { view, words } = JSON.parse(island.dataset.props!) as PlayData

export const line = new FrameLine({ ...view, ...words, language: document.documentElement.lang })
