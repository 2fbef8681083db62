import type { Edition } from '../runtime/response.ts'
import { measureModule } from '../source/course-measures.ts'
import type { Course, CourseModule, TwoLanguages } from '../source/course-model.ts'
import { escaped, lines } from './escaped.ts'
import type { PackageFile } from './package-zip.ts'

/** The manifest of a package with one SCO (SCORM 1.2 CAM 2.3, SCORM 2004 4th edition CAM 3.4 and 5.1). */
export function manifestOf(
  course: Course,
  module: CourseModule,
  edition: Edition,
  files: readonly PackageFile[],
): PackageFile {
  const content = manifest(editionWords[edition], { course, module, files })
  return { path: 'imsmanifest.xml', content }
}

/** What one edition says otherwise than the other. */
interface EditionWords {
  /** By the attribute that declares them. */
  namespaces: Readonly<Record<string, string>>
  schemaVersion: string
  /** The namespace of the metadata. */
  lom: string
  string: (language: string, text: string) => string
  learningTime: (duration: string) => string
  /** What the item says of how its outcome is decided. */
  rules: (module: CourseModule) => string[]
  scormType: string
}

const editionWords: Record<Edition, EditionWords> = {
  '1.2': {
    namespaces: {
      xmlns: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
      'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
    },
    schemaVersion: '1.2',
    lom: 'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1',
    string: (language, text) => `<langstring xml:lang="${language}">${text}</langstring>`,
    learningTime: (duration) =>
      `<typicallearningtime><datetime>${duration}</datetime></typicallearningtime>`,
    rules: masteryScore,
    scormType: 'adlcp:scormtype',
  },
  '2004': {
    namespaces: {
      xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1',
      'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_v1p3',
      'xmlns:imsss': 'http://www.imsglobal.org/xsd/imsss',
    },
    schemaVersion: '2004 4th Edition',
    lom: 'http://ltsc.ieee.org/xsd/LOM',
    string: (language, text) => `<string language="${language}">${text}</string>`,
    learningTime: (duration) =>
      `<typicalLearningTime><duration>${duration}</duration></typicalLearningTime>`,
    rules: sequencing,
    scormType: 'adlcp:scormType',
  },
}

interface Parts {
  course: Course
  module: CourseModule
  files: readonly PackageFile[]
}

const identifierOf = ({ course, module }: Parts) => `se.samsyn.${course.slug}.${module.slug}`

const fileLines = ({ files }: Parts) =>
  files.map(({ path }) => `      <file href="${hrefOf(path)}"/>`)

const hrefOf = (path: string) => escaped(encodeURI(path))

function manifest(words: EditionWords, parts: Parts): string {
  const { course, module } = parts
  const title = escaped(module.title.sv)
  const namespaces = Object.entries(words.namespaces).map(([name, uri]) => `  ${name}="${uri}"`)
  return lines(
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<manifest identifier="${identifierOf(parts)}" version="${escaped(course.version)}"`,
    `${namespaces.join('\n')}>`,
    '  <metadata>',
    '    <schema>ADL SCORM</schema>',
    `    <schemaversion>${words.schemaVersion}</schemaversion>`,
    `    <lom xmlns="${words.lom}">`,
    '      <general>',
    languages('title', module.title, words),
    '        <language>sv</language>',
    languages('description', module.description, words),
    '      </general>',
    '      <educational>',
    `        ${words.learningTime(learningTime(parts))}`,
    '      </educational>',
    '    </lom>',
    '  </metadata>',
    '  <organizations default="module">',
    '    <organization identifier="module">',
    `      <title>${title}</title>`,
    '      <item identifier="sco" identifierref="files">',
    `        <title>${title}</title>`,
    ...words.rules(module),
    '      </item>',
    '    </organization>',
    '  </organizations>',
    '  <resources>',
    `    <resource identifier="files" type="webcontent" ${words.scormType}="sco" href="index.html">`,
    ...fileLines(parts),
    '    </resource>',
    '  </resources>',
    '</manifest>',
    '',
  )
}

function masteryScore({ draw }: CourseModule): string[] {
  return draw ? [`        <adlcp:masteryscore>${draw.passPercent}</adlcp:masteryscore>`] : []
}

/** The module itself says what it comes to: its silence is no word of completion or success (SN, UP.4). */
function sequencing({ draw }: CourseModule): string[] {
  const limit = draw && (draw.passPercent / 100).toFixed(2)
  return [
    '        <imsss:sequencing>',
    ...(limit
      ? [
          '          <imsss:objectives>',
          '            <imsss:primaryObjective objectiveID="passed" satisfiedByMeasure="true">',
          `              <imsss:minNormalizedMeasure>${limit}</imsss:minNormalizedMeasure>`,
          '            </imsss:primaryObjective>',
          '          </imsss:objectives>',
        ]
      : []),
    '          <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>',
    '        </imsss:sequencing>',
  ]
}

/** ISO 8601, in whole minutes. */
function learningTime({ course, module }: Parts): string {
  return `PT${Math.max(1, Math.round(measureModule(module, course).minutes))}M`
}

/** A text in the languages that it is written in. */
function languages(name: string, { sv, en }: TwoLanguages, { string }: EditionWords): string {
  const strings = string('sv', escaped(sv)) + (en ? string('en', escaped(en)) : '')
  return `        <${name}>${strings}</${name}>`
}
