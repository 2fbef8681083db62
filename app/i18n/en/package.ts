import type { Translated } from '../translate.ts'
import type { contentPackage as sv } from '../sv/package.ts'

export const contentPackage: Translated<typeof sv> = {
  'refusal.package.not-a-zip':
    'The file is not a zip, or only part of it arrived. Choose the package that your tool exported and try again.',
  'refusal.package.damaged':
    'The zip is damaged: its list of contents can’t be read. Export the package again.',
  'refusal.package.file-damaged':
    'The file {path} in the package is damaged. Export the package again.',
  'refusal.package.encrypted': 'The package is locked with a password. Export it without one.',
  'refusal.package.compression':
    'The file {path} is packed in a way that can’t be read. Pack it again as an ordinary zip.',
  'refusal.package.link':
    '{path} in the package is a link to somewhere else. Put the file itself in its place.',
  'refusal.package.path-outside':
    'The path {path} leads out of the package or is not valid. The package was stopped.',
  'refusal.package.path-too-long': 'The path {path} is too long. The limit is {limit} bytes.',
  'refusal.package.duplicate-name':
    'The package has two files of the same name: {path}. Upper and lower case count as the same.',
  'refusal.package.overlapping':
    'Files in the package overlap ({path}). That is what a zip bomb looks like, and the package was stopped.',
  'refusal.package.bomb':
    'The file {path} grows abnormally when unpacked. That is what a zip bomb looks like, and the package was stopped.',
  'refusal.package.too-many-files':
    'The package has more than {limit} files. Split it into several packages.',
  'refusal.package.directory-too-large':
    'The list of contents of the zip is too large. Pack the content again.',
  'refusal.package.too-large': 'The file is too large. The limit is {megabytes} MB.',
  'refusal.package.unpacked-too-large':
    'The package is too large when unpacked. The limit is {megabytes} MB.',
  'refusal.package.file-too-large':
    'The file {path} in the package is too large. The limit is {megabytes} MB. Compress the film or picture more.',
  'refusal.package.no-manifest':
    'The package has no imsmanifest.xml, the file that describes the course. Export the course as SCORM and upload that zip.',
  'refusal.package.manifest-too-large':
    'imsmanifest.xml is too large. The limit is {megabytes} MB.',
  'refusal.package.manifest-too-deep': 'imsmanifest.xml has more than {limit} levels.',
  'refusal.package.not-xml':
    'imsmanifest.xml is not valid XML (line {line}). Export the package again.',
  'refusal.package.entities':
    'imsmanifest.xml declares a document type (DOCTYPE). Such files are not accepted, for safety. Remove it and pack again.',
  'refusal.package.not-scorm':
    'The package is not SCORM but “{found}”. Export the course as SCORM 1.2.',
  'refusal.package.edition-not-yet':
    'The package is made for SCORM {edition}. For now Samsyn takes SCORM 1.2. Export the course as SCORM 1.2.',
  'refusal.package.nothing-to-launch':
    'The package has nothing to open: no item in imsmanifest.xml points at a file.',
  'refusal.package.launch-missing':
    'The file {path}, which “{item}” is to open, is not in the package.',
  'refusal.package.launch-foreign':
    '{href} is outside the package. A course can only open files of its own package.',
  'refusal.package.resource-missing':
    'The item {item} points at {resource}, which is not in imsmanifest.xml.',
  'refusal.package.duplicate-identifier':
    'Two items in imsmanifest.xml have the same identifier: {identifier}.',
  'refusal.package.identifier-too-long':
    'An item in imsmanifest.xml has too long an identifier: {identifier}',
  'refusal.package.mastery-score':
    'The mastery score of the item {item} is “{value}”. It has to be a number from 0 to 100.',
}
