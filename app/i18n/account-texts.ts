import { loadTexts } from './browser-texts.ts'

// Imported by every page of a visitor or of one's own account. The server has all texts.
if (typeof document !== 'undefined') await loadTexts('account')
