/** Knowledge articles for the service desk. The format is described in `../../article-text.ts`. */
export const serviceDeskArticles = String.raw`
== password-reset | Service Desk | Service desk | konto,passwort
--- de Konto entsperren: Identität prüfen, dann helfen
Wer am Telefon drängt, ist nicht automatisch ein Betrüger, aber Betrüger drängen immer. Deshalb entsperren wir ein Konto nur nach einem Rückruf auf die hinterlegte Nummer. Eine Ausnahme davon kann niemand am Telefon erteilen.
## Ablauf
1. Name und Organisation aufnehmen, auflegen.
2. Hinterlegte Nummer anrufen, nicht die aus dem Display.
3. Personalnummer oder letzte Ticketnummer nennen lassen.
4. Konto entsperren, Einmalkennwort ansagen, nicht mailen.
5. Zeit des Rückrufs als interne Notiz ins Ticket.
## Regeln für Kennwörter
| Regel | Wert |
| Länge | mindestens 14 Zeichen |
| Wechsel | nur bei Verdacht |
| Sperre | nach 3 Versuchen, 15 Minuten |
| Wiederverwendung | nicht erlaubt |
## Wenn der Rückruf nicht klappt
- Vorgesetzte Person anrufen, die den Menschen erkennt.
- Oder persönlich in einer Niederlassung mit Ausweis.
- In dringenden Fällen Zugang für einen Kollegen erweitern, statt das Konto zu öffnen.
Ein Satz, der hilft: „Ich rufe Sie in einer Minute zurück, das schützt auch Sie.“
--- en Unlocking accounts: check identity, then help
Somebody who pushes on the phone is not necessarily a fraud, but frauds always push. That is why we unlock an account only after calling back the number on file. Nobody on the phone can grant an exception.
## Procedure
1. Take name and organisation, hang up.
2. Call the number on file, not the one on the display.
3. Ask for the staff number or the last ticket number.
4. Unlock, read out the one-time password, do not mail it.
5. Put the time of the call into the ticket as an internal note.
## Password rules
| Rule | Value |
| Length | 14 characters or more |
| Change | on suspicion only |
| Lock | after 3 attempts, 15 minutes |
| Reuse | not allowed |
## If the call back fails
- Call a line manager who knows the person.
- Or in person at a depot, with photo ID.
- In urgent cases widen a colleague's access instead of opening the account.
A sentence that helps: "I will ring you back in a minute, that protects you as well."
== phishing | Service Desk | Service desk | sicherheit,phishing
--- de Verdächtige Mail: was tun, in welcher Reihenfolge
Melden ist immer richtig, auch im Zweifel und auch dann, wenn schon geklickt wurde. Niemand bekommt Ärger, der sich meldet. Die ersten 30 Minuten entscheiden, ob aus einer Mail ein Vorfall wird.
## Fragen an den Meldenden
- Wann kam die Mail, und wer hat sie noch bekommen?
- Wurde ein Anhang geöffnet oder ein Link angeklickt?
- Wurde irgendwo ein Kennwort eingegeben?
- An welchem Gerät?
## Maßnahmen
| Lage | Maßnahme | Frist |
| nur erhalten | Absender sperren, Mail zurückziehen | 30 Minuten |
| Anhang geöffnet | zusätzlich Gerät prüfen | 1 Stunde |
| Kennwort eingegeben | Sitzungen beenden, Kennwort ändern, Regeln prüfen | sofort |
| Geld überwiesen | Bank und Geschäftsführung anrufen | sofort |
## Mail zurückziehen
1. Nachrichten-ID aus dem Original kopieren.
2. Suche über alle Postfächer starten, Treffer zählen.
3. In Quarantäne verschieben, nicht löschen.
4. Anzahl und Betreff ins Ticket schreiben.
Danach eine kurze Warnung an alle, mit Bild der Mail und einem Satz, woran man sie erkennt. Keine Namen.
--- en Suspicious mail: what to do and in which order
Reporting is always right, even in doubt and even after a click. Nobody who reports gets into trouble. The first 30 minutes decide whether a mail becomes an incident.
## Ask the person
- When did it arrive, and who else received it?
- Was an attachment opened or a link clicked?
- Was a password typed anywhere?
- On which device?
## Measures
| Situation | Measure | Within |
| just received | block sender, pull the mail | 30 minutes |
| attachment opened | also scan the device | 1 hour |
| password typed | end sessions, change password, check rules | at once |
| money transferred | call bank and management | at once |
## Pull the mail
1. Copy the message ID from the original.
2. Search all mailboxes and count the hits.
3. Move to quarantine, do not delete.
4. Put number and subject into the ticket.
Then send a short warning to everyone, with a picture of the mail and one sentence on how to recognise it. No names.
== backup-tapes | Service Desk | Service desk | backup,band
--- de Bandsicherung: täglicher Ablauf und Störungen
Eine Sicherung, von der nie etwas zurückgeholt wurde, ist eine Hoffnung. Deshalb gehört zu jeder Woche eine kleine Rücksicherung. Diese Seite gilt für Laufwerke mit {tapes}.
## Täglich
1. Bericht ansehen: grün heißt vollständig, gelb heißt mit Ausnahmen.
2. Band wechseln, das alte beschriften und in den Tresor.
3. Freitags eine Stichprobe von 20 Dateien zurückholen und vergleichen.
## Störungen
| Meldung | Ursache | Abhilfe |
| Medium nicht beschreibbar | Schreibschutz oder verbraucht | Schieber prüfen, sonst aussortieren |
| Reinigung nötig | Köpfe verschmutzt | Reinigungsband, 3 Minuten |
| Ziel voll | Zwischenspeicher über 95 % | alte Stände löschen |
| Zeitüberschreitung | Server antwortet nicht | Dienst am Server neu starten |
## Lebensdauer
Ein Band verträgt rund 200 Zyklen. Die Nummer steht auf dem Etikett, die Zyklen in der Verwaltung. Reinigungsbänder reichen für 50 Durchgänge. Verbrauchte Bänder werden vernichtet, mit Nachweis, nicht weggeworfen.
Nach drei roten Berichten in Folge gilt Priorität 2, unabhängig davon, was der Kunde sagt.
--- en Tape backup: daily routine and faults
A backup from which nothing was ever restored is a hope. So every week includes a small restore. This page applies to drives with {tapes}.
## Daily
1. Look at the report: green is complete, yellow is with exceptions.
2. Change the tape, label the old one, put it into the safe.
3. On Fridays restore a sample of 20 files and compare them.
## Faults
| Message | Cause | Remedy |
| Medium not writable | write protection or worn out | check the slider, else retire it |
| Cleaning required | dirty heads | cleaning cartridge, 3 minutes |
| Target full | staging area above 95 % | delete old versions |
| Time-out | server does not answer | restart the service on the server |
## Life span
A tape lasts about 200 cycles. The number is on the label, the cycles are in the console. Cleaning cartridges last for 50 runs. Worn tapes are destroyed with a certificate, not thrown away.
Three red reports in a row are priority 2, whatever the customer says.
== new-starter | Service Desk | Service desk | onboarding,checkliste
--- de Neue Kolleginnen und Kollegen: Checkliste
Der erste Tag prägt. Wer am ersten Morgen ein laufendes Gerät und einen vollen Kalender vorfindet, fühlt sich erwartet. Bestellt wird zehn Arbeitstage vorher, eingerichtet drei Tage vorher.
## Zehn Tage vorher
- Ticket mit Name, Startdatum, Team, Standort, Kostenstelle
- Gerät nach Rolle: Außendienst {tablet}, Büro {laptop}
- Telefon, Headset, Schutzausrüstung mit Größen
## Drei Tage vorher
1. Konto anlegen, Gruppen nach Rolle.
2. Gerät einrichten und einmal anmelden.
3. Sicherheitsschlüssel registrieren, wenn kein Diensthandy genutzt wird.
4. Zutritt für Gebäude und Parkplatz.
## Gruppen nach Rolle
| Rolle | Gruppen |
| Servicetechnik | Tourenplan, Tickets, Anlagenakten lesen |
| Disposition | Tourenplan schreiben, Tickets |
| Service Desk | Tickets, Verwaltung, Fernzugriff |
| Lager | Bestand, Versand |
## Erster Tag
Begrüßung am Empfang, eine Stunde Einführung in Outpost, Rundgang mit der Patin oder dem Paten. Nach zwei Wochen fragen wir, was gefehlt hat, und ergänzen diese Liste.
--- en New starters: checklist
The first day sets the tone. Somebody who finds a working device and a full calendar on the first morning feels expected. Order ten working days ahead, set up three days ahead.
## Ten days ahead
- Ticket with name, date, team, site, cost centre
- Device by role: field {tablet}, office {laptop}
- Phone, headset, protective equipment with sizes
## Three days ahead
1. Create the account, groups by role.
2. Set the device up and sign in once.
3. Register a security key if no work phone is used.
4. Access to building and car park.
## Groups by role
| Role | Groups |
| Field service | route plan, tickets, plant records read |
| Scheduling | route plan write, tickets |
| Service desk | tickets, administration, remote access |
| Stores | stock, dispatch |
## First day
Welcome at reception, an hour on Outpost, a tour with the buddy. After two weeks we ask what was missing and add it to this list.
== lost-device | Service Desk | Service desk | sicherheit,gerät
--- de Gerät verloren oder gestohlen
Zuerst sperren, dann suchen. Ein gesperrtes Gerät lässt sich in zwei Minuten wieder freigeben, ein offenes nicht mehr zurückholen. Gemeldet wird rund um die Uhr bei der Bereitschaft.
## Sofort
1. Gerät in der Verwaltung sperren und zum Löschen vormerken.
2. Alle Sitzungen des Kontos beenden.
3. SIM beim Anbieter sperren.
4. In Outpost das Gerät aus der Liste der Geräte entfernen, der lokale Bestand wird beim nächsten Kontakt gelöscht.
## Klären
| Frage | Warum |
| War es verschlüsselt? | sonst Meldung an den Datenschutz binnen 72 Stunden |
| War es gesperrt oder offen? | bestimmt die Dringlichkeit |
| Lag ein Zettel mit Kennwort dabei? | dann alle Kennwörter ändern |
| Diebstahl oder Verlust? | Anzeige für die Versicherung |
## Weiterarbeiten
- Notfallcode am Telefon nach Rückruf, gilt 24 Stunden.
- Leihgerät aus der nächsten Niederlassung.
- Ersatz-SIM innerhalb von zwei Werktagen.
Taucht das Gerät wieder auf, nicht einfach weiterbenutzen: erst prüfen, dann neu aufsetzen.
--- en Lost or stolen device
Block first, search later. A blocked device can be released in two minutes, an open one cannot be brought back. Report to the on-call desk, round the clock.
## At once
1. Block the device in the console and mark it for wiping.
2. End all sessions of the account.
3. Have the carrier block the SIM.
4. Remove the device from the list in Outpost, its local data is deleted at the next contact.
## Find out
| Question | Why |
| Was it encrypted? | if not, report to data protection within 72 hours |
| Was it locked or open? | decides how urgent it is |
| Was there a note with a password? | then change every password |
| Theft or loss? | police report for the insurer |
## Keep working
- Emergency code by phone after a call back, valid for 24 hours.
- Loan device from the nearest depot.
- New SIM within two working days.
If the device turns up again do not simply carry on using it: check it, then set it up afresh.
== offline-tablet | Service Desk | Service desk | tablet,offline
--- de Arbeiten ohne Netz: was das Tablet kann
Alles, was du vor der Fahrt geladen hast, steht auch im Keller und auf dem Turm zur Verfügung. Geschriebenes liegt sicher auf dem Gerät und geht von selbst hinaus, sobald es wieder Netz hat.
## Vor der Abfahrt
1. App öffnen und warten, bis oben „Auf dem neuesten Stand“ steht.
2. Karten der Region laden, alte Regionen entfernen.
3. Anlagenakten der Tour anheften.
4. Mindestens 2 GB Speicher frei halten.
## Ohne Netz möglich
| Funktion | ohne Netz |
| Tickets lesen und anlegen | ja, Nummer kommt später |
| Nachrichten schreiben | ja, werden nachgesendet |
| Wissen durchsuchen | ja |
| Fotos aufnehmen | ja, Versand später |
| Ersatzteilbestand | Stand der letzten Verbindung |
## Wenn etwas hängt
- Nie die App löschen: damit gehen Berichte verloren, die noch im Ausgang liegen.
- Speicher prüfen, dann Flugmodus einmal an und aus.
- Ausgang öffnen: dort steht bei jedem Eintrag, worauf er wartet.
Ändern zwei dasselbe Feld, zeigt das Ticket beide Werte, und einer von euch entscheidet.
--- en Working without a network: what the tablet can do
Everything you loaded before you left is there in basements and towers as well. What you write is safe on the device and goes out by itself as soon as there is a network.
## Before you leave
1. Open the app and wait for "Up to date" at the top.
2. Load the maps of the region, remove old ones.
3. Pin the plant records of your route.
4. Keep 2 GB of storage free.
## Possible without a network
| Function | offline |
| Read and create tickets | yes, the number comes later |
| Write messages | yes, sent afterwards |
| Search knowledge | yes |
| Take photos | yes, sent later |
| Spare parts stock | as of the last connection |
## If something hangs
- Never delete the app: reports still in the outbox would be lost.
- Check storage, then flight mode on and off once.
- Open the outbox: each entry says what it is waiting for.
If two people change the same field, the ticket shows both values and one of you decides.
`
