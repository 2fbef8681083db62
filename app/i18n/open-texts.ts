import { loadTexts } from './browser-texts.ts'

// Imported by what stands around a module that is taken without signing in. The server has all texts.
if (typeof document !== 'undefined') await loadTexts('open')
