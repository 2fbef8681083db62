export const auth = {
  'title.sign-up': 'Skapa konto',
  'title.sign-in': 'Logga in',
  'title.sign-out': 'Logga ut',
  'title.account': 'Konto',

  'sign-up.title': 'Skapa konto',
  'sign-up.lead':
    'Kontot sparar var du är i kurserna och vad du har gjort klart. Börja med kommunen där du arbetar.',
  'sign-up.step': 'Steg {step} av {of}. Sedan får du ett mejl där du bekräftar adressen.',
  'sign-up.have-account': 'Har du redan ett konto?',
  'sign-up.workplace': 'Var du arbetar i {municipality}',
  'sign-up.counts':
    'Det du gör räknas som deltagande med en gång. När din organisation har bekräftat att du arbetar där räknas det också med i organisationens täckning.',
  'sign-up.other-municipality': 'Välj en annan kommun',
  'sign-up.you': 'Om dig',
  'sign-up.credentials': 'Så loggar du in',
  'sign-up.email.hint': 'Helst din adress på jobbet. Du loggar in med den.',
  'sign-up.privacy':
    'Ditt namn ser du själv, den som är chef i Samsyn på din arbetsplats och administratören.',
  'sign-up.privacy.link': 'Så hanterar vi personuppgifter',
  'sign-up.submit': 'Skapa kontot',
  'sign-up.pending': 'Skapar kontot …',
  'sign-up.sent.title': 'Titta i din mejl',
  'sign-up.sent.lead':
    'Vi har skickat ett mejl till adressen som du angav. Öppna länken i mejlet och bekräfta, så kan du logga in. Länken fungerar i sju dagar.',
  'sign-up.sent.not-there':
    'Kommer inget mejl inom några minuter? Titta i skräpposten och kontrollera att du skrev rätt adress. Du kan också skapa kontot på nytt.',

  'sign-in.title': 'Logga in',
  'sign-in.submit': 'Logga in',
  'sign-in.pending': 'Loggar in …',
  'sign-in.no-account': 'Har du inget konto?',
  'sign-in.unconfirmed': 'Bekräfta din e-postadress först',
  'sign-in.unconfirmed.text':
    'Vi har skickat en ny länk till dig. Öppna den, bekräfta adressen och logga sedan in.',
  'refusal.sign-in.failed':
    'Adressen och lösenordet hör inte ihop. Kontrollera båda och försök igen, eller välj ett nytt lösenord.',

  'sign-out.title': 'Logga ut',
  'sign-out.lead': 'Det du har sparat finns kvar tills du loggar in igen.',
  'sign-out.pending': 'Loggar ut …',

  'confirm-email.title': 'Bekräfta din e-postadress',
  'confirm-email.lead': 'Ett tryck till, så är adressen bekräftad och du kan logga in.',
  'confirm-email.submit': 'Bekräfta adressen',
  'confirm-email.pending': 'Bekräftar …',
  'confirm-email.done': 'Adressen är bekräftad. Nu kan du logga in.',
  'confirm-email.dead':
    'Länken har redan använts eller är för gammal. Har du bekräftat adressen kan du logga in. Annars får du en ny länk när du loggar in.',
  'link.dead.title': 'Länken fungerar inte längre',
  'refusal.link.not-valid':
    'Länken har redan använts eller är för gammal. Inget har ändrats. Be om en ny länk.',

  'forgot-password.link': 'Glömt lösenordet?',
  'forgot-password.title': 'Välj ett nytt lösenord',
  'forgot-password.lead': 'Skriv din e-postadress, så skickar vi en länk.',
  'forgot-password.submit': 'Skicka länken',
  'forgot-password.pending': 'Skickar …',
  'forgot-password.sent.title': 'Titta i din mejl',
  'forgot-password.sent.lead':
    'Finns det ett konto med adressen har vi skickat en länk dit. Den fungerar i en timme.',
  'forgot-password.sent.not-there':
    'Kommer inget mejl inom några minuter? Titta i skräpposten och kontrollera att du skrev rätt adress.',

  'invitation.title': 'Ta över ditt konto',
  'invitation.lead':
    'Din arbetsgivare har lagt upp ett konto åt dig i Samsyn. Välj ett lösenord, så är kontot ditt. Din arbetsplats kan du se och rätta under Din profil.',
  'invitation.submit': 'Ta över kontot',
  'invitation.done': 'Kontot är ditt. Nu kan du logga in.',
  'invitation.dead':
    'Länken har redan använts eller är för gammal. Har du inget lösenord kan du be om en länk att välja ett.',
  'reset-password.title': 'Välj ett nytt lösenord',
  'reset-password.lead': 'När du har valt loggas du ut överallt och loggar in med det nya.',
  'reset-password.submit': 'Spara lösenordet',
  'reset-password.pending': 'Sparar …',
  'reset-password.done': 'Det nya lösenordet är sparat. Nu kan du logga in.',
  'reset-password.dead': 'Länken har redan använts eller är för gammal. Ditt lösenord är detsamma.',
  'reset-password.ask-again': 'Be om en ny länk',

  'administrator.title': 'Den första administratören',
  'administrator.lead':
    'Administratören ger andra deras roller. Länken fungerar en gång; du loggas in när kontot är skapat.',
  'administrator.submit': 'Skapa administratören',
  'administrator.dead':
    'Länken har redan använts eller är för gammal. Starta om servern för att få en ny, om det inte finns någon administratör.',
  'refusal.administrator.exists':
    'Det finns redan en administratör, så inget har skapats. Be den personen om din roll.',
  'refusal.administrator.address-known':
    'Adressen hör redan till ett konto. Använd en annan adress för administratören.',

  'password.password': 'Lösenord',
  'password.current': 'Ditt lösenord nu',
  'password.new': 'Nytt lösenord',
  'password.new.hint':
    'Minst 12 tecken. En mening som bara du kommer på är bra. Siffror och stora bokstäver behövs inte.',
  'password.too-short': 'Skriv minst 12 tecken. Några ord efter varandra räcker.',
  'password.too-long': 'Skriv högst 200 tecken.',
  'password.too-common': 'Det lösenordet är ett av de första som någon gissar. Välj ett annat.',
  'password.is-address': 'Välj något annat än din e-postadress.',
  'refusal.password.is-address': 'Välj något annat än din e-postadress.',
  'refusal.password.wrong': 'Det stämmer inte med ditt lösenord nu. Försök igen.',
} as const
