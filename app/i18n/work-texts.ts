import { loadTexts } from './browser-texts.ts'

// Imported by the layout of each working audience's folder: a browser that is led to one of its pages has
// the texts before it shows the page, and one that never is never loads them. The server has them all.
// At work one meets the words of people's accounts too: workplaces, professions.
if (typeof document !== 'undefined') await Promise.all([loadTexts('account'), loadTexts('work')])
