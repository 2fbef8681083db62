import { zipOf } from '../../courses/toolkit/builder/package-zip.ts'
import { basicCourseFiles, basicPackage, type BasicCourse } from './basic/basic-package.ts'
import { manifest12 } from './manifest-xml.ts'
import { rawZip, type RawEntry } from './raw-zip.ts'

const pages: BasicCourse['pages'] = [
  {
    title: 'Välkommen',
    html: '<p>Den här korta modulen finns för att pröva spelaren. Bläddra med knapparna längst ned.</p>',
  },
  {
    title: 'Ett samtal',
    html: '<p>Börja med en öppen fråga och lyssna till slut.</p><ul><li>Avsätt tid.</li><li>Sitt ostört.</li></ul>',
  },
  { title: 'Efter samtalet', html: '<p>Skriv ned vad som sades och vad du gör härnäst.</p>' },
]

const questions: BasicCourse['questions'] = [
  {
    text: 'Hur börjar du samtalet?',
    options: ['Med en öppen fråga', 'Med ett råd', 'Med en blankett'],
    right: 0,
  },
  {
    text: 'Vad gör du efter samtalet?',
    options: ['Ingenting', 'Skriver ned vad som sades'],
    right: 1,
  },
]

/** A real course of four pages, the last one two questions: bookmarks, suspends, resumes, passes or fails. */
export async function basicCourse(parts: Partial<BasicCourse> = {}): Promise<Buffer> {
  const course = {
    identifier: 'se.samsyn.test.basic',
    title: 'Samtalets grunder',
    pages,
    questions,
  }
  return basicPackage({ ...course, ...parts })
}

/** Two SCOs below a heading and a page that is an asset, with all that SCORM 1.2 can say of an item. */
export async function twoItems(): Promise<Buffer> {
  const course = { identifier: 'se.samsyn.test.two', title: 'Två delar', pages, questions }
  const inFolder = (folder: string) =>
    basicCourseFiles(course).map((file) => ({ ...file, path: `${folder}/${file.path}` }))
  const sco = (id: string, folder: string) =>
    `<resource identifier="${id}" type="webcontent" adlcp:scormtype="sco" href="index.html" xml:base="${folder}/">` +
    '<file href="index.html"/><dependency identifierref="common"/></resource>'
  const manifest = manifest12({
    organizations:
      '<organization identifier="org"><title>Två delar</title>' +
      '<item identifier="intro" identifierref="page"><title>Inledning</title></item>' +
      '<item identifier="parts"><title>Delarna</title>' +
      '<item identifier="first" identifierref="r1"><title>Del ett</title>' +
      '<adlcp:masteryscore>80</adlcp:masteryscore></item>' +
      '<item identifier="second" identifierref="r2" parameters="?del=2"><title>Del två</title>' +
      '<adlcp:prerequisites type="aicc_script">first</adlcp:prerequisites>' +
      '<adlcp:maxtimeallowed>0001:00:00</adlcp:maxtimeallowed>' +
      '<adlcp:timelimitaction>continue,message</adlcp:timelimitaction>' +
      '<adlcp:datafromlms>del=2</adlcp:datafromlms></item></item></organization>',
    resources:
      '<resource identifier="page" type="webcontent" adlcp:scormtype="asset" href="inledning.html">' +
      '<file href="inledning.html"/></resource>' +
      sco('r1', 'del-1') +
      sco('r2', 'del-2') +
      '<resource identifier="common" type="webcontent" adlcp:scormtype="asset">' +
      '<file href="del-1/course.css"/></resource>',
  })
  return zipOf([
    { path: 'imsmanifest.xml', content: manifest },
    {
      path: 'inledning.html',
      content: '<!doctype html><html lang="sv"><title>Inledning</title><h1>Inledning</h1>',
    },
    ...inFolder('del-1'),
    ...inFolder('del-2'),
  ])
}

/** The least that can be imported, with the manifest and files of the test's choice. */
export function smallPackage(
  manifest: string | Buffer = manifest12(),
  files: RawEntry[] = [page],
): Buffer {
  return rawZip([{ name: 'imsmanifest.xml', content: manifest }, ...files])
}

export const page: RawEntry = { name: 'index.html', content: '<!doctype html><title>Sida</title>' }
