/** Knowledge articles on parts, dispatch, on-call and reports. The format is described in `../../article-text.ts`. */
export const logisticsArticles = String.raw`
== customs | Logistik | Logistics | zoll,versand
--- de Versand in die Schweiz und nach Großbritannien
Ohne Tarifnummer und Ursprung bleibt jede Sendung liegen. Beides gehört in den Artikelstamm, damit niemand am Freitagnachmittag danach suchen muss. Für Sendungen unter 1.000 Euro genügt eine Proforma-Rechnung.
## Unterlagen
- Handelsrechnung dreifach, Englisch
- Ursprungserklärung auf der Rechnung
- Lieferbedingung, im Zweifel DAP
- Bei Rücksendungen: Hinweis „returned goods“ und alte Ausfuhrnummer
## Tarifnummern der häufigsten Teile
| Teil | Nummer |
| Lüftermodul | 8414 59 |
| Drucksensor | 9026 20 |
| Umwälzpumpe | 8413 70 |
| Netzteil 24 V | 8504 40 |
| Akkupack | 8507 60, Gefahrgut |
| Dichtungssatz | 8484 10 |
## Ablauf
1. Sendung bis 11 Uhr anmelden, sonst einen Tag später.
2. Paket außen mit Rechnungstasche.
3. Sendungsnummer ins Ticket und an den Kunden.
4. Hängt es länger als 24 Stunden: Spediteur anrufen, Referenz verlangen.
Akkus über 100 Wh dürfen nicht ins Flugzeug. Für die Inseln im Norden bedeutet das vier Tage Laufzeit, das bitte vorher sagen.
--- en Shipping to Switzerland and the United Kingdom
Without commodity code and origin every consignment gets stuck. Both belong in the item master so that nobody has to search for them on a Friday afternoon. A pro forma invoice is enough below 1,000 euros.
## Papers
- Commercial invoice in triplicate, in English
- Statement of origin on the invoice
- Delivery term, DAP if in doubt
- For returns: "returned goods" and the old export number
## Codes of the most frequent parts
| Part | Code |
| Fan module | 8414 59 |
| Pressure sensor | 9026 20 |
| Circulation pump | 8413 70 |
| 24 V power supply | 8504 40 |
| Battery pack | 8507 60, dangerous goods |
| Seal kit | 8484 10 |
## Procedure
1. Announce by 11:00, otherwise it goes a day later.
2. Invoice pouch on the outside.
3. Consignment number into the ticket and to the customer.
4. If stuck for more than 24 hours: call the carrier, ask for the reference.
Batteries above 100 Wh may not fly. For the northern isles that means four days, so say it up front.
== returns | Logistik | Logistics | rücksendung
--- de Rücksendungen und falsch gelieferte Teile
Ein falsches Teil kostet den Kunden einen Tag und uns eine zweite Anfahrt. Deshalb geht das richtige Teil immer sofort hinaus, und erst danach wird geklärt, wessen Fehler es war.
## Annehmen
1. Foto vom Etikett und vom Typenschild der Anlage anfordern.
2. Ausführung vergleichen: viele Teile gibt es seit 2021 als A und B.
3. Ersatz auslösen, bei stehender Anlage per Kurier.
4. Rücksendeschein schicken, gültig 14 Tage.
## Im Lager
| Zustand | Ablage |
| originalverpackt | zurück in den Bestand |
| geöffnet, unbenutzt | prüfen, dann Bestand mit Vermerk |
| eingebaut gewesen | Regal 7, gesperrt |
| defekt | Werkstatt oder Hersteller |
## Nacharbeiten
- Stückliste der Anlage korrigieren, sonst passiert es wieder.
- Gutschrift erst, wenn das Teil da ist.
- Bei drei Verwechslungen desselben Teils: Etikett ändern lassen.
Teile ohne Etikett werden nicht eingelagert. Wer eines findet, klebt „gesperrt“ darauf und fragt in #spare-parts nach, wem es gehört.
--- en Returns and wrongly delivered parts
A wrong part costs the customer a day and us a second visit. So the right part always goes out at once, and only then do we find out whose mistake it was.
## Taking it in
1. Ask for a photo of the label and of the rating plate.
2. Compare the version: many parts exist as A and B since 2021.
3. Dispatch the replacement, by courier if the plant is down.
4. Send the returns note, valid for 14 days.
## In the store
| State | Where to |
| sealed | back into stock |
| opened, unused | check, then stock with a remark |
| has been fitted | shelf 7, blocked |
| defective | workshop or maker |
## Follow-up
- Correct the parts list of the plant, or it will happen again.
- Credit note only when the part is back.
- Three mix-ups of one part: have its label changed.
Parts without a label are not booked in. Whoever finds one marks it as blocked and asks in #spare-parts whose it is.
== label-printers | Logistik | Logistics | etiketten,drucker
--- de Etikettendrucker kalibrieren ({labelprinter})
Versetzter Druck und leere Etiketten haben fast immer dieselbe Ursache: der Drucker kennt die Lücke zwischen zwei Etiketten nicht. Nach jedem Wechsel der Sorte wird deshalb kalibriert.
## Kalibrieren
1. Rolle einlegen, Führung anlegen, Klappe schließen.
2. Im Menü „Medium“ die Sorte wählen: Lücke, Marke oder endlos.
3. „Kalibrieren“ starten. Es laufen drei bis fünf Etiketten leer durch, das ist richtig.
4. Testetikett drucken und messen: Abweichung höchstens 0,5 mm.
## Fehlerbilder
| Bild | Ursache | Abhilfe |
| alles zu tief | Höhe in der Vorlage falsch | Maß der Rolle prüfen |
| blass auf einer Seite | Druckkopf schief | Andruck einstellen |
| weiße senkrechte Linie | Punkt ausgefallen | Kopf reinigen, sonst tauschen |
| zwei leere nach jedem Druck | Lücke nicht erkannt | kalibrieren |
## Sorten
- 100 x 48 mm: Versand, Bestellnummer 51118
- 60 x 25 mm: Regale
- 40 x 20 mm: Geräteaufkleber, nur mit Harzband
Köpfe nur mit den Stiften aus der Schublade reinigen, nie mit Glasreiniger. Ein Kopf hält rund 50 Kilometer Etiketten.
--- en Calibrating label printers ({labelprinter})
Misplaced print and blank labels nearly always have one cause: the printer does not know the gap between two labels. So calibrate after every change of label.
## Calibrate
1. Insert the roll, set the guides, close the lid.
2. Choose the kind under Media: gap, mark or continuous.
3. Start Calibrate. Three to five labels run through blank, which is right.
4. Print a test label and measure: 0.5 mm off at most.
## What you see
| Picture | Cause | Remedy |
| everything too low | height in the template is wrong | check the size of the roll |
| pale on one side | print head askew | adjust the pressure |
| white vertical line | a dot has failed | clean the head, else replace it |
| two blanks after each print | gap not detected | calibrate |
## Kinds
- 100 x 48 mm: dispatch, order number 51118
- 60 x 25 mm: shelves
- 40 x 20 mm: device stickers, resin ribbon only
Clean heads only with the pens from the drawer, never with window cleaner. A head lasts for about 50 kilometres of labels.
== oncall-handover | Betrieb | Operations | bereitschaft
--- de Übergabe der Bereitschaft
Die Übergabe findet montags um 8 Uhr statt, am Telefon und nicht nur schriftlich. Wer übernimmt, wiederholt die offenen Punkte. Das dauert fünf Minuten und hat uns schon zwei Kühlräume gerettet.
## Inhalt
- Was ist offen, und was kann heute Nacht wiederkommen?
- Welche Anlagen laufen im Notbetrieb?
- Welche Kunden erwarten einen Anruf?
- Welche Ersatzteile fehlen im Bereitschaftsfahrzeug?
## Vorlage
~ Übergabe KW __ von ____ an ____
~ offen: #____ , Grund, nächster Schritt
~ Notbetrieb: Standort, seit wann
~ Fahrzeug: vollständig / fehlt: ____
## Reaktionszeiten
| Priorität | Rückruf | vor Ort |
| 1 | 15 Minuten | 2 Stunden |
| 2 | 30 Minuten | 4 Stunden |
| 3 | nächster Werktag | nach Absprache |
## In der Nacht
1. Annehmen, notieren, beruhigen.
2. Prüfen, ob es aus der Ferne geht.
3. Wer fährt, meldet Abfahrt und Ankunft im Kanal.
4. Nach elf Stunden Arbeit übernimmt die zweite Bereitschaft, ohne Diskussion.
--- en On-call handover
The handover is on Mondays at 8:00, by phone and not just in writing. Whoever takes over repeats the open points. It takes five minutes and has saved us two cold rooms so far.
## Content
- What is open, and what may come back tonight?
- Which plants are running in emergency mode?
- Which customers expect a call?
- Which parts are missing from the on-call van?
## Template
~ Handover week __ from ____ to ____
~ open: #____ , reason, next step
~ emergency mode: site, since when
~ van: complete / missing: ____
## Response times
| Priority | Call back | On site |
| 1 | 15 minutes | 2 hours |
| 2 | 30 minutes | 4 hours |
| 3 | next working day | by agreement |
## At night
1. Answer, note, reassure.
2. Check whether it can be done remotely.
3. Whoever drives reports departure and arrival in the channel.
4. After eleven hours of work the second on-call takes over, no discussion.
== service-report | Betrieb | Operations | bericht,qualität
--- de Guter Servicebericht: was hineingehört
Der Bericht ist das Einzige, was beim Kunden bleibt, wenn wir wieder weg sind. Er wird von Menschen gelesen, die nicht dabei waren: der Buchhaltung, der Revision und der Kollegin, die in zwei Jahren vor derselben Anlage steht.
## Pflichtangaben
| Feld | Beispiel |
| Anlage | {heatpump}, Seriennummer |
| Befund | was war vorgefunden, mit Messwert |
| Arbeit | was wurde getan, in Reihenfolge |
| Teile | Nummer und Anzahl |
| Ergebnis | Messwert danach |
| Zeiten | Anfahrt, Arbeit, Pause getrennt |
## So nicht, sondern so
- Nicht „Anlage geprüft, i. O.“, sondern „Durchfluss 19 l/min, Druck 1,6 bar, keine Störung nach 30 Minuten“.
- Nicht „Fehler behoben“, sondern „Schmutzfänger gereinigt, Dichtung erneuert“.
- Ein Bericht je Einsatz. Geteilte Berichte führen zu doppelten Anfahrten auf der Rechnung.
## Unterschrift
Ist niemand vor Ort, den Zählerstand fotografieren und den Link zum Unterschreiben schicken, er gilt zwei Wochen. Fotos: vorher, nachher, Typenschild. Drei gute Bilder sind besser als zwanzig schnelle.
--- en A good service report: what belongs in it
The report is all that stays with the customer when we have left. It is read by people who were not there: accounts, audit, and the colleague who stands in front of the same plant in two years' time.
## Required
| Field | Example |
| Plant | {heatpump}, serial number |
| Findings | what you found, with a reading |
| Work | what you did, in order |
| Parts | number and quantity |
| Result | reading afterwards |
| Times | travel, work and break apart |
## Rather like this
- Not "checked, OK" but "flow 19 l/min, pressure 1.6 bar, no fault after 30 minutes".
- Not "fixed" but "strainer cleaned, gasket replaced".
- One report a visit. Split reports lead to double call-outs on the invoice.
## Signature
If nobody is on site, photograph the meter and send the link for signing, which is good for two weeks. Photos: before, after, rating plate. Three good pictures are better than twenty quick ones.
== charge-points | Gebäudetechnik | Building technology | ladesäule
--- de Ladetechnik: Störungen an {charger} eingrenzen
Die meisten Störungen an der {charger} liegen nicht an der Säule, sondern an der Verbindung zum Lastmanagement. Deshalb immer zuerst klären, ob eine Säule betroffen ist oder alle.
## Eingrenzen
| Beobachtung | Vermutung |
| alle Säulen stoppen gleichzeitig | Lastmanagement oder Netzwerk |
| eine Säule, alle Fahrzeuge | Säule oder Kabel |
| eine Säule, ein Fahrzeug | Fahrzeug oder Karte |
| nur nachmittags | Überhitzung im Verteiler |
## Kabel steckt fest
1. Ladevorgang mit Karte oder App beenden.
2. Fahrzeug entriegeln, dann fünf Sekunden warten.
3. Säule am Schalter im Sockel stromlos machen, nach 30 Sekunden gibt sie frei.
4. Nie ziehen, solange die Anzeige blau leuchtet.
## Preise und Zuständigkeit
- Wartung jährlich: Sichtprüfung, Isolationsmessung, Fehlerstromschutz
- Abrechnung läuft über den Betreiber, nicht über uns
- Störung mit blockiertem Fahrzeug: Priorität 2
Im Verteiler dürfen 45 Grad nicht überschritten werden. Switches für den Schreibtisch haben dort nichts verloren.
--- en Charging: narrowing down faults on the {charger}
Most faults on the {charger} are not in the charge point but in its link to the load manager. So find out first whether one is affected or all of them.
## Narrow it down
| Observation | Suspicion |
| all stop together | load manager or network |
| one point, all cars | charge point or cable |
| one point, one car | car or card |
| afternoons only | overheating in the distribution box |
## Cable is stuck
1. End the session with card or app.
2. Unlock the car, then wait five seconds.
3. Cut the power at the switch in the plinth, it releases after 30 seconds.
4. Never pull while the light is blue.
## Prices and responsibility
- Yearly service: visual check, insulation test, residual current device
- Billing is done by the operator, not by us
- Fault with a trapped car: priority 2
The distribution box must not exceed 45 degrees. Desktop switches have no place in it.
`
