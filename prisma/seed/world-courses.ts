import type { BasicCourse } from '../../courses/toolkit/basic-package.ts'

export interface CoursePlan {
  slug: string
  titleSv: string
  titleEn: string
  descriptionSv: string
  descriptionEn: string
  modules: ModulePlan[]
}

export interface ModulePlan {
  slug: string
  titleSv: string
  titleEn: string
  summarySv: string
  summaryEn: string
  minutes: number
  /** How likely a person of the world is to have finished it. */
  reached: number
  content: BasicCourse
}

/**
 * The demo's two short courses. Their facts: the government's definition and signs listed by the
 * national centre (hedersfortryck.se), the duty to report (Socialstyrelsen, kunskapsguiden.se).
 * The full course replaces them.
 */
export const demoCourses: CoursePlan[] = [
  {
    slug: 'grund',
    titleSv: 'Grundkurs',
    titleEn: 'Basic course',
    descriptionSv:
      'För dig som möter barn, unga och vuxna i ditt arbete. Vad det handlar om, vad du kan se och vad du gör.',
    descriptionEn:
      'For you who meet children, young people and adults at work. What it is, what you may see and what to do.',
    modules: [
      {
        slug: 'grund-vad-ar-det',
        titleSv: 'Vad handlar det om?',
        titleEn: 'What is it about?',
        summarySv: 'Ord, mönster och vem som drabbas.',
        summaryEn: 'Words, patterns and who is affected.',
        minutes: 12,
        reached: 0.7,
        content: {
          identifier: 'samsyn.demo.grund.1',
          title: 'Vad handlar det om?',
          pages: [
            {
              title: 'Frihet som begränsas',
              html: '<p>Hedersrelaterat våld och förtryck begränsar människor, främst flickor och kvinnor men även pojkar och män. Syftet är att familjen ska behålla kontrollen över individen.</p><p>Det hänger ihop med hedersnormer som bygger på starka patriarkala eller heteronormativa föreställningar. Det är inte knutet till en viss religion eller kultur.</p>',
            },
            {
              title: 'Flera utövar, ofta planerat',
              html: '<p>Det som skiljer detta från annat våld i nära relationer är att det är kollektivt. Flera personer kan utöva eller godkänna våldet, och det är ofta planerat.</p><p>Både kvinnor och män kan utöva. Samma person kan vara både utsatt och utövare, till exempel en bror som tvingas bevaka sin syster.</p>',
            },
            {
              title: 'Från vardag till livsval',
              html: '<p>Kontrollen kan börja i vardagen: kläder, vänner, fritid. Den kan gälla stora livsval: utbildning, partner, äktenskap. Ytterst kan den bli hot, våld och könsstympning.</p><p>Det hör ihop. En begränsning i vardagen kan vara det du ser av något större.</p>',
            },
          ],
          questions: [
            {
              text: 'Vad är utmärkande för hedersrelaterat våld och förtryck?',
              options: [
                'Att det alltid sker i affekt',
                'Att det är kollektivt och ofta planerat',
                'Att det bara drabbar vuxna',
              ],
              right: 1,
            },
            {
              text: 'Kan en person vara både utsatt och utövare?',
              options: ['Ja', 'Nej'],
              right: 0,
            },
          ],
          passPercent: 100,
        },
      },
      {
        slug: 'grund-upptacka',
        titleSv: 'Upptäcka och fråga',
        titleEn: 'Noticing and asking',
        summarySv: 'Tecken att vara uppmärksam på, och hur du frågar.',
        summaryEn: 'Signs to look out for, and how to ask.',
        minutes: 15,
        reached: 0.45,
        content: {
          identifier: 'samsyn.demo.grund.2',
          title: 'Upptäcka och fråga',
          pages: [
            {
              title: 'Tecken i skolan',
              html: '<ul><li>Önskemål om att slippa till exempel simning eller sex och samlevnad</li><li>Frånvaro, sämre resultat, ont i magen eller huvudet</li><li>Bevakas av syskon eller kusiner, täta samtal och sms</li><li>Oro inför lov eller resa utomlands</li></ul><p>Ett tecken är inget bevis. Flera av dem kan ha andra orsaker.</p>',
            },
            {
              title: 'Fråga i lugn och ro',
              html: '<p>Prata enskilt och tryggt, utan släktingar och utan någon anhörig eller bekant som tolk. Fråga konkret: Får du träffa vänner på fritiden? Vad händer om du säger nej hemma?</p><p>Lova inte att hålla tyst. Berätta vad du behöver göra.</p>',
            },
            {
              title: 'Skydd först',
              html: '<p>Kontakta inte familjen innan skyddsbehovet är bedömt. Rådgör med socialtjänsten först. Den som omfattas av anmälningsplikten ska genast anmäla vid kännedom eller misstanke om att ett barn far illa.</p><p>Vid akut fara: ring 112.</p>',
            },
          ],
          questions: [
            {
              text: 'Vem kan tolka samtalet?',
              options: ['En äldre syster', 'En utomstående tolk', 'En granne'],
              right: 1,
            },
            {
              text: 'Vad gör du först när du misstänker att ett barn far illa?',
              options: ['Ringer föräldrarna', 'Väntar på bevis', 'Anmäler till socialtjänsten'],
              right: 2,
            },
          ],
          passPercent: 100,
        },
      },
    ],
  },
  {
    slug: 'fordjupning',
    titleSv: 'Fördjupning',
    titleEn: 'In depth',
    descriptionSv: 'Kortare moduler om särskilda situationer.',
    descriptionEn: 'Shorter modules on particular situations.',
    modules: [
      {
        slug: 'lov-och-resor',
        titleSv: 'Inför lov och resor',
        titleEn: 'Before holidays and travel',
        summarySv: 'När någon är orolig för en resa.',
        summaryEn: 'When someone worries about a journey.',
        minutes: 10,
        reached: 0.2,
        content: {
          identifier: 'samsyn.demo.fordjupning.1',
          title: 'Inför lov och resor',
          pages: [
            {
              title: 'Oron före lovet',
              html: '<p>Inför lov kan barn och unga vara rädda för att föras utomlands för att giftas bort, könsstympas eller ”uppfostras”. Ta oron på allvar även när den sägs i förbigående.</p>',
            },
            {
              title: 'Utreseförbud',
              html: '<p>Socialnämnden kan ansöka om utreseförbud hos förvaltningsrätten när det finns en påtaglig risk att barnet förs utomlands för äktenskap eller könsstympning. Sedan den 1 juni 2024 gäller det även andra vistelser som riskerar att skada barnets hälsa eller utveckling. Är det bråttom kan nämnden besluta tillfälligt.</p>',
            },
          ],
          questions: [
            {
              text: 'Vem ansöker om utreseförbud?',
              options: ['Skolan', 'Socialnämnden', 'Polisen'],
              right: 1,
            },
          ],
          passPercent: 100,
        },
      },
    ],
  },
]
