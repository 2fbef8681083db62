/** What the small course runtime itself says, by the course's language. */
export interface CourseTexts {
  position: string
  pages: string
  back: string
  next: string
  test: string
  testIntroduction: string
  question: string
  check: string
  unanswered: string
  passed: string
  failed: string
  right: string
  wrong: string
  finished: string
  unsaved: string
}

export const courseTexts: Record<'sv' | 'en', CourseTexts> = {
  sv: {
    position: 'Sida {number} av {count}',
    pages: 'Bläddra',
    back: 'Tillbaka',
    next: 'Nästa sida',
    test: 'Kontrollfrågor',
    testIntroduction: 'För godkänt krävs {percent} % rätt. Du kan svara flera gånger.',
    question: 'Fråga {number} av {count}',
    check: 'Rätta mina svar',
    unanswered: 'Svara på alla frågor först.',
    passed: 'Godkänt: {percent} % rätt. Du är klar med modulen.',
    failed: 'Inte godkänt än: {percent} % rätt. Läs gärna sidorna igen och svara en gång till.',
    right: 'Rätt svar.',
    wrong: 'Fel svar.',
    finished: 'Du har läst alla sidor och är klar med modulen.',
    unsaved: 'Modulen är öppnad utan spelare. Det du gör sparas inte.',
  },
  en: {
    position: 'Page {number} of {count}',
    pages: 'Pages',
    back: 'Back',
    next: 'Next page',
    test: 'Questions',
    testIntroduction: 'To pass you need {percent}% right. You can answer several times.',
    question: 'Question {number} of {count}',
    check: 'Check my answers',
    unanswered: 'Answer every question first.',
    passed: 'Passed: {percent}% right. You have finished the module.',
    failed: 'Not passed yet: {percent}% right. Read the pages again and have another try.',
    right: 'Right answer.',
    wrong: 'Wrong answer.',
    finished: 'You have read every page and finished the module.',
    unsaved: 'The module was opened without a player. Nothing you do is saved.',
  },
}
