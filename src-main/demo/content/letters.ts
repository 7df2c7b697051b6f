/** What stands around the matter in e-mails, and what people write when a solved ticket comes back. */
export const letters = {
  de: {
    customerOpenings: [
      'Guten Tag,',
      'Hallo zusammen,',
      'Sehr geehrte Damen und Herren,',
      'Hallo,',
      'Guten Morgen,',
      'Grüß Gott,',
    ],
    customerClosings: [
      'Mit freundlichen Grüßen',
      'Viele Grüße',
      'Danke und Gruß',
      'Freundliche Grüße',
      'Besten Dank im Voraus',
    ],
    agentOpenings: [
      'Guten Tag {address},',
      'Hallo {address},',
      'Guten Tag {address}, danke für Ihre Nachricht.',
    ],
    agentFollowUps: ['{address},', 'Guten Tag {address},', 'Danke, {address}.', 'Hallo {address},'],
    agentClosings: ['Viele Grüße', 'Freundliche Grüße', 'Beste Grüße', 'Mit freundlichen Grüßen'],
    phone: ['Anruf von {name} um {time} Uhr: ', 'Telefonisch gemeldet von {name}. ', '{name} am Telefon: '],
    reopened: [
      'Leider ist das Problem heute wieder da, genau wie vorher.',
      'Zu früh gefreut: seit eben derselbe Fehler noch einmal.',
      'Es hat zwei Tage gehalten, jetzt geht es wieder von vorn los. Können Sie bitte noch einmal schauen?',
      'Ich muss Sie noch einmal stören, es tritt wieder auf.',
    ],
    solvedAgain: [
      'Danke für die Rückmeldung. Ich habe den Schritt wiederholt und diesmal auch nach einem Neustart geprüft, es hält.',
      'Da war noch eine alte Einstellung aktiv, die beim Neustart zurückkam. Sie ist jetzt entfernt.',
      'Wir haben das Teil vorsorglich noch einmal getauscht und eine Stunde beobachtet. Melden Sie sich bitte sofort, falls doch noch etwas ist.',
      'Ich habe es gemeinsam mit der Kollegin vor Ort geprüft, die Ursache war ein loser Stecker.',
    ],
  },
  en: {
    customerOpenings: ['Hello,', 'Hi there,', 'Good morning,', 'Dear team,', 'Hi all,', 'Good afternoon,'],
    customerClosings: ['Kind regards', 'Many thanks', 'Best wishes', 'Thanks in advance', 'Regards'],
    agentOpenings: ['Hi {address},', 'Hello {address},', 'Hi {address}, thanks for getting in touch.'],
    agentFollowUps: ['Hi {address},', 'Thanks {address}.', '{address},', 'Hello again {address},'],
    agentClosings: ['Kind regards', 'Best regards', 'All the best', 'Many thanks'],
    phone: ['Call from {name} at {time}: ', 'Reported by phone, {name}. ', '{name} on the phone: '],
    reopened: [
      'I am afraid the problem is back today, exactly as before.',
      'I spoke too soon, we have the same fault again.',
      'It held for two days and now we are back where we started. Could you take another look?',
      'Sorry to bother you again, it has come back.',
    ],
    solvedAgain: [
      'Thanks for telling me. I repeated the step and this time tested it after a restart as well, it holds.',
      'An old setting was still active and returned on restart. It is gone now.',
      'We swapped the part once more to be sure and watched it for an hour. Please call at once if anything happens.',
      'I checked it together with your colleague on site, and the cause was a loose connector.',
    ],
  },
} as const
