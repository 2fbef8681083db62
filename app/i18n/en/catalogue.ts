import type { catalogue as sv } from '../sv/catalogue.ts'
import type { Translated } from '../translate.ts'

export const catalogue: Translated<typeof sv> = {
  'catalogue.title.list': 'Catalogue',
  'catalogue.title.course': 'New course',
  'catalogue.title.module': 'Module',
  'catalogue.title.new-module': 'New module',
  'catalogue.title.version': 'Version',

  'catalogue.list.lead': 'Add courses and modules here, and publish new versions.',
  'catalogue.list.waiting': {
    one: '{count} module has a draft that waits to be published.',
    other: '{count} modules have a draft that waits to be published.',
  },
  'catalogue.list.empty': 'There are no courses yet',
  'catalogue.list.empty.text':
    'Begin with a course. Then add modules to it and upload a course package (SCORM 1.2) to each module.',
  'catalogue.list.modules': 'Modules of {course}',
  'catalogue.list.no-modules':
    'The course has no modules yet. Learners see it once a module is published.',
  'catalogue.list.published': 'Learners get',
  'catalogue.list.draft': 'On its way',
  'catalogue.list.number': 'Version {number}',
  'catalogue.list.unpublished': 'Not published',
  'catalogue.list.no-draft': 'no draft',

  'catalogue.course.add': 'Add course',
  'catalogue.course.adding': 'Adding the course …',
  'catalogue.course.added': 'The course has been added. Add its first module.',
  'catalogue.course.lead':
    'Write in both languages. The course is seen once a module of it is published.',
  'catalogue.course.title-sv': 'Name of the course in Swedish',
  'catalogue.course.title-en': 'Name of the course in English',
  'catalogue.course.description-sv': 'Description in Swedish',
  'catalogue.course.description-en': 'Description in English',
  'catalogue.course.description.hint':
    'For whom, and what you can do afterwards. Two or three sentences.',

  'catalogue.module.add': 'Add module',
  'catalogue.module.adding': 'Adding the module …',
  'catalogue.module.added': 'The module has been added. Upload its course package.',
  'catalogue.module.lead':
    'A module is what you go through in one sitting and complete. You upload the course package in the next step.',
  'catalogue.module.no-course': 'A course is needed first',
  'catalogue.module.no-course.text': 'Each module belongs to a course, and there is none yet.',
  'catalogue.module.course': 'Course',
  'catalogue.module.title-sv': 'Name of the module in Swedish',
  'catalogue.module.title-en': 'Name of the module in English',
  'catalogue.module.summary-sv': 'Summary in Swedish',
  'catalogue.module.summary-en': 'Summary in English',
  'catalogue.module.summary.hint': 'What the module is about, in one or two sentences.',
  'catalogue.module.minutes': 'Time to go through',
  'catalogue.module.minutes.hint': 'In minutes, for somebody who reads at ease.',
  'catalogue.module.time': 'Time',
  'catalogue.module.minutes-unit': 'minutes',
  'catalogue.module.facts': 'Takes about {minutes} minutes. Address: {slug}.',

  'catalogue.slug': 'Web address',
  'catalogue.slug.hint':
    'Small letters a–z, digits and hyphens. The address shows in the history of shared computers: keep it neutral, such as basic-1.',
  'catalogue.slug-form': 'Write small letters a–z, digits and hyphens, such as basic-1.',
  'catalogue.slug-telling':
    'The address gives the subject away to whoever sees it on a shared computer. Choose neutral words, such as basic-1.',
  'refusal.catalogue.slug-taken': 'The address {slug} is taken. Choose another.',

  'catalogue.versions': 'Versions',
  'catalogue.versions.caption': 'The versions of the module, newest first',
  'catalogue.versions.none':
    'The module has no version yet. Upload a course package below; it becomes version 1.',
  'catalogue.version': 'Version',
  'catalogue.version.status': 'State',
  'catalogue.version.file': 'File',
  'catalogue.version.files': 'Number of files',
  'catalogue.version.size': 'Size',
  'catalogue.version.added': 'Added',
  'catalogue.version.published': 'Published',
  'catalogue.version.never': 'never',
  'catalogue.status.draft': 'Draft',
  'catalogue.status.published': 'Published',
  'catalogue.status.withdrawn': 'Replaced',

  'catalogue.upload': 'Add a version',
  'catalogue.upload.intro':
    'The package is checked and becomes a draft. Learners see it once you publish it.',
  'catalogue.upload.file': 'Course package',
  'catalogue.upload.file.hint': 'A zip file with SCORM 1.2, at most {megabytes} MB.',
  'catalogue.upload.send': 'Upload and check',
  'catalogue.upload.busy': 'Uploading …',
  'catalogue.upload.stop': 'Stop the upload',
  'catalogue.upload.stopped': 'The upload has been stopped. Nothing has been saved.',
  'catalogue.upload.sending': 'Uploading the package.',
  'catalogue.upload.sent': '{percent} – {sent} of {total}',
  'catalogue.upload.checking': 'All of it has been uploaded. The package is being checked …',
  'catalogue.upload.done': 'The package has been checked. Opening the report …',
  'catalogue.upload.taken': 'The package has been checked and saved as a draft.',
  'catalogue.upload.refused': 'The package was not taken in',
  'catalogue.upload.clause': 'The rule that was broken: {clause}.',
  'catalogue.upload.nothing-saved': 'Nothing has been saved, and the module is as before.',
  'refusal.upload.no-file': 'You have not chosen a file. Choose a zip file and upload again.',
  'refusal.upload.broken-off':
    'The upload broke off before everything had arrived. Check your connection and upload again.',
  'refusal.upload.failed': 'Something went wrong on our side. Try again in a while.',

  'catalogue.report.heading': 'Version {number}',
  'catalogue.report.draft': 'Draft: learners do not see it yet',
  'catalogue.report.draft.first':
    'Check what stands below. When you publish, the module becomes visible.',
  'catalogue.report.draft.replaces':
    'When you publish, version {number} is replaced. Those who have begun go on in their version.',
  'catalogue.report.published': 'Published: learners get this version',
  'catalogue.report.withdrawn': 'Replaced: only those who had begun it go on in it',
  'catalogue.report.publish': 'Publish',
  'catalogue.report.publish-again': 'Publish again',
  'catalogue.report.publishing': 'Publishing …',
  'catalogue.report.done': 'The version has been published.',
  'catalogue.report.package': 'The package',
  'catalogue.report.title': 'Title',
  'catalogue.report.standard': 'Standard',
  'catalogue.report.items': 'Parts',
  'catalogue.report.zip-size': 'Size, packed',
  'catalogue.report.unpacked-size': 'Size, unpacked',
  'catalogue.report.items.caption': 'The parts of the package, in the order learners see them',
  'catalogue.report.item': 'Part',
  'catalogue.report.item.level': 'Level',
  'catalogue.report.item.type': 'Kind',
  'catalogue.report.item.opens': 'Opens',
  'catalogue.report.item.nothing': 'nothing',
  'catalogue.report.item.mastery': 'Needed to pass',
  'catalogue.report.item.mastery-unit': 'of 100',
  'catalogue.report.item.none': 'none',
  'catalogue.report.type.sco': 'Reports results',
  'catalogue.report.type.asset': 'Page without results',
  'catalogue.report.type.heading': 'Heading',
  'catalogue.report.no-results': 'No part reports results',
  'catalogue.report.no-results.text':
    'A part counts as done as soon as it has been opened. Do you expect a test? Export the course as SCORM 1.2 with results.',
  'catalogue.report.largest': 'Largest files',
  'catalogue.report.largest.caption': 'The ten largest files, unpacked',
  'catalogue.report.largest.intro':
    'Large files take time to fetch on a poor connection. Compress films and images if you can.',
  'catalogue.report.media-type': 'Kind',
  'refusal.catalogue.already-published':
    'Version {number} is published already. Reload the page to see how things stand.',

  'catalogue.size': '{value} {unit}',
}
