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
    'Paketet växer onormalt mycket när det packas upp ({path}). Så ser en zip-bomb ut, och paketet har stoppats.',
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
    'Paketet är inte SCORM utan ”{found}”. Exportera kursen som SCORM 1.2 eller 2004.',
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
  'refusal.package.passing-score':
    'Gränsen för godkänt i delen {item} är ”{value}”. Den ska vara ett tal från -1 till 1.',
  'refusal.package.completion-threshold':
    'Gränsen för att delen {item} är klar är ”{value}”. Den ska vara ett tal från 0 till 1.',
  'refusal.package.too-many-items': 'Kursen har fler än {limit} delar. Dela upp den i flera paket.',

  'package-problem.sequencing-needed':
    'Paketet styr i vilken ordning delarna får öppnas, eller hur resultatet räknas ihop. Samsyn följer inte det än: deltagaren kan öppna delarna i valfri ordning. Prova att kursen fungerar så innan du publicerar.',
  'package-problem.sequencing-reference-missing':
    'Delen hänvisar till ordningsregler som inte finns i imsmanifest.xml: {reference}. Delen får de vanliga reglerna. Exportera paketet på nytt om det inte är meningen.',
  'package-problem.sequencing-unread':
    'En av delens ordningsregler är skriven på ett okänt sätt och används inte. Exportera paketet på nytt om regeln behövs.',
  'package-problem.shared-data':
    'Paketet delar data mellan sina delar ({count} delar). Det stöds inte än: det som en del sparar når inte de andra. Prova att kursen fungerar så innan du publicerar.',
  'package-problem.prerequisites':
    'Delar kräver att andra delar är klara först ({count} delar). Samsyn låter deltagaren öppna delarna i valfri ordning. Prova att kursen fungerar så innan du publicerar.',
  'package-problem.sub-manifest':
    'Paketet består av flera paket i varandra. Samsyn läser delarna från alla. Kontrollera att inget saknas i innehållslistan.',
  'package-problem.several-organizations':
    'Paketet har {count} innehållslistor, och Samsyn använder bara en: ”{title}”. Exportera om det är en annan som ska visas.',
  'package-problem.default-organization-missing':
    'Paketet pekar ut en innehållslista som inte finns: {organization}. Samsyn använder ”{title}” i stället. Kontrollera att det är rätt kurs.',
  'package-problem.schema-version-missing':
    'Paketet säger inte vilken version av SCORM det är gjort för. Samsyn har gått på hur det är skrivet. Prova kursen innan du publicerar.',
  'package-problem.resource-twice':
    'Två resurser i imsmanifest.xml har samma beteckning: {resource}. Samsyn använder den första. Prova att rätt sida öppnas.',
  'package-problem.dependency-missing':
    'Paketet säger att det behöver {resource}, som inte finns i imsmanifest.xml. Bilder eller skript kan saknas. Prova kursen, och exportera på nytt om något fattas.',
  'package-problem.prefix-undeclared':
    'imsmanifest.xml använder förkortningen ”{prefix}” utan att förklara den. Samsyn förstår den ändå. Du behöver inte göra något.',
  'package-problem.encoding-wrong':
    'imsmanifest.xml säger sig vara skriven i {declared} men är skriven i {used}. Kontrollera att å, ä och ö blev rätt i titlarna.',
  'refusal.package.names-differ':
    'Zip-filen kallar {path} för två olika saker. Så kan en skadad eller riggad fil se ut, och paketet har stoppats.',
  'refusal.package.several-packages':
    'Zip-filen har flera paket, vart och ett i sin mapp. Ladda upp dem ett i taget.',
  'refusal.package.too-slow':
    'Paketet hann inte kontrolleras på {seconds} sekunder. Försök igen när datorn är mindre upptagen, eller dela upp paketet.',
  'refusal.package.flash-only':
    'Alla delar i paketet är Flash ({path}). Webbläsare kan inte visa det längre. Be den som gjorde kursen om en ny utgåva.',
  'refusal.package.no-such-course': 'Det finns ingen kurs med adressen {course}.',
  'refusal.package.no-such-module': 'Kursen {course} har ingen modul med adressen {module}.',

  'refusal.course.no-outline':
    'I mappen {folder} finns ingen byggd kurs. Bygg den med npm run courses -- build, och ange mappen som då blir till.',
  'refusal.course.broken-outline': '{file} är inte som den ska vid {where}. Bygg kursen på nytt.',

  'package-problem.file-missing':
    'Filen {path} står i imsmanifest.xml (resursen {resource}) men finns inte i paketet. Prova att alla sidor visas som de ska.',
  'package-problem.files-missing-more': {
    one: 'Ytterligare {count} fil saknas.',
    other: 'Ytterligare {count} filer saknas.',
  },
  'package-problem.foreign-file':
    'Paketet räknar filer på andra webbplatser som sina: {href} och {others} till. De hämtas bara om du tillåter webbplatsen.',
  'package-problem.title-missing': 'Paketet har ingen titel. Skriv modulens namn själv.',
  'package-problem.flash':
    'Paketet använder Flash ({path}). Webbläsare kan inte visa det längre. Be den som gjorde kursen om en ny utgåva.',
  'package-problem.window-open':
    'Kursen öppnar nya fönster ({path}). Webbläsare stoppar ofta sådana. Prova kursen, och välj helst en export utan nya fönster.',
  'package-problem.top-navigation':
    'Kursen försöker byta hela sidan i webbläsaren ({path}). Det går inte i Samsyn. Prova att kursen går att avsluta.',
  'package-problem.peer-connection':
    'Kursen försöker koppla upp sig direkt mot andra datorer ({path}), vid sidan av det du tillåter. Nya versioner av Chrome och Edge stoppar det, men inte alla webbläsare. Publicera bara om du litar på den som gjort kursen.',
  'package-problem.hosts-contacted': {
    one: 'Kursen hämtar saker från en annan webbplats: {hosts}. Det sker bara om du tillåter den.',
    other:
      'Kursen hämtar saker från {count} andra webbplatser, bland andra {hosts}. Det sker bara från dem du tillåter.',
  },
  'package-problem.scan-cut':
    'Paketet har så mycket text att allt inte har genomsökts efter andra webbplatser (från {path}). Prova kursen innan du publicerar.',
  'package-problem.large-file':
    'Filen {path} är {megabytes} MB. På en långsam uppkoppling tar den lång tid att hämta. Komprimera den om det går.',
  'package-problem.foreign-names':
    'Filnamnen i zip-filen är skrivna på ett gammalt sätt, och Samsyn har tolkat dem. Prova att alla sidor och bilder visas.',
  'package-problem.metadata-missing':
    'Filen {path}, som ska beskriva kursen, finns inte i paketet. Kontrollera modulens namn, språk och tid ({clause}).',
  'package-problem.metadata-unread':
    'Filen {path} ska beskriva kursen men går inte att läsa. Kontrollera modulens namn, språk och tid ({clause}).',
  'package-problem.metadata-entities':
    'Filen {path} ska beskriva kursen men har en dokumenttyp (DOCTYPE) och läses inte av säkerhetsskäl. Kontrollera modulens namn, språk och tid ({clause}).',
  'package-problem.metadata-too-large':
    'Filen {path} ska beskriva kursen men är för stor och läses inte. Gränsen är {megabytes} MB. Kontrollera modulens namn, språk och tid ({clause}).',
  'package-problem.metadata-foreign':
    'Kursen beskrivs på en annan webbplats, {href}. Den läses inte. Kontrollera modulens namn, språk och tid ({clause}).',
  'package-problem.metadata-files-more': {
    one: 'Ytterligare {count} fil beskriver kursen och läses inte ({clause}).',
    other: 'Ytterligare {count} filer beskriver kursen och läses inte ({clause}).',
  },
} as const
