import type { CertificateView } from '~/domain/credential/credential.ts'
import type { Language } from '~/i18n/format.ts'
import { i18nOf } from '~/i18n/messages.server.ts'
import { fontFile, fontRuns, type FontWeight } from './certificate-font.server.ts'
import { qrPathOf } from './qr-path.ts'

type Document = PDFKit.PDFDocument

// The library's types know only the subsets of PDF/A.
const tellsPdfUa = { subset: 'PDF/UA' } as object as Pick<PDFKit.PDFDocumentOptions, 'subset'>

// Points of A4; colours are the light theme's (app/ui/styles/tokens.css).
const left = 64
const width = 467
const labelWidth = 150
const qrSide = 108
const ink = '#14262b'
const muted = '#4a5d63'
const brand = '#0f5b5e'
const hair = '#c5cccd'

interface Style {
  size: number
  weight?: FontWeight
  colour?: string
}

/**
 * A certificate as tagged PDF.
 * @param address where it is verified
 */
export async function certificatePdf(
  certificate: CertificateView,
  language: Language,
  address: string,
): Promise<Buffer> {
  const { t, dayOf } = i18nOf(language)
  return paperPdf(
    {
      title: t('certificate.title'),
      name: certificate.holderName ?? t('certificate.unnamed'),
      says: t('certificate.has-taken'),
      facts: factsOf(certificate, language),
      note: t('certificate.unsupervised'),
      issued: t('certificate.issued', { day: dayOf(certificate.issuedAt) }),
      address,
    },
    language,
  )
}

/** What stands on a paper that shows something of somebody, in its language. */
export interface Paper {
  title: string
  name: string
  /** What the paper shows that they have done. */
  says: string
  facts: [term: string, value: string][]
  note: string
  issued: string
  /** Where it is verified. */
  address: string
}

/**
 * A paper as tagged PDF (PDF/UA-1): its structure can be read aloud, its language and title are told, its letters are
 * embedded and stand as text.
 */
export async function paperPdf(paper: Paper, language: Language): Promise<Buffer> {
  const { t } = i18nOf(language)
  // Ten megabytes that a server without certificates to print does without.
  const { default: PDFDocument } = await import('pdfkit')
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: 64, bottom: 48, left, right: left },
    pdfVersion: '1.7',
    ...tellsPdfUa,
    tagged: true,
    displayTitle: true,
    lang: language === 'sv' ? 'sv-SE' : 'en-GB',
    info: { Title: t('certificate.pdf.title'), Author: 'Samsyn', Creator: 'Samsyn' },
    font: fontFile('latin', 400),
  })
  const done = collect(doc)
  const root = doc.struct('Document')
  doc.addStructure(root)
  drawMark(doc)
  const say = (tag: string, text: string, style: Style, gap: number) => {
    root.add(doc.struct(tag, {}, () => write(doc, text, style)))
    doc.y += gap
  }
  say('H1', paper.title, { size: 34, weight: 700, colour: brand }, 14)
  say('P', t('certificate.of'), { size: 12, colour: muted }, 2)
  say('P', paper.name, { size: 22, weight: 700 }, 2)
  say('P', paper.says, { size: 12, colour: muted }, 22)
  const list = doc.struct('L')
  root.add(list)
  for (const [term, value] of paper.facts) addFact(doc, list, term, value)
  list.end()
  doc.y += 16
  say('P', paper.note, { size: 11 }, 26)
  addCheck(doc, root, {
    address: paper.address,
    label: t('certificate.check'),
    alt: t('certificate.qr'),
  })
  say('P', paper.issued, small, 0)
  root.end()
  doc.end()
  return done
}

const small: Style = { size: 10, colour: muted }

