import { describe, expect, it } from 'vitest'
import { manifest2004 } from '../../../tests/packages/manifest-xml.ts'
import { parseManifest } from './manifest.ts'

const limitsOf = (item: string, version = '2004 4th Edition') =>
  parseManifest(manifest2004(version, item)).items[0]!
const sequencing = (inside: string) => `<imsss:sequencing>${inside}</imsss:sequencing>`

describe('the limits of an item', () => {
  const primary = (attributes: string, inside = '') =>
    sequencing(
      `<imsss:objectives><imsss:primaryObjective ${attributes}>${inside}</imsss:primaryObjective></imsss:objectives>`,
    )
  const measure = (text: string) =>
    `<imsss:minNormalizedMeasure>${text}</imsss:minNormalizedMeasure>`

  it.each([
    ['the measure', 'satisfiedByMeasure="true"', measure('0.8'), 0.8],
    ['the least measure', 'satisfiedByMeasure="true"', measure('-1.0'), -1],
    ['1 where no measure is written', 'satisfiedByMeasure="true"', '', 1],
    ['nothing where the objective is not satisfied by measure', '', measure('0.8'), null],
  ])('pass at %s', (_what, attributes, inside, score) => {
    expect(limitsOf(primary(attributes, inside)).scaledPassingScore).toBe(score)
  })

  it.each(['80', 'åttio', '1.01', '80%'])('do not guess the passing score %s', (text) => {
    expect(() => limitsOf(primary('satisfiedByMeasure="true"', measure(text)))).toThrow(
      expect.objectContaining({
        code: 'package.passing-score',
        detail: { item: 'i1', value: text },
        clause: 'SCORM 2004 CAM 5.1.7, <minNormalizedMeasure>',
      }),
    )
  })

  it.each([
    ['2004 3rd Edition', '<adlcp:completionThreshold>0.6</adlcp:completionThreshold>', 0.6],
    ['CAM 1.3', '<adlcp:completionThreshold> 1 </adlcp:completionThreshold>', 1],
    ['2004 4th Edition', '<adlcp:completionThreshold completedByMeasure="true"/>', 1],
    ['2004 4th Edition', '<adlcp:completionThreshold minProgressMeasure="0.5"/>', null],
    [
      '2004 4th Edition',
      '<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0"/>',
      0,
    ],
    ['2004 4th Edition', '', null],
  ])('complete in %s by %s at %o', (version, xml, threshold) => {
    expect(limitsOf(xml, version).completionThreshold).toBe(threshold)
  })

  it('do not guess the completion threshold', () => {
    expect(() => limitsOf('<adlcp:completionThreshold>60</adlcp:completionThreshold>')).toThrow(
      expect.objectContaining({
        code: 'package.completion-threshold',
        detail: { item: 'i1', value: '60' },
      }),
    )
  })

  it('of time and launch data are those of SCORM 2004', () => {
    const saying = (duration: string) =>
      sequencing(`<imsss:limitConditions attemptAbsoluteDurationLimit="${duration}"/>`) +
      '<adlcp:timeLimitAction>exit,message</adlcp:timeLimitAction>' +
      '<adlcp:dataFromLMS> nivå=2 </adlcp:dataFromLMS><adlcp:masteryscore>80</adlcp:masteryscore>'
    expect(limitsOf(saying('PT90M'))).toMatchObject({
      maxTimeAllowed: 'PT90M',
      timeLimitAction: 'exit,message',
      dataFromLms: ' nivå=2 ',
      masteryScore: null,
    })
    expect(limitsOf(saying('0001:30:00')).maxTimeAllowed).toBeNull()
  })
})
