import { escaped } from '../../../courses/toolkit/builder/escaped.ts'
import { zipOf, type PackageFile } from '../../../courses/toolkit/builder/package-zip.ts'
import { filled } from '../../../courses/toolkit/runtime/texts.ts'
import { courseScript } from './course-script.ts'
import { courseStyle } from './course-style.ts'
import { courseTexts, type CourseTexts } from './course-texts.ts'

export interface BasicCourse {
  /** Of the manifest: letters, digits, "." and "-". */
  identifier: string
  title: string
  language?: 'sv' | 'en'
  /** `html` is trusted and stands below the title, so it begins at h2. */
  pages: { title: string; html: string }[]
  /** Asked on a last page of their own; none = completed when every page has been seen. */
  questions?: Question[]
  /** Per cent right that is needed; 80 unless told. */
  passPercent?: number
}

export interface Question {
  text: string
  options: string[]
  /** Index of the right option. */
  right: number
}

/** A course of one SCO in plain HTML as a SCORM 1.2 package (zip). The same course gives the same bytes. */
export async function basicPackage(course: BasicCourse): Promise<Buffer> {
  return zipOf([
    { path: 'imsmanifest.xml', content: manifestOf(course) },
    ...basicCourseFiles(course),
  ])
}

/** The files of a basic course without a manifest, for packages that hold several. */
export function basicCourseFiles(course: BasicCourse): PackageFile[] {
  return [
    { path: 'index.html', content: documentOf(course) },
    { path: 'course.css', content: courseStyle },
    { path: 'course.js', content: courseScript },
  ]
}

function manifestOf({ identifier, title }: BasicCourse): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${escaped(identifier)}" version="1"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>${escaped(title)}</title>
      <item identifier="module" identifierref="files">
        <title>${escaped(title)}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="files" type="webcontent" adlcp:scormtype="sco" href="index.html">
      <file href="index.html"/>
      <file href="course.css"/>
      <file href="course.js"/>
    </resource>
  </resources>
</manifest>
`
}

function documentOf(course: BasicCourse): string {
  const { title, language = 'sv', pages, questions = [], passPercent = 80 } = course
  const texts = courseTexts[language]
  const data = {
    position: texts.position,
    unanswered: texts.unanswered,
    passed: texts.passed,
    failed: texts.failed,
    right: texts.right,
    wrong: texts.wrong,
    finished: texts.finished,
    'pass-percent': String(passPercent),
  }
  const attributes = Object.entries(data).map(([name, text]) => ` data-${name}="${escaped(text)}"`)
  const sections = pages.map((page, i) => sectionOf(i + 1, page.title, page.html))
  if (questions.length > 0) {
    sections.push(sectionOf(pages.length + 1, texts.test, testOf(questions, passPercent, texts)))
  }
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="course.css">
<script src="course.js" defer></script>
</head>
<body${attributes.join('')}>
<header><p>${escaped(title)}</p><p id="position"></p></header>
<main>
<p class="note" id="unsaved" hidden>${escaped(texts.unsaved)}</p>
${sections.join('\n')}
<p id="result" role="status" tabindex="-1"></p>
</main>
<nav id="pager" aria-label="${escaped(texts.pages)}" hidden>
<button type="button" id="back">${escaped(texts.back)}</button>
<button type="button" id="next" class="main">${escaped(texts.next)}</button>
</nav>
</body>
</html>
`
}

function sectionOf(number: number, title: string, html: string): string {
  const id = `page-${number}`
  return `<section aria-labelledby="${id}"><h1 id="${id}" tabindex="-1">${escaped(title)}</h1>
${html}
</section>`
}

function testOf(questions: Question[], passPercent: number, texts: CourseTexts): string {
  const fieldsets = questions.map(({ text, options, right }, i) => {
    const id = `q${i + 1}`
    const count = filled(texts.question, { number: i + 1, count: questions.length })
    const labels = options.map(
      (option, at) =>
        `<label><input type="radio" name="${id}" value="${letterOf(at)}"> <span>${escaped(option)}</span></label>`,
    )
    return `<fieldset id="${id}" data-right="${letterOf(right)}">
<legend><span>${count}</span> ${escaped(text)}</legend>
${labels.join('\n')}
<p class="verdict"></p></fieldset>`
  })
  return `<p>${filled(texts.testIntroduction, { percent: passPercent })}</p>
<form id="test" novalidate>
${fieldsets.join('\n')}
<button type="submit" class="main">${escaped(texts.check)}</button>
</form>`
}

/** A choice is told to the runtime as one letter (SCORM 1.2 RTE 3.4.4, student_response). */
function letterOf(index: number): string {
  return String.fromCharCode(97 + index)
}
