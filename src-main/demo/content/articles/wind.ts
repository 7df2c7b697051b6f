/** Knowledge articles on wind turbines, controls and work at height. The format is described in `../../article-text.ts`. */
export const windArticles = String.raw`
== pitch-fault | Windkraft | Wind | wea,pitch
--- de Pitch-Störung: Akkuspannung prüfen und Akkus tauschen
Fällt die Spannung eines Achsakkus unter den Grenzwert, sperrt die Steuerung den Fernreset. Das ist gewollt: ohne Akku kann das Blatt bei Netzausfall nicht in die Fahne fahren. Fernreset also nicht erzwingen.
## Vor dem Aufstieg
1. Störungsliste und Akkuspannungen aller drei Achsen exportieren.
2. Windgrenze beachten: Aufstieg bis 12 m/s, Arbeiten in der Nabe bis 10 m/s.
3. Zwei Akkupacks {part} und das Rettungsgerät mitnehmen.
## Messwerte
| Zustand | Spannung je Pack |
| voll | 288 bis 300 V |
| Warnung | unter 270 V |
| Sperre | unter 255 V |
## Tausch
- Rotorarretierung setzen und gegenprüfen lassen.
- Achse spannungsfrei schalten, fünf Minuten warten, messen.
- Pack tauschen, Stecker sichern, Drehmoment der Halter 18 Nm.
- Testfahrt 0 bis 90 Grad, dann zurück.
Sind die anderen beiden Packs gleich alt, den Sammeltausch vorschlagen: sie folgen erfahrungsgemäß binnen vier Monaten.
--- en Pitch fault: checking and replacing axis batteries
If the voltage of an axis battery falls below its limit, the controller locks remote reset. That is on purpose: without a battery the blade cannot feather when the grid fails. So do not force a remote reset.
## Before the climb
1. Export the fault list and the battery voltages of all three axes.
2. Mind the wind: climbing up to 12 m/s, work in the hub up to 10 m/s.
3. Take two battery packs {part} and the rescue device.
## Readings
| State | Voltage per pack |
| full | 288 to 300 V |
| warning | below 270 V |
| locked | below 255 V |
## Replacement
- Set the rotor lock and have it checked by the second person.
- Isolate the axis, wait five minutes, measure.
- Swap the pack, secure the plug, holders at 18 Nm.
- Test run 0 to 90 degrees and back.
If the other two packs are of the same age suggest replacing all of them: in our experience they follow within four months.
== ice-release | Windkraft | Wind | wea,eis
--- de Freigabe nach Eisabschaltung
Nach einer Abschaltung wegen Eis darf eine Anlage erst wieder anlaufen, wenn jemand die Blätter gesehen hat. Die Freigabe ohne Sichtkontrolle ist eine Gefahr für Menschen unter der Anlage und in keinem Fall erlaubt.
## Ablauf
1. Sichtkontrolle vom Boden mit Fernglas, aus mindestens 200 Metern und nicht unter dem Rotor.
2. Alle drei Blätter, Vorderkante und Spitze, dazu Gondel und Windmessung.
3. Schriftliche Bestätigung mit Name, Uhrzeit und Foto ins Ticket.
4. Freigabe durch die Leitwarte, zehn Minuten beobachten.
## Wenn der Sensor unsinnige Werte liefert
| Anzeige | Vermutung | Maßnahme |
| 100 % fest | Sensor hängt | tauschen, Stecker reinigen |
| schwankt stark | Kabelschuh oxidiert | nachcrimpen |
| 0 % bei Reif | Heizung dauernd an | Relais prüfen |
## Merksatz
Erst sehen, dann schreiben, dann freigeben. Bei Dunkelheit oder Nebel bleibt die Anlage stehen, auch wenn der Kunde drängt. Der Ertragsausfall einer Nacht steht in keinem Verhältnis zu einem Eiswurf.
--- en Releasing a turbine after an ice stop
After an ice stop a turbine may start only when somebody has seen its blades. Releasing it without a visual check endangers people below and is never allowed.
## Procedure
1. Visual check from the ground with binoculars, from 200 metres at least and not below the rotor.
2. All three blades, leading edge and tip, plus nacelle and anemometer.
3. Written confirmation with name, time and photo in the ticket.
4. Release by the control room, then watch for ten minutes.
## If the sensor talks nonsense
| Reading | Suspicion | Action |
| fixed at 100 % | sensor is stuck | replace, clean the plug |
| jumps about | lug corroded | crimp again |
| 0 % with hoar frost | heater always on | check the relay |
## Rule of thumb
See it, write it down, release it. In the dark or in fog the turbine stays where it is, however much the customer pushes. One night's yield is nothing compared with ice thrown on a footpath.
== flange | Windkraft | Wind | drehmoment,turm
--- de Flanschverbindungen: Drehmomente und Reihenfolge
Werte nie aus dem Kopf. Maßgeblich ist das Typenblatt der Anlage; diese Tabelle ist nur der Abgleich für die Anlagen, die wir betreuen. Schlüssel mit gültiger Kalibrierung verwenden, Nummer ins Protokoll.
## Drehmomente
| Flansch | Schraube | Drehmoment |
| Fundament | M42 | 3.200 Nm |
| Turm 1 | M39 | 2.800 Nm |
| Turm 2 | M36 | 2.800 Nm |
| Turm 3 | M36 | 2.450 Nm |
| Gondel | M30 | 1.350 Nm |
## Reihenfolge
1. Sichtprüfung auf Rost, Spalt und lose Muttern.
2. 10 Prozent der Schrauben prüfen, gleichmäßig über den Umfang.
3. Dreht sich eine weiter als 20 Grad, alle Schrauben dieses Flansches prüfen.
4. Dreht sich eine weiter als 60 Grad, Anlage stillsetzen und Leitung anrufen.
5. Geprüfte Muttern mit Strich in der Farbe des Jahres markieren.
## Protokoll
Je Flansch: Datum, Schlüsselnummer, Anzahl geprüft, größter Drehwinkel, zwei Namen. Ohne zweiten Namen gilt die Prüfung als nicht gemacht.
--- en Flange connections: torque and sequence
Never from memory. What counts is the data sheet of the turbine; this table only serves as a cross-check for the ones we look after. Use a wrench with valid calibration and put its number into the record.
## Torque
| Flange | Bolt | Torque |
| Foundation | M42 | 3,200 Nm |
| Tower 1 | M39 | 2,800 Nm |
| Tower 2 | M36 | 2,800 Nm |
| Tower 3 | M36 | 2,450 Nm |
| Nacelle | M30 | 1,350 Nm |
## Sequence
1. Look for rust, gaps and loose nuts.
2. Check 10 per cent of the bolts, evenly around.
3. If one turns by more than 20 degrees, check every bolt of that flange.
4. If one turns by more than 60 degrees, stop the turbine and call the lead.
5. Mark checked nuts with a line in this year's colour.
## Record
For each flange: date, wrench number, how many were checked, largest angle, two names. Without the second name the check does not count.
== plc-firmware | Steuerung | Controls | sps,firmware
--- de SPS-Modul tauschen: Firmware abgleichen ({plc})
Ein neues Modul kommt mit dem Firmwarestand des Lagers, nicht mit dem des Projekts. Die {plc} geht dann nach einigen Minuten in STOP, und der Diagnosepuffer zeigt einen Konfigurationsfehler. Abgleichen dauert zehn Minuten, Suchen einen Tag.
## Vor dem Tausch
1. Projekt aus dem Archiv holen und mit der Steuerung online vergleichen.
2. Diagnosepuffer und Istwerte sichern.
3. Stand des neuen Moduls am Aufkleber ablesen.
## Typische Einträge
| Eintrag | Bedeutung | Abhilfe |
| F0412 | Modul fehlt oder falsch | Steckplatz und Bestellnummer prüfen |
| F1093 | Stand weicht ab | Firmware laden |
| F2207 | Zykluszeit überschritten | Programm und Kommunikation prüfen |
| 16#80C3 | zu viele Verbindungen | alte Sitzungen trennen |
## Laden
~ Online > Firmware > Datei wählen > Modul in STOP > Ausführen
Danach 24 Stunden beobachten. Gibt es keinen neuen Eintrag, wird das Projekt mit dem neuen Stand archiviert, Prüfsumme ins Ticket. Nie zwei Module gleichzeitig laden.
--- en Swapping a PLC module: matching firmware ({plc})
A new module comes with the firmware of the warehouse rather than that of the project. The {plc} then goes to STOP after some minutes and the diagnostic buffer shows a configuration error. Matching takes ten minutes, searching takes a day.
## Before the swap
1. Fetch the project from the archive and compare it online.
2. Save the diagnostic buffer and actual values.
3. Read the version of the new module off its sticker.
## Typical entries
| Entry | Meaning | Remedy |
| F0412 | module missing or wrong | check slot and order number |
| F1093 | version differs | load firmware |
| F2207 | cycle time exceeded | check program and communication |
| 16#80C3 | too many connections | drop old sessions |
## Loading
~ Online > Firmware > choose file > module to STOP > Run
Watch it for 24 hours afterwards. If there is no new entry, archive the project with the new version and put the checksum into the ticket. Never load two modules at once.
== climbing | Arbeitssicherheit | Safety | höhe,psa
--- de Regeln für Aufstiege
Niemand steigt allein. Diese Regeln gelten für alle, auch für Partnerfirmen, und sie gelten auch dann, wenn es nur fünf Minuten dauert. Wer abbricht, muss sich nicht rechtfertigen.
## Bevor es losgeht
- Gurt, Steigschutzläufer und Helm mit gültiger Prüfung
- Rettungsgerät unten und oben, Funkgeräte geladen
- Wetterfenster geprüft, Gewitterradius mindestens 30 Kilometer
- Anlage auf Service, Fernzugriff gesperrt, Leitwarte informiert
## Windgrenzen
| Tätigkeit | Grenze im 10-Minuten-Mittel |
| Aufstieg | 12 m/s |
| Arbeiten auf der Gondel | 10 m/s |
| Arbeiten in der Nabe | 10 m/s |
| Kran und Seil | nach Freigabe, meist 8 m/s |
## Meldungen
1. Beim Betreten des Turms: Name, Anlage, Zeit.
2. Oben angekommen.
3. Jede volle Stunde.
4. Wieder am Boden.
Bleibt eine Meldung länger als 15 Minuten aus, ruft die Leitwarte an; nach 30 Minuten beginnt die Rettungskette. Beinaheunfälle werden am selben Tag gemeldet, ohne Schuldfrage.
--- en Rules for climbing
Nobody climbs alone. These rules apply to everyone, contractors included, and they apply even if it takes five minutes. Whoever calls it off owes no explanation.
## Before you start
- Harness, fall arrester and helmet with valid inspection
- Rescue device at the bottom and at the top, radios charged
- Weather window checked, no thunderstorm within 30 kilometres
- Turbine on service, remote access locked, control room informed
## Wind limits
| Work | Limit, 10 minute mean |
| Climbing | 12 m/s |
| On the nacelle | 10 m/s |
| In the hub | 10 m/s |
| Crane and rope | by release, usually 8 m/s |
## Reports
1. On entering the tower: name, turbine, time.
2. Arrived at the top.
3. Every full hour.
4. Back on the ground.
If a report is more than 15 minutes late the control room calls; after 30 minutes the rescue chain starts. Near misses are reported the same day, without asking who is to blame.
== scada-backfill | Steuerung | Controls | scada,daten
--- de Datenlücken in den Messwerten nachholen
Anlagen puffern ihre 10-Minuten-Werte 30 Tage lang. Eine Lücke in der Auswertung heißt also meist nur, dass die Übertragung gefehlt hat. Nachgeholt wird nachts und gedrosselt, weil viele Standorte über Mobilfunk angebunden sind.
## Erst die Ursache
| Bild | Ursache |
| genau eine Stunde fehlt oder doppelt | Zeitumstellung, Zeitserver prüfen |
| Lücke am Monatsende | Datenvolumen verbraucht |
| alle Anlagen eines Parks | Verbindung zum Parkrechner |
| eine Anlage | Zähler oder Schnittstelle |
## Nachholen
1. Zeitraum in UTC notieren, nicht in Ortszeit.
2. Kunden fragen, ob das Volumen reicht: rund 8 MB je Anlage und Tag.
3. Auftrag nach 23 Uhr starten:
~ backfill --site {townlower} --from 2025-03-02T00:00Z --to 2025-03-03T00:00Z --rate 256k
4. Am Morgen die Anzahl prüfen: 144 Werte je Tag und Kanal.
## Danach
Der Direktvermarkter bekommt eine kurze Nachricht mit Zeitraum und Ursache. Wiederholt sich die Lücke innerhalb von vier Wochen, ein eigenes Ticket für die Ursache anlegen.
--- en Backfilling gaps in readings
Turbines buffer their 10-minute values for 30 days. A gap in a report usually just means that the transfer was missing. Backfill at night and throttled, because many sites are connected by mobile network.
## Cause first
| Picture | Cause |
| exactly one hour missing or doubled | clock change, check the time server |
| gap at the end of the month | data allowance used up |
| all turbines of a park | link to the park computer |
| one turbine | meter or interface |
## Backfill
1. Note the period in UTC, not in local time.
2. Ask the customer whether the allowance will do: about 8 MB per turbine and day.
3. Start the job after 23:00:
~ backfill --site {townlower} --from 2025-03-02T00:00Z --to 2025-03-03T00:00Z --rate 256k
4. Check the count in the morning: 144 values per day and channel.
## Afterwards
Send the trading desk a short message with period and cause. If the gap returns within four weeks, raise a ticket of its own for the cause.
`
