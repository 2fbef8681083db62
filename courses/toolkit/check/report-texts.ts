import { filled } from '../runtime/texts.ts'

// What the toolkit says to writers besides problems (source/problem-texts.ts), in the courses' language.

export const reportTexts = {
  course: '{title} ({folder})',
  noCourses: 'Det finns ingen kurs i mappen courses.',
  clean: 'Inget att rätta.',
  problems: 'Att rätta: {count}',
  overdue: 'Faktablad som skulle ha granskats: {count}',
  toCheck: 'Kontrolleras före publicering: {count}',
  guessable: 'Provfrågor där det längsta svaret är rätt: {count} av {of}',
  modules: 'Moduler',
  module:
    '{slug}: sidor {pages}, ord {words}, minuter {minutes}, frågor {questions}, LIX {lix} (högst {highest})',
  lixOfPages: 'LIX per sida: {pages}',
  total: 'Tillsammans: sidor {pages}, ord {words}, minuter {minutes}, frågor {questions}',

  mapTotal: '**Tillsammans**',
  mapIntro: 'Version {version}. Gäller i {months} månader.',
  mapColumns: 'Modul | Sidor | Ord | Minuter | Frågor | LIX | Högsta LIX',
  goalColumns: 'Lärandemål | Sidor | Frågor | Fakta',
  bankColumns: 'Modul som prövas | Sidor | Frågor',
  noGoal: 'Utan lärandemål',
  none: '–',
  mapWritten: 'Kartan i {file} är skriven.',
  mapMarkersMissing: '{file} saknar raderna {begin} och {end}, som kartan skrivs mellan.',

  moduleMade: 'Modulen finns i {folder} och står sist i course.yaml.',
  moduleToWrite: 'Att skriva (byt varje [skriv: ...] mot text):',
  moduleLines: '{file}: rad {lines}',
  moduleGaps: 'Dessutom fattas:',

  factWritten: '{file} är ändrad.',
  factNowhere: 'Faktabladet {id} finns inte i någon av kurserna. Det är inte skrivet någonstans.',
  factsExported:
    'Ändrade i Samsyn: {written} är skrivna till kursens filer, {same} stod redan så, {nowhere} hör inte till någon kurs här.',
} as const

/** One text with its places filled; whole numbers as Swedish writes them. */
export function said(
  name: keyof typeof reportTexts,
  values: Record<string, string | number> = {},
): string {
  const shown = Object.entries(values).map(([key, value]) => [
    key,
    typeof value === 'number' ? value.toLocaleString('sv') : value,
  ])
  return filled(reportTexts[name], Object.fromEntries(shown) as Record<string, string>)
}
