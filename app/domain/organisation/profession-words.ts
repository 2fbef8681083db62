import type { ProfessionGroup } from '~/kernel/profession.ts'
import { foldedWord } from '~/kernel/folded-word.ts'
import { countedGroups } from './organisation.ts'

/**
 * Words for professions, as `foldedWord` leaves them, with their codes in SSYK 2012 (SCB, MIS 2012:1), in
 * the singular and the plural where the two differ by more than an ending.
 */
const words: Partial<Record<ProfessionGroup, string>> = {
  'social-services': `socialtjanst socialtjansten socialservices socialtjanstochomsorg
    2661 socialsekreterare 2663 bistandsbedomare bistandshandlaggare 2669 socialarbetare 3411
    behandlingsassistent behandlingsassistenter socialpedagog socialpedagoger familjebehandlare`,
  school: `skola skolan forskola forskolan forskolaochskola preschoolandschool utbildning 2341
    grundskollarare 2330 gymnasielarare larare 2320 yrkeslarare 2342 fritidspedagog fritidspedagoger
    5312 elevassistent elevassistenter larareassistent lararassistent 2343 forskollarare 5311
    barnskotare 2359 sfilarare rektor rektorer skolledare 2233 skolskoterska skolskoterskor 2662
    kurator kuratorer skolkurator skolkuratorer skolpsykolog 2351 speciallarare specialpedagog
    specialpedagoger 2352 studieochyrkesvagledare syv 3423 fritidsledare`,
  'health-care': `halsoochsjukvard halsoochsjukvardtandvard tandvard healthcare 2211
    specialistlakare lakare 2212 stlakare 2221 sjukskoterska sjukskoterskor grundutbildadsjukskoterska
    2222 barnmorska barnmorskor 2224 distriktsskoterska distriktsskoterskor 2225
    psykiatrisjukskoterska 2232 barnsjukskoterska 2241 psykolog psykologer 2242 psykoterapeut 2260
    tandlakare 3250 tandhygienist 5350 tandskoterska tandskoterskor`,
  judiciary: `rattsvasende rattsvasendet judiciary polis poliser 3360 aklagare 2613 domare 2612
    kriminalvardare 5412`,
  'other-authority': `annanmyndighet ovrigamyndigheter otherauthority arbetsformedlare 3333
    socialforsakringshandlaggare 3353 ovrigahandlaggare 3359`,
  'civil-society': 'civilsamhalle civilsamhallet ideburensektor civilsociety tjejjour kvinnojour',
  student: 'student studenter students praktikant praktikanter',
  other: 'annat ovrigt ovriga other fortroendevald fortroendevalda 4430',
}

const byWord = new Map(
  Object.entries(words).flatMap(([group, list]) =>
    list.split(/\s+/).map((word) => [word, group as ProfessionGroup]),
  ),
)

/** What an organisation has said that its own words mean, by the folded word. */
export type OwnProfessions = Readonly<Record<string, ProfessionGroup>>

/**
 * The national group that a word stands for: as the organisation says, else by the group's own name, a
 * common profession or its code; undefined where nobody has said.
 */
export function professionGroupOf(word: string, own: OwnProfessions): ProfessionGroup | undefined {
  const asked = foldedWord(word)
  const slug = countedGroups.find((group) => foldedWord(group) === asked)
  return (Object.hasOwn(own, asked) ? own[asked] : undefined) ?? slug ?? byWord.get(asked)
}
