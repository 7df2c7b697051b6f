/** Ticket scenarios of the service desk queue. The format is described in `../../scenarios.ts`. */
export const serviceDeskScenarios = String.raw`
== printer-stripes | desk | 4 | drucker
de
T Drucker {printer} <druckt Streifen|zieht kein Papier aus Fach 2>
D Der {printer} im {floor} druckt {since} graue Streifen auf jede Seite. Toner ist neu.
D Fach 2 wird nicht mehr eingezogen, das Gerät sagt „Papierstau“, es steckt aber keines drin.
A Drucken Sie bitte die Statusseite (Taste „i“ lang drücken) und schicken Sie ein Foto, dann sehe ich den Stand der Trommel.
C Trommel 2 %, Einzugsrollen 214.000 Seiten.
A Beides ist am Ende. Wartungssatz {part} kommt am {date}, der Wechsel dauert 15 Minuten. Bis dahin druckt Fach 1.
C Satz ist eingebaut, Ausdruck ist sauber.
N Zählerstand an den Leasinggeber gemeldet.
Q {printer} mit Streifen bei {org}. Ist noch ein Wartungssatz da?
R Einer, ich reserviere ihn dir.
F Eingebaut, Druckbild sauber.
en
T {printer} <prints stripes|will not feed from tray 2>
D The {printer} on the {floor} has printed grey stripes on every page {since}. Toner is new.
D Tray 2 does not feed any more. The machine says "paper jam", but there is none.
A Please print the status page (hold the "i" key) and send a photo, so I can see the state of the drum.
C Drum 2 %, feed rollers 214,000 pages.
A Both are at the end of their life. Maintenance kit {part} arrives on {date}, fitting takes 15 minutes. Tray 1 keeps you going until then.
C Kit is in and the print is clean.
N Page count reported to the leasing company.
Q Stripes on the {printer} at {org}. Is there a maintenance kit left?
R One, I will reserve it for you.
F Fitted, print is clean.
== password-reset | desk | 3 | konto,passwort
de
T Konto gesperrt<|, Passwort vergessen| nach Urlaub><, {org}| ({town})|, {org}>
D Ich bin aus dem Urlaub zurück und mein Konto ist nach drei Versuchen gesperrt. Rückruf bitte unter der Nummer im Portal.
D Passwort ist abgelaufen und die Änderung am {tablet} wird nicht angenommen: „entspricht nicht den Regeln“.
A Zur Prüfung rufe ich Sie auf der hinterlegten Nummer an. Halten Sie bitte Ihre Personalnummer bereit.
C Passt, bin bis {time} Uhr erreichbar.
A Wie besprochen: Konto ist entsperrt, das Einmalkennwort gilt bis heute Abend. Neue Regel: mindestens 14 Zeichen, dafür kein erzwungener Wechsel mehr.
C Angemeldet, alles da.
N Identität über Rückruf bestätigt, {time} Uhr.
Q Gesperrtes Konto bei {org}, Anrufer kennt die Personalnummer nicht. Was tun?
R Nur Rückruf auf die hinterlegte Nummer, sonst nichts.
F Rückruf gemacht, Konto ist offen.
en
T Account locked<|, forgot password| after holiday><, {org}| ({town})|, {org}>
D Back from holiday and my account is locked after three attempts. Please call me on the number in the portal.
D My password ran out and the {tablet} refuses the new one: "does not meet the rules".
A To be on the safe side I will ring the number we have on file. Please have your staff number at hand.
C Fine, I can be reached until {time}.
A As discussed: unlocked, the one-time password is good until tonight. New rule: at least 14 characters, and in return no forced change.
C Signed in, everything is there.
N Identity confirmed by call back at {time}.
Q Locked account at {org}, the caller does not know the staff number. Options?
R Call back on the number we hold, nothing else.
F Called back, account is open.
== docking-station | desk | 3 | laptop,dock
de
T Dockingstation {dock} erkennt <zweiten Monitor|Netzwerk> nicht
D Am {dock} bleibt der zweite Bildschirm schwarz, sobald der {laptop} zugeklappt wird. {sinceCap}, davor ging es.
D Über die Dockingstation bekomme ich kein Netz, per WLAN schon. Anderes Kabel ist probiert.
A Steckt das Kabel im Anschluss mit dem Blitzsymbol? Und welche Dock-Firmware zeigt das Kessel-Center?
C Blitzsymbol ja. Firmware 1.0.9.
A Aktuell ist 1.2.4, darin ist genau dieser Fehler behoben. Ich habe das Update auf Ihr Gerät verteilt. Beim Installieren bitte Netzteil eingesteckt lassen.
C Beide Monitore laufen, auch zugeklappt.
N Update gleich für alle {dock} bei {org} freigegeben ({nn} Stück).
Q Zweiter Monitor schwarz am {dock}. Ist das Update 1.2.4 schon freigegeben?
R Seit gestern, einfach zuweisen.
F Update drauf, beide Monitore da.
en
T Docking station {dock} does not see <second monitor|network>
D The second screen on the {dock} goes black as soon as the {laptop} is closed. It started {pastdate}, before that it worked.
D No network through the dock, while Wi-Fi is fine. Different cable tried.
A Is the cable in the port with the lightning mark? And which dock firmware does Kessel Center show?
C Lightning port, yes. Firmware 1.0.9.
A Current is 1.2.4, which fixes precisely this. I have pushed it to your machine. Keep the power supply plugged in while it installs.
C Both monitors work, lid closed too.
N Released for all {nn} units of that dock at {org}.
Q Black second monitor on a {dock}. Is 1.2.4 released yet?
R Since yesterday, just assign it.
F Updated, both screens up.
== mailbox-rule | desk | 3 | e-mail,regel
de
T E-Mails verschwinden <aus dem Posteingang|von einem Absender><, {org}| ({town})|, {org}>
D Mails von unserem Lieferanten kommen nicht mehr an. Er sagt, sie seien zugestellt. Im Spam liegen sie auch nicht.
D Seit der Vertretungsregelung landen Bestellungen im Ordner „Archiv 2019“, und niemand sieht sie.
A Schauen Sie bitte unter Regeln, ob dort „Verschieben nach“ mit einem unbekannten Ordner steht. Wer hat das Postfach am {pastdate} vertreten?
C Die Regel heißt „Urlaub“, die hat die Vertretung angelegt.
A Regel ist entfernt, {nn} Mails sind zurück im Posteingang. Ihr Konto war nicht kompromittiert, das habe ich geprüft.
C Alle Bestellungen wieder da, puh.
N Anmeldungen der letzten 30 Tage geprüft, nur bekannte Geräte.
Q Verschwundene Mails bei {org}. Regel oder Einbruch?
R Anmeldeprotokoll zuerst, dann Regeln. Immer in der Reihenfolge.
F Nur eine Urlaubsregel. {nn} Mails zurückgeholt.
en
T E-mails vanish <from the inbox|from one sender><, {org}| ({town})|, {org}>
D Mail from our supplier no longer arrives. They say it was delivered, and it is not in junk either.
D Since holiday cover was set up, orders end up in a folder called "Archive 2019" where nobody looks.
A Could you look under Rules for a "move to" with a folder you do not know? Who covered the mailbox on {pastdate}?
C There is a rule called "holiday", my stand-in made it.
A Rule removed and {nn} mails are back in the inbox. I checked that the account was not compromised.
C All the orders are back, phew.
N Sign-ins of the last 30 days checked, known devices only.
Q Vanishing mail at {org}. Rule or break-in?
R Sign-in log first, rules second. Always in that order.
F Just a holiday rule. {nn} mails recovered.
== backup-tape | desk | 2 | backup,band
de
T Datensicherung fehlgeschlagen: <Band nicht lesbar|Laufwerk meldet Reinigung><, {org}| ({town})|, {org}>
D Die Nachtsicherung auf {tapes} ist zum {n}. Mal in Folge abgebrochen, Meldung „Medium nicht beschreibbar“.
D Sicherungsbericht rot. Das {nas} ist zu 97 % voll, die Bandsicherung startet gar nicht.
A Welche Nummer steht auf dem eingelegten Band, und wann wurde das Reinigungsband zuletzt benutzt?
C Band {digits}. Reinigung: kann hier keiner sagen.
A Bitte Reinigungsband einlegen (läuft etwa 3 Minuten), danach Band {digits} aussortieren, es hat die Zyklenzahl überschritten. Ich starte die Sicherung heute um 20 Uhr neu.
A Sicherung vollständig, Rücksicherung einer Stichprobe ({nn} Dateien) geprüft.
C Sehr gut, Bericht ist grün.
N Erinnerung für Reinigung monatlich angelegt. {n2} neue Bänder bestellt.
Q Drei rote Sicherungen bei {org}. Band oder Laufwerk?
R Erst Reinigungsband. Wenn es dann noch hakt, Laufwerk.
F Grün, Stichprobe zurückgesichert.
en
T Backup failed: <tape unreadable|drive asks for cleaning><, {org}| ({town})|, {org}>
D Last night's {tapes} backup failed for the {n}th time running, "medium not writable".
D Backup report is red. The {nas} is 97 % full and the tape job does not even start.
A What number is on the loaded tape, and when was the cleaning cartridge last used?
C Tape {digits}. Cleaning: nobody here can say.
A Please load the cleaning cartridge (about 3 minutes), then retire tape {digits}, it is past its cycle count. I will restart the job at 20:00.
A Backup complete, and I restored a sample of {nn} files to be sure.
C Excellent, report is green.
N Monthly reminder for cleaning set. {n2} tapes ordered.
Q Three red backups at {org}. Tape or drive?
R Cleaning cartridge first. If it persists, the drive.
F Green, sample restored.
== tablet-sync | desk | 3 | tablet,app
de
T Tablet {tablet} überträgt <Serviceberichte nicht|keine Fotos mehr>
D Meine Berichte von {weekday} hängen im Ausgang, {nn} Stück. Ich war drei Tage ohne Netz in {town}.
D Fotos im Bericht bleiben grau. Das {tablet} hat vollen Empfang.
A Nichts löschen, die Berichte sind sicher auf dem Gerät. Wie viel Speicher ist frei (Einstellungen, Gerät)?
C 0,3 GB.
A Das ist der Grund: zum Packen der Fotos braucht er 1 GB. Bitte die Offline-Karten von Regionen entfernen, die Sie nicht brauchen.
C Karten weg, alles ist durchgelaufen.
N Warnung bei weniger als 2 GB angeregt.
Q {nn} Berichte hängen auf einem {tablet}, Speicher voll. Kann dabei etwas verloren gehen?
R Nein, solange niemand die App neu installiert.
F Karten gelöscht, alles übertragen.
en
T Tablet {tablet} does not upload <service reports|photos>
D My reports from {weekday} sit in the outbox, {nn} of them. I was three days without signal in {town}.
D Photos in the report stay grey although the {tablet} has full signal.
A Do not delete anything, the reports are safe on the device. How much storage is free (Settings, Device)?
C 0.3 GB.
A That is why: packing photos takes 1 GB. Remove offline maps of regions that you do not need.
C Maps gone and everything went through.
N Suggested a warning below 2 GB.
Q {nn} reports stuck on a {tablet}, storage full. Can anything get lost?
R Not unless someone reinstalls the app.
F Maps deleted, all uploaded.
== phishing | desk | 2 | sicherheit,phishing
de
T Verdächtige Mail <„Rechnung {invoice}“|im Namen der Geschäftsführung>
D Mehrere bei uns haben eine Mail mit dem Betreff „Rechnung {invoice}“ bekommen. Eine Kollegin hat den Anhang geöffnet.
D Angeblich schreibt unser Chef, ich solle Gutscheinkarten besorgen. Die Adresse sieht komisch aus. Ist das echt?
A Gut, dass Sie fragen. Nicht antworten. Wurde irgendwo ein Kennwort eingegeben? Um wie viel Uhr ungefähr?
C Nein, nur geöffnet, gegen {time} Uhr.
A Anhang war ein HTML-Formular, ohne Eingabe ist nichts passiert. Absender ist gesperrt, die Mail ist aus {nn} Postfächern entfernt, das Gerät vorsorglich geprüft.
C Danke, wir haben es im Team herumgesagt.
N Domain des Absenders an den Filter gemeldet.
Q Phishing-Welle bei {org}, Betreff „Rechnung {invoice}“. Kann ich die Domain global sperren?
R Ja, mach. Ich ziehe die Mail aus den Postfächern.
F {nn} Postfächer bereinigt, niemand hat etwas eingegeben.
en
T Suspicious mail <"Invoice {invoice}"|posing as our director>
D Several of us got a mail titled "Invoice {invoice}". One colleague opened the attachment.
D Supposedly our boss asks me to buy gift cards. The address looks odd. Is it real?
A Glad you asked. Do not answer it. Did anyone type a password anywhere, and roughly when?
C No, only opened, around {time}.
A The attachment was a web form, and without input nothing happens. Sender blocked, mail removed from {nn} mailboxes, machine scanned to be safe.
C Thanks, we have told the team.
N Sender domain reported to the filter.
Q Phishing wave at {org}, subject "Invoice {invoice}". May I block the domain globally?
R Do it. I will pull the mail from the mailboxes.
F {nn} mailboxes cleaned, nobody typed anything.
== new-starter | desk | 3 | onboarding
de
T Neue Mitarbeiterin ab {date}: <Laptop, Telefon, Zugänge|Ausstattung für {floor}>
D Zum {date} beginnt eine neue Kollegin in der Disposition. Benötigt: {laptop}, Headset, Diensthandy, Zugriff auf Tourenplan und Ticketsystem.
D Bitte für unseren Auszubildenden Konto und Gerät vorbereiten. Er startet am {date} {inplace}.
A Wird vorbereitet. Bitte noch bestätigen: Kostenstelle, Vorgesetzte und ob das private Handy für die Anmeldung genutzt werden darf.
C Kostenstelle {n}{digits}, privates Handy lieber nicht.
A Dann bekommt sie einen Sicherheitsschlüssel. Gerät ist eingerichtet und liegt am {date} um {time} Uhr am Empfang, Zugangsdaten gehen an die Vorgesetzte.
C Alles da, sie konnte sofort loslegen.
N Schlüssel Nr. {serial} ausgegeben.
Q Onboarding am {date} für {org}: haben wir noch einen {laptop}?
R Zwei. Einer ist schon bespielt.
F Liegt am Empfang, Schlüssel dabei.
en
T New starter on {date}: <laptop, phone, accounts|equipment for {floor}>
D A new colleague joins scheduling on {date}. She needs a {laptop}, headset, work phone, and access to the route plan and the ticket system.
D Please prepare an account and a device for our apprentice, starting on {date} {inplace}.
A On it. Please confirm cost centre, line manager, and whether a private phone may be used to sign in.
C Cost centre {n}{digits}, rather no private phone.
A Then she gets a security key. The device is ready and waits at reception on {date} at {time}, the credentials go to her manager.
C All there, she could start right away.
N Key no. {serial} handed out.
Q Onboarding on {date} for {org}: any {laptop} left?
R Two. One is already imaged.
F At reception, key included.
== lost-phone | desk | 2 | sicherheit,2fa
de
T Diensthandy verloren, <keine Anmeldung mehr möglich|bitte sperren><, {org}| ({town})|, {org}>
D Ich habe mein Diensthandy gestern auf der Baustelle in {town} verloren. Ohne die Bestätigung auf dem Handy komme ich nirgends rein.
D Handy liegt vermutlich im Zug Richtung {town}. Bitte orten oder sperren, Kundendaten sind drauf.
A Gerät ist gesperrt und wird gelöscht, sobald es online geht. Soll ich eine Ersatzkarte an Ihre Adresse oder in die Niederlassung schicken?
C Bitte in die Niederlassung.
A Ersatzgerät und SIM sind am {date} da. Bis dahin gilt der Notfallcode, den ich Ihnen am Telefon gegeben habe, höchstens 24 Stunden je Code.
C Ersatz ist eingerichtet, danke fürs Drängeln beim Anbieter.
N Löschung bestätigt um {time} Uhr. Meldung an Datenschutz nicht nötig, Gerät war verschlüsselt.
Q Verlorenes Diensthandy, {town}. Muss der Datenschutz informiert werden?
R Nur wenn es unverschlüsselt war. Löschbestätigung ins Ticket.
F Gelöscht, Ersatz ist raus.
en
T Lost work phone, <cannot sign in anywhere|please block it><, {org}| ({town})|, {org}>
D I lost my work phone on site in {town} yesterday. Without the prompt on the phone I cannot get in anywhere.
D Phone is probably on the train to {town}. Please locate or block it, it holds customer data.
A It is blocked and wipes itself as soon as it gets online. Shall the replacement SIM go to your home or to the depot?
C Depot please.
A Phone and SIM arrive on {date}. Until then use the emergency code I gave you by phone, 24 hours each.
C Replacement is set up, thanks for chasing the carrier.
N Wipe confirmed at {time}. No data protection report needed, device was encrypted.
Q Lost work phone, {town}. Does data protection need to know?
R Only if it was not encrypted. Wipe confirmation into the ticket.
F Wiped, replacement shipped.
== laptop-slow | desk | 4 | laptop
de
T {laptop} extrem langsam <nach Update|beim Öffnen von Plänen>
D Der {laptop} braucht {n} Minuten, bis ein Plan offen ist. Lüfter läuft ständig.
D Seit dem Update am {pastdate} ruckelt alles, besonders in Videokonferenzen.
A Bitte einmal mit eingestecktem Netzteil neu starten und mir sagen, was der Taskmanager bei „Datenträger“ zeigt.
C Datenträger 100 %, der Prozess heißt Suchindex.
A Der Index wurde nach dem Update neu aufgebaut und hing an einer defekten Datei. Ist bereinigt und der Arbeitsspeicher wird am {date} auf 32 GB erweitert.
C Kein Vergleich mehr!
N SMART-Werte in Ordnung, SSD muss nicht getauscht werden.
Q {laptop} kriecht seit dem Update, Datenträger 100 %. Suchindex?
R Bei mir waren es zwei genau so. Index neu aufbauen.
F War der Index.
en
T {laptop} extremely slow <after update|opening drawings>
D The {laptop} takes {n} minutes to open a drawing. The fan never stops.
D Since the update on {pastdate} everything stutters, video calls above all.
A Please restart with the power supply plugged in and tell me what Task Manager shows under Disk.
C Disk 100 %, the process is the search indexer.
A The index was being rebuilt after the update and hung on a broken file. Cleaned up, and memory goes to 32 GB on {date}.
C What a difference!
N SMART values fine, no need for a new SSD.
Q {laptop} crawling since the update, disk at 100 %. Indexer?
R I had two just like it. Rebuild the index.
F Index it was.
== shared-drive | desk | 3 | freigabe,rechte
de
T Kein Zugriff auf <Laufwerk P:|Ordner „Prüfprotokolle“><, {org}| ({town})|, {org}>
D Auf den Ordner „Prüfprotokolle {town}“ kann ich {since} nicht mehr schreiben, nur lesen. Meine Kollegin kann es noch.
D Laufwerk P: fehlt nach der Anmeldung am neuen {laptop}. Ich brauche die Vorlagen für die Abnahme am {date}.
A Wer ist bei Ihnen für den Ordner verantwortlich? Ich brauche die Freigabe als kurze Antwort hier im Ticket.
C Freigabe erteilt hiermit die Abteilungsleitung (in Kopie).
A Danke, Sie sind wieder in der Gruppe mit Schreibrecht. Bitte einmal ab- und anmelden.
C Funktioniert.
N Mitgliedschaft war befristet und am {pastdate} abgelaufen. Neue Frist: ein Jahr.
Q Schreibrecht auf „Prüfprotokolle“ weg. Hat da jemand aufgeräumt?
R Nein, die Befristung ist abgelaufen. Freigabe einholen und verlängern.
F Verlängert.
en
T No access to <drive P:|the "Test records" folder><, {org}| ({town})|, {org}>
D I can only read the folder "Test records {town}", not write, {since}. My colleague still can.
D Drive P: is missing on the new {laptop}. I need the templates for the acceptance test on {date}.
A Who owns that folder on your side? I need their approval as a short reply here.
C Approval given herewith by our head of department (copied in).
A Thanks, you are back in the group with write access. Please sign out and in once.
C Works.
N Membership was time-limited and ended on {pastdate}. New limit: one year.
Q Write access to "Test records" gone. Did someone tidy up?
R No, the time limit ran out. Get approval and extend.
F Extended.
`
