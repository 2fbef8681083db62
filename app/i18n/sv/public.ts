export const publicPages = {
  'title.start': 'Start',
  'title.report': 'Rapportera fel',
  'title.accessibility': 'Tillgänglighet',
  'title.privacy': 'Personuppgifter',

  'start.title': 'Lär tillsammans, se tillsammans',
  'start.lead':
    'Samsyn ger kurser till dig som i ditt arbete kan möta människor som utsätts för hedersrelaterat våld och förtryck, och visar hur långt en organisation, ett län och landet har kommit.',
  'start.for-whom': 'För vem',
  'start.learner': 'Dig som går kurser',
  'start.learner.text':
    'Gå modulerna i din egen takt. Allt sparas, så du kan fortsätta där du slutade.',
  'start.courses': 'Se kurserna',
  'start.manager': 'Dig som är chef',
  'start.manager.text':
    'Se vilka i organisationen som saknar något, bekräfta vilka som arbetar där och tilldela moduler med ett slutdatum.',
  'start.trainer': 'Dig som utbildar',
  'start.trainer.text':
    'Se var i ditt område behovet är störst, kommun för kommun, och tilldela moduler. Du ser siffror, aldrig namn.',
  'start.nation': 'Dig som följer upp',
  'start.nation.text':
    'Se hur stor andel som har gått en kurs, per kommun, län och yrkesgrupp. Varje siffra står med vad den räknas av och från vilken dag.',
  'start.how': 'Så går det till',
  'start.how.account': 'Skapa ett konto och ange var du arbetar.',
  'start.how.learn':
    'Gå modulerna. En del är tilldelade av din organisation, andra väljer du själv.',
  'start.how.counts':
    'Det du gör klart räknas på din arbetsplats, när organisationen har bekräftat att du arbetar där.',
  'start.safe': 'Om du behöver lämna sidan',
  'start.safe.exit':
    'Överst på varje sida finns ”Lämna sidan snabbt”. Den loggar ut dig och öppnar en vanlig vädersida, om inte den som driver Samsyn har valt en annan. Du kan också trycka Esc tre gånger.',
  'start.safe.history':
    'Sidor som du har besökt kan ändå finnas kvar i webbläsarens historik, och den som övervakar datorn kan se vad du gör. Använd en dator som du litar på.',

  'report.title': 'Rapportera fel på sidan',
  'report.lead': 'Berätta vad som inte fungerar, så kan vi rätta det.',
  'report.no-persons': 'Skriv inte om enskilda personer',
  'report.no-persons.text':
    'Inga namn, ärenden eller annat som kan peka ut någon. Behöver någon hjälp nu: ring 112.',
  'report.page': 'Sidan det gäller',
  'report.page.hint': 'Adressen efter domännamnet, till exempel /courses.',
  'report.code': 'Supportkod',
  'report.code.hint': 'Bara om felet gäller en modul. Koden står överst när modulen är öppen.',
  'report.what': 'Vad hände',
  'report.what.hint': 'Vad gjorde du, vad väntade du dig, och vad hände i stället?',
  'report.email': 'Din e-postadress',
  'report.email.hint': 'Bara om du vill ha svar.',
  'report.submit': 'Skicka rapporten',
  'report.pending': 'Skickar …',
  'report.sent.title': 'Tack, rapporten är skickad',
  'report.sent.lead': 'Lämnade du din adress svarar vi dit.',

  'accessibility.title': 'Tillgänglighet',
  'accessibility.lead':
    'Samsyn ska gå att använda för alla. Här står hur det är i dag, vad som brister och hur du säger till.',
  'accessibility.how': 'Hur tillgänglig tjänsten är',
  'accessibility.how.text':
    'Samsyns egna sidor är byggda för att följa WCAG 2.2 på nivå A och AA. De går att använda med tangentbord, med skärmläsare, i stor text, i ljust och mörkt läge, på en smal skärm och utan JavaScript. Att köra en kursmodul kräver JavaScript. Vi räknar tjänsten som delvis förenlig med lagen (2018:1937) om tillgänglighet till digital offentlig service, eftersom det finns brister nedan.',
  'accessibility.shortcomings': 'Brister som vi känner till',
  'accessibility.shortcomings.packages':
    'Kursmoduler kan vara gjorda av andra. Samsyn visar dem som de är, och kontrollerar inte om de har undertexter, syntolkning eller fungerar med skärmläsare.',
  'accessibility.shortcomings.untested':
    'Sidorna är inte prövade av användare med funktionsnedsättning och inte granskade av någon utomstående.',
  'accessibility.shortcomings.languages':
    'Sidorna finns på svenska och engelska, men inte på lättläst svenska, teckenspråk eller de nationella minoritetsspråken.',
  'accessibility.tell': 'Säg till om något inte fungerar',
  'accessibility.tell.text': 'Berätta vilken sida det gäller och vad du behöver:',
  'accessibility.tell.mail': 'Du kan också mejla:',
  'accessibility.supervision': 'Tillsyn',
  'accessibility.supervision.text':
    'En myndighet har tillsyn över lagen om tillgänglighet till digital offentlig service. Är du inte nöjd med hur vi har svarat kan du anmäla det dit.',
  'accessibility.tested': 'Så har vi prövat',
  'accessibility.tested.text':
    'Ett program (axe) går igenom sidorna i en riktig webbläsare varje gång koden ändras, och ett fel stoppar ändringen. Ett program hittar bara en del av felen.',

  'privacy.title': 'Personuppgifter',
  'privacy.lead':
    'Samsyn sparar det som behövs för att du ska kunna gå kurser och för att uppföljningen ska stämma. Ingen spårning, inga reklamföretag, inget hämtas från andra webbplatser.',
  'privacy.stored': 'Det här sparas',
  'privacy.stored.account':
    'Kontot: namn, e-postadress, språk och ett kontrolltal för lösenordet, så att du kan logga in. Så länge kontot finns.',
  'privacy.stored.workplace':
    'Arbetsplatser och yrkesgrupp med från- och tilldag, så att det du gör räknas på rätt ställe. Så länge kontot finns.',
  'privacy.stored.learning':
    'Vilka moduler du har börjat och gjort klart, och det modulerna sparar för att du ska kunna fortsätta: var du är, svar på frågor, tid. Så länge kontot finns.',
  'privacy.stored.sex': 'Kön, om du själv har angett det. Bara för att kunna dela upp statistiken.',
  'privacy.stored.trail':
    'En händelselogg över ändringar, med id i stället för namn, så att det går att se i efterhand vem som har ändrat vad.',
  'privacy.stored.attempts':
    'Antalet försök att logga in, under ett kontrolltal av e-postadress och ip-nummer, för att stoppa den som gissar lösenord. Tas bort inom två dygn.',
  'privacy.stored.report':
    'En felrapport skickas som mejl till den som svarar på frågor om Samsyn. Kopian i sändkön tas bort inom tre veckor.',
  'privacy.never':
    'Vi frågar aldrig efter personnummer, om du själv är utsatt, eller om enskilda ärenden. Skriv inte sådant i något fält.',
  'privacy.who': 'De här ser uppgifterna',
  'privacy.who.you': 'Du ser allt som är ditt.',
  'privacy.who.manager':
    'Den som har rollen chef i din organisation ser namn, yrkesgrupp och vilka moduler som är klara för dem som arbetar där. När du anger en arbetsplats ser chefen också din e-postadress, för att kunna bekräfta att du är du.',
  'privacy.who.others': 'Utbildare, samordnare och analytiker ser siffror, aldrig namn.',
  'privacy.who.administrator':
    'Administratörer kan söka upp en person på namn eller e-postadress för att ge en roll.',
  'privacy.why': 'Varför vi får',
  'privacy.why.text':
    'Uppgifterna behövs för en uppgift av allmänt intresse: att de som möter utsatta har kunskap, och att det går att följa upp. Den organisation som du arbetar för ansvarar för uppgifterna om sin personal, och den som driver den här installationen för resten.',
  'privacy.browser': 'Det här sparas i din webbläsare',
  'privacy.browser.intro':
    'Bara det som behövs för det du ber om, så det finns inget att godkänna.',
  'privacy.session':
    'Kaka som håller dig inloggad. Försvinner när du loggar ut eller stänger webbläsaren, och gäller högst {minutes} minuter efter att du använde den.',
  'privacy.toast':
    'Kaka som visar ”sparat” på nästa sida. Försvinner när det har visats, senast efter en minut.',
  'privacy.left':
    'Kaka som säger att någon har lämnat sidan snabbt, så att nästa sida tar bort det som inte hann tas bort. Försvinner när det är gjort, eller när webbläsaren stängs.',
  'privacy.check-in':
    'Kaka som gör att en telefon räknas en gång när du checkar in på en insats eller svarar på dess frågor. Försvinner efter 20 timmar.',
  'privacy.language':
    'Kaka som minns språket, om du byter språk utan att vara inloggad. Försvinner efter ett år.',
  'privacy.positions':
    'Minns var på sidan du var, så att bakåtknappen leder rätt, och vilken version av Samsyn du har öppen. Försvinner när du stänger fliken.',
  'privacy.outbox':
    'Det du har gjort i en modul men som servern ännu inte har tagit emot. Ligger på modulens egen adress, så att inget går förlorat, och försvinner när servern har tagit emot det. Modulen kan också spara egna uppgifter där.',
  'privacy.unsent':
    'Att det kan finnas något i en modul som inte har skickats än, så att det skickas nästa gång du är inloggad. Försvinner när det har skickats.',
  'privacy.open':
    'Att du har börjat på en modul utan att logga in, så att du kan ta med dig det om du loggar in. Försvinner när du stänger fliken, eller när du tar bort det om du har valt att behålla det på enheten.',
  'privacy.opened':
    'Vilka modulers adresser du har öppnat i fliken, så att ”Lämna sidan snabbt” kan ta bort det du har skrivit där. Försvinner när du lämnar sidan så eller stänger fliken. Hinner det inte tas bort då, minns webbläsaren adressen tills det är gjort.',
  'privacy.rights': 'Dina rättigheter',
  'privacy.rights.text': 'Du kan se vad som är sparat om dig när du är inloggad:',
  'privacy.rights.mail':
    'Vill du ha en kopia, rätta något som du inte kan ändra själv eller få kontot borttaget, skriv till oss. Du kan också klaga hos Integritetsskyddsmyndigheten. Vår adress:',
} as const
