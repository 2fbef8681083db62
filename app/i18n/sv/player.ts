export const player = {
  'title.play': 'Modul',
  'player.learner-name': 'Deltagare',
  'player.content': 'Modulens innehåll',
  'player.loading': 'Hämtar innehållet …',
  'player.loading.slow-line': 'Anslutningen är långsam. Innehållet hämtas …',
  'player.slow':
    'Innehållet svarar inte. Ladda om sidan. Hjälper det inte, rapportera felet och ange supportkoden.',
  'player.reload': 'Ladda om sidan',
  'player.to-content': 'Till innehållet – F6 leder tillbaka hit',
  'player.layer.close': 'Stäng',
  'player.blocked':
    'Innehållet ville öppna {host} i ett nytt fönster. Sådant är spärrat här. Resten av modulen fungerar som vanligt.',
  'player.no-script':
    'Innehållet kräver JavaScript. Slå på JavaScript i webbläsaren och ladda om sidan.',
  'player.full-screen': 'Helskärm',
  'player.leave': 'Spara och stäng',
  'player.leaving': 'Sparar …',
  'player.code': 'Supportkod',
  'player.report.new-tab': '(öppnas i en ny flik)',

  'player.next': 'Nästa del',
  'player.time': 'Tid: {time}',
  'player.time.allowed': 'högst {time} för delen',
  'player.contents': 'Innehåll',
  'player.contents.progress': '{done} av {total} klara',
  'player.item.done': 'klar',
  'player.item.failed': 'inte godkänd',
  'player.item.begun': 'påbörjad',
  'player.item.new': 'inte påbörjad',

  'player.save.ready': 'Sparas medan du arbetar',
  'player.save.online': 'Sparas bara medan du är uppkopplad',
  'player.save.saved': 'Sparat {time}',
  'player.save.slow-line': 'Långsam anslutning. Det du gör finns kvar.',
  'player.save.waiting': {
    one: 'Sparar … {count} ändring väntar',
    other: 'Sparar … {count} ändringar väntar',
  },
  'player.save.reconnecting': 'Ansluter igen …',
  'player.save.reconnecting.waiting': {
    one: 'Ansluter igen … {count} ändring väntar',
    other: 'Ansluter igen … {count} ändringar väntar',
  },

  'player.save.stuck': {
    one: '{count} ändring kan inte sparas än. Den finns kvar i webbläsaren. Ladda om sidan eller rapportera felet.',
    other:
      '{count} ändringar kan inte sparas än. De finns kvar i webbläsaren. Ladda om sidan eller rapportera felet.',
  },

  'player.taken-over': 'Modulen är öppen i ett annat fönster',
  'player.taken-over.text':
    'Därför har den stannat här. Allt du har gjort finns kvar. Fortsätt i det andra fönstret, eller ta över här.',
  'player.taken-over.here': 'Fortsätt här',
  'player.refused': 'Modulen behöver öppnas på nytt',
  'player.refused.text':
    'Den har varit öppen länge. Det du har gjort finns kvar och sparas när du öppnar den igen.',
  'player.refused.again': 'Öppna igen',
  'player.finished.part': 'Du har avslutat delen',
  'player.finished.part.text': 'Fortsätt med nästa del, eller ta en paus och kom tillbaka senare.',
  'player.finished.module': 'Modulen är klar',
  'player.finished.module.text': 'Ditt resultat är sparat.',
  'player.finished.early': 'Du har avslutat för den här gången',
  'player.finished.early.text': 'Modulen är inte klar än. Du kan fortsätta där du var.',
  'player.finished.next': 'Nästa: {title}',
  'player.finished.again': 'Öppna igen',
  'player.finished.home': 'Till mina moduler',
} as const
