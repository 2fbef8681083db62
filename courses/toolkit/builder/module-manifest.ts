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
  const parts = { course, module, files }
  const content = edition === '1.2' ? manifest12(parts) : manifest2004(parts)
  return { path: 'imsmanifest.xml', content }
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

function manifest12(parts: Parts): string {
  const { course, module } = parts
  const title = escaped(module.title.sv)
  return lines(
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<manifest identifier="${identifierOf(parts)}" version="${escaped(course.version)}"`,
    '  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"',
    '  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">',
    '  <metadata>',
    '    <schema>ADL SCORM</schema>',
    '    <schemaversion>1.2</schemaversion>',
    '    <lom xmlns="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1">',
    '      <general>',
    ...languages('title', module.title, langstring),
    '        <language>sv</language>',
    ...languages('description', module.description, langstring),
    '      </general>',
    '      <educational>',
    `        <typicallearningtime><datetime>${learningTime(parts)}</datetime></typicallearningtime>`,
    '      </educational>',
    '    </lom>',
    '  </metadata>',
    '  <organizations default="module">',
    '    <organization identifier="module">',
    `      <title>${title}</title>`,
    '      <item identifier="sco" identifierref="files">',
    `        <title>${title}</title>`,
    module.draw && `        <adlcp:masteryscore>${module.draw.passPercent}</adlcp:masteryscore>`,
    '      </item>',
    '    </organization>',
    '  </organizations>',
    '  <resources>',
    '    <resource identifier="files" type="webcontent" adlcp:scormtype="sco" href="index.html">',
    ...fileLines(parts),
    '    </resource>',
    '  </resources>',
    '</manifest>',
    '',
  )
}

function manifest2004(parts: Parts): string {
  const { course, module } = parts
  const title = escaped(module.title.sv)
  return lines(
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<manifest identifier="${identifierOf(parts)}" version="${escaped(course.version)}"`,
    '  xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"',
    '  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"',
    '  xmlns:imsss="http://www.imsglobal.org/xsd/imsss">',
    '  <metadata>',
    '    <schema>ADL SCORM</schema>',
    '    <schemaversion>2004 4th Edition</schemaversion>',
    '    <lom xmlns="http://ltsc.ieee.org/xsd/LOM">',
    '      <general>',
    ...languages('title', module.title, languageString),
    '        <language>sv</language>',
    ...languages('description', module.description, languageString),
    '      </general>',
    '      <educational>',
    `        <typicalLearningTime><duration>${learningTime(parts)}</duration></typicalLearningTime>`,
    '      </educational>',
    '    </lom>',
    '  </metadata>',
    '  <organizations default="module">',
    '    <organization identifier="module">',
    `      <title>${title}</title>`,
    '      <item identifier="sco" identifierref="files">',
    `        <title>${title}</title>`,
    ...sequencing(module),
    '      </item>',
    '    </organization>',
    '  </organizations>',
    '  <resources>',
    '    <resource identifier="files" type="webcontent" adlcp:scormType="sco" href="index.html">',
    ...fileLines(parts),
    '    </resource>',
    '  </resources>',
    '</manifest>',
    '',
  )
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

const langstring = (language: string, text: string) =>
  `<langstring xml:lang="${language}">${text}</langstring>`
const languageString = (language: string, text: string) =>
  `<string language="${language}">${text}</string>`

function languages(
  name: string,
  { sv, en }: TwoLanguages,
  stringOf: (language: string, text: string) => string,
): string[] {
  const strings = stringOf('sv', escaped(sv)) + (en ? stringOf('en', escaped(en)) : '')
  return [`        <${name}>${strings}</${name}>`]
}
