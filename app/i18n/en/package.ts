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
    'The package grows abnormally when unpacked ({path}). That is what a zip bomb looks like, and the package was stopped.',
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
    'The package is not SCORM but “{found}”. Export the course as SCORM 1.2 or 2004.',
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
  'refusal.package.passing-score':
    'The passing score of the item {item} is “{value}”. It has to be a number from -1 to 1.',
  'refusal.package.completion-threshold':
    'The limit for completing the item {item} is “{value}”. It has to be a number from 0 to 1.',
  'refusal.package.too-many-items':
    'The course has more than {limit} items. Split it into several packages.',

  'package-problem.sequencing-needed':
    'The package controls in which order its items may be opened, or how results are added up. Samsyn does not follow that yet: a learner can open the items in any order. Try that the course works that way before you publish.',
  'package-problem.sequencing-reference-missing':
    'The item refers to rules of order that are not in imsmanifest.xml: {reference}. It gets the ordinary rules. Export the package again if that is not intended.',
  'package-problem.sequencing-unread':
    'One of the item’s rules of order is written in an unknown way and is not used. Export the package again if the rule is needed.',
  'package-problem.shared-data':
    'The package shares data between its parts ({count} parts). That is not supported yet: what one part saves does not reach the others. Try that the course works that way before you publish.',
  'package-problem.prerequisites':
    'Items want other items to be done first ({count} items). Samsyn lets a learner open the items in any order. Try that the course works that way before you publish.',
  'package-problem.sub-manifest':
    'The package is made of several packages within one another. Samsyn reads the items of all. Check that nothing is missing from the list of contents.',
  'package-problem.several-organizations':
    'The package has {count} lists of contents, and Samsyn uses only one: “{title}”. Export again if another is to be shown.',
  'package-problem.default-organization-missing':
    'The package points out a list of contents that does not exist: {organization}. Samsyn uses “{title}” instead. Check that it is the right course.',
  'package-problem.schema-version-missing':
    'The package does not say which version of SCORM it is made for. Samsyn has gone by how it is written. Try the course before you publish.',
  'package-problem.resource-twice':
    'Two resources in imsmanifest.xml have the same identifier: {resource}. Samsyn uses the first. Try that the right page opens.',
  'package-problem.dependency-missing':
    'The package says that it needs {resource}, which is not in imsmanifest.xml. Pictures or scripts may be missing. Try the course, and export again if something is.',
  'package-problem.prefix-undeclared':
    'imsmanifest.xml uses the abbreviation “{prefix}” without declaring it. Samsyn understands it anyway. You need not do anything.',
  'package-problem.encoding-wrong':
    'imsmanifest.xml says that it is written in {declared} but is written in {used}. Check that å, ä and ö came out right in the titles.',
  'refusal.package.names-differ':
    'The zip calls {path} by two different names. That is what a damaged or rigged file looks like, and the package has been stopped.',
  'refusal.package.several-packages':
    'The zip has several packages, each in its own folder. Upload them one at a time.',
  'refusal.package.too-slow':
    'The package could not be checked within {seconds} seconds. Try again when the computer is less busy, or split the package.',
  'refusal.package.flash-only':
    'All parts of the package are Flash ({path}). Browsers can no longer show it. Ask whoever made the course for a new edition.',
  'refusal.package.no-such-course': 'There is no course with the address {course}.',
  'refusal.package.no-such-module': 'The course {course} has no module with the address {module}.',

  'refusal.course.no-outline':
    'The folder {folder} holds no built course. Build it with npm run courses -- build, and name the folder that it makes.',
  'refusal.course.broken-outline':
    '{file} is not as it should be at {where}. Build the course again.',

  'package-problem.file-missing':
    'The file {path} is in imsmanifest.xml (resource {resource}) but not in the package. Try that all pages show as they should.',
  'package-problem.files-missing-more': {
    one: '{count} more file is missing.',
    other: '{count} more files are missing.',
  },
  'package-problem.foreign-file':
    'The package counts files on other websites as its own: {href} and {others} more. They are fetched only if you allow the website.',
  'package-problem.title-missing': 'The package has no title. Write the module’s name yourself.',
  'package-problem.flash':
    'The package uses Flash ({path}). Browsers can no longer show it. Ask whoever made the course for a new edition.',
  'package-problem.window-open':
    'The course opens new windows ({path}). Browsers often stop those. Try the course, and choose an export without new windows if you can.',
  'package-problem.top-navigation':
    'The course tries to replace the whole page in the browser ({path}). That is not possible in Samsyn. Try that the course can be ended.',
  'package-problem.peer-connection':
    'The course tries to connect directly to other computers ({path}), past what you allow. New versions of Chrome and Edge stop that, but not all browsers do. Publish only if you trust whoever made the course.',
  'package-problem.hosts-contacted': {
    one: 'The course fetches things from another website: {hosts}. That happens only if you allow it.',
    other:
      'The course fetches things from {count} other websites, among them {hosts}. That happens only from those you allow.',
  },
  'package-problem.scan-cut':
    'The package has so much text that not all of it has been searched for other websites (from {path} on). Try the course before you publish.',
  'package-problem.large-file':
    'The file {path} is {megabytes} MB. On a slow line it takes long to fetch. Compress it if you can.',
  'package-problem.foreign-names':
    'The file names in the zip are written in an old way, and Samsyn has interpreted them. Try that all pages and pictures show.',
  'package-problem.metadata-missing':
    'The file {path}, which is to describe the course, is not in the package. Check the module’s name, language and time ({clause}).',
  'package-problem.metadata-unread':
    'The file {path} is to describe the course but cannot be read. Check the module’s name, language and time ({clause}).',
  'package-problem.metadata-entities':
    'The file {path} is to describe the course but has a document type (DOCTYPE), and is not read for safety. Check the module’s name, language and time ({clause}).',
  'package-problem.metadata-too-large':
    'The file {path} is to describe the course but is too large, and is not read. The limit is {megabytes} MB. Check the module’s name, language and time ({clause}).',
  'package-problem.metadata-foreign':
    'The course is described on another website, {href}. It is not read. Check the module’s name, language and time ({clause}).',
  'package-problem.metadata-files-more': {
    one: '{count} more file describes the course and is not read ({clause}).',
    other: '{count} more files describe the course and are not read ({clause}).',
  },
}
