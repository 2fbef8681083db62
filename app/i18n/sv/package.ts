/** Why a content package was not taken in. */
export const contentPackage = {
  'refusal.package.not-a-zip':
    'Filen är ingen zip-fil, eller så har den kommit bara till en del. Välj paketet som verktyget exporterade och försök igen.',
  'refusal.package.damaged':
    'Zip-filen är skadad: dess innehållslista går inte att läsa. Exportera paketet på nytt.',
  'refusal.package.file-damaged': 'Filen {path} i paketet är skadad. Exportera paketet på nytt.',
  'refusal.package.encrypted': 'Paketet är låst med lösenord. Exportera det utan lösenord.',
  'refusal.package.compression':
    'Filen {path} är packad på ett sätt som inte går att läsa. Packa om den som en vanlig zip-fil.',
  'refusal.package.link':
    '{path} i paketet är en länk till en annan plats. Ersätt den med filen själv.',
  'refusal.package.path-outside':
    'Sökvägen {path} leder ut ur paketet eller är ogiltig. Paketet har stoppats.',
  'refusal.package.path-too-long': 'Sökvägen {path} är för lång. Gränsen är {limit} byte.',
  'refusal.package.duplicate-name':
    'Paketet har två filer med samma namn: {path}. Stora och små bokstäver räknas som lika.',
  'refusal.package.overlapping':
    'Filer i paketet ligger över varandra ({path}). Så ser en zip-bomb ut, och paketet har stoppats.',
  'refusal.package.bomb':
    'Filen {path} växer onormalt mycket när den packas upp. Så ser en zip-bomb ut, och paketet har stoppats.',
  'refusal.package.too-many-files':
    'Paketet har fler än {limit} filer. Dela upp det i flera paket.',
  'refusal.package.directory-too-large':
    'Zip-filens innehållslista är för stor. Packa om innehållet på nytt.',
  'refusal.package.too-large': 'Filen är för stor. Gränsen är {megabytes} MB.',
  'refusal.package.unpacked-too-large':
    'Paketet är för stort när det packas upp. Gränsen är {megabytes} MB.',
  'refusal.package.file-too-large':
    'Filen {path} i paketet är för stor. Gränsen är {megabytes} MB. Komprimera filmen eller bilden mer.',
  'refusal.package.no-manifest':
    'Paketet saknar imsmanifest.xml, filen som beskriver kursen. Exportera kursen som SCORM och ladda upp den zip-filen.',
  'refusal.package.manifest-too-large': 'imsmanifest.xml är för stor. Gränsen är {megabytes} MB.',
  'refusal.package.manifest-too-deep': 'imsmanifest.xml har fler än {limit} nivåer.',
  'refusal.package.not-xml':
    'imsmanifest.xml är inte giltig XML (rad {line}). Exportera paketet på nytt.',
  'refusal.package.entities':
    'imsmanifest.xml har en dokumenttyp (DOCTYPE). Sådana tas inte emot av säkerhetsskäl. Ta bort den och packa om.',
  'refusal.package.not-scorm':
    'Paketet är inte SCORM utan ”{found}”. Exportera kursen som SCORM 1.2.',
  'refusal.package.edition-not-yet':
    'Paketet är gjort för SCORM {edition}. Samsyn tar än så länge emot SCORM 1.2. Exportera kursen som SCORM 1.2.',
  'refusal.package.nothing-to-launch':
    'Paketet har inget att öppna: ingen del i imsmanifest.xml pekar på en fil.',
  'refusal.package.launch-missing': 'Filen {path}, som ”{item}” ska öppna, finns inte i paketet.',
  'refusal.package.launch-foreign':
    '{href} ligger utanför paketet. En kurs kan bara öppna filer i sitt eget paket.',
  'refusal.package.resource-missing':
    'Delen {item} pekar på {resource}, som inte finns i imsmanifest.xml.',
  'refusal.package.duplicate-identifier':
    'Två delar i imsmanifest.xml har samma beteckning: {identifier}.',
  'refusal.package.identifier-too-long':
    'En del i imsmanifest.xml har för lång beteckning: {identifier}',
  'refusal.package.mastery-score':
    'Gränsen för godkänt i delen {item} är ”{value}”. Den ska vara ett tal från 0 till 100.',
} as const