function factsOf(certificate: CertificateView, language: Language): [string, string][] {
  const { t, day } = i18nOf(language)
  const isSwedish = language === 'sv'
  return [
    [t('certificate.course'), isSwedish ? certificate.courseTitleSv : certificate.courseTitleEn],
    [t('certificate.track'), isSwedish ? certificate.trackTitleSv : certificate.trackTitleEn],
    [t('certificate.version'), certificate.courseVersion],
    [t('certificate.earned'), day(certificate.earnedOn)],
    [t('certificate.until'), day(certificate.validUntil)],
    [t('certificate.code'), certificate.code],
  ]
}

function collect(doc: Document): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = []
    doc.on('data', (piece: Buffer) => pieces.push(piece))
    doc.on('end', () => resolve(Buffer.concat(pieces)))
    doc.on('error', reject)
  })
}

/** Writes a text from where the document is, in as many parts of the font as its letters need. */
function write(doc: Document, text: string, style: Style, room = width): void {
  const { size, weight = 400, colour = ink } = style
  doc.fontSize(size).fillColor(colour)
  const runs = fontRuns(text)
  for (const [index, run] of runs.entries()) {
    const continued = index < runs.length - 1
    doc.font(fontFile(run.part, weight)).text(run.text, { width: room, continued })
  }
}

/** A name and its value beside it, with a hairline below. */
function addFact(doc: Document, list: PDFKit.PDFStructureElement, term: string, value: string) {
  const top = doc.y
  const item = doc.struct('LI')
  list.add(item)
  item.add(doc.struct('Lbl', {}, () => write(doc, term, { size: 11, colour: muted }, labelWidth)))
  let bottom = doc.y
  doc.x = left + labelWidth
  doc.y = top
  const room = width - labelWidth
  item.add(doc.struct('LBody', {}, () => write(doc, value, { size: 11, weight: 700 }, room)))
  item.end()
  bottom = Math.max(bottom, doc.y)
  asDecoration(doc, () => {
    const line = bottom + 4
    doc
      .moveTo(left, line)
      .lineTo(left + width, line)
      .lineWidth(0.5)
      .strokeColor(hair)
      .stroke()
  })
  doc.x = left
  doc.y = bottom + 10
}

/** Where the certificate is verified: as a QR code and as a link beside it. */
function addCheck(
  doc: Document,
  root: PDFKit.PDFStructureElement,
  { address, label, alt }: { address: string; label: string; alt: string },
): void {
  const top = doc.y
  const { size, path } = qrPathOf(address)
  const drawCode = () => {
    const side = qrSide / size
    doc.save().translate(left, top).scale(side).path(path).fill('#000000').restore()
  }
  root.add(doc.struct('Figure', { alt }, drawCode))
  doc.x = left + qrSide + 24
  doc.y = top + qrSide / 2 - 24
  const room = width - qrSide - 24
  root.add(doc.struct('P', {}, () => write(doc, label, { size: 11 }, room)))
  doc.y += 4
  const drawLink = () => {
    doc.font(fontFile('latin', 400)).fontSize(11).fillColor(brand)
    doc.text(address, { width: room, link: address, underline: true })
  }
  root.add(doc.struct('P', {}, [doc.struct('Link', { alt: label }, drawLink)]))
  doc.x = left
  doc.y = top + qrSide + 28
}

/** Samsyn's mark and name on top (app/ui/mark.tsx): the name stands in the text below, so it is not read aloud. */
function drawMark(doc: Document): void {
  asDecoration(doc, () => {
    doc.save().translate(left, doc.y).scale(1.1)
    doc.lineWidth(2).strokeColor(brand).circle(11, 12, 9).stroke().circle(21, 12, 9).stroke()
    doc.path('M16 4.52a9 9 0 0 1 0 14.96a9 9 0 0 1 0-14.96z').fill(brand).restore()
    doc.font(fontFile('latin', 700)).fontSize(16).fillColor(ink)
    doc.text('Samsyn', left + 44, doc.y + 3, { lineBreak: false })
  })
  doc.x = left
  doc.y += 56
}

/** Draws what says nothing by itself. */
function asDecoration(doc: Document, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' })
  draw()
  doc.endMarkedContent()
}
