/** Knowledge articles on building technology. The format is described in `../../article-text.ts`. */
export const buildingArticles = String.raw`
== heatpump-codes | Gebäudetechnik | Building technology | wärmepumpe,fehlercode
--- de Fehlercodes der Wärmepumpe {heatpump}
Die Tabelle nennt die Codes, die wir im Feld wirklich sehen. Vor jedem Quittieren den Wert im Menü „Diagnose“ ablesen und ins Ticket schreiben, denn nach dem Quittieren ist er gelöscht.
## Codes
| Code | Bedeutung | Meist die Ursache | Erster Schritt |
| E-12 | Fühler Verdampfer | Stecker oder Fühler defekt | Widerstand messen: 10 kOhm bei 25 Grad |
| E-33 | Hochdruck | zu wenig Abnahme, Ventile zu | Heizkreisventile öffnen |
| E-47 | Durchfluss zu klein | Schmutzfänger zu, Druck zu niedrig | reinigen, auf 1,6 bar füllen |
| E-61 | Kommunikation Außengerät | Feuchtigkeit im Stecker | Stecker trocknen, Dichtung tauschen |
## Richtwerte
- Durchfluss: 15 bis 22 l/min
- Anlagendruck kalt: 1,4 bis 1,8 bar
- Spreizung Vorlauf zu Rücklauf: 5 bis 8 Kelvin
- Abtauen: bei Nebel um null Grad alle 40 bis 60 Minuten
## Notbetrieb
Der Heizstab hält das Haus auf etwa 18 Grad und verbraucht dabei das Drei- bis Vierfache. Dem Kunden sagen, dass das nur für wenige Tage gedacht ist. Tritt E-33 zweimal am Tag auf, nicht mehr quittieren, sondern hinfahren: der Verdichter nimmt sonst Schaden.
--- en Error codes of the {heatpump} heat pump
The table lists the codes that we really meet in the field. Read the value in the Diagnosis menu before every reset and put it into the ticket, because resetting erases it.
## Codes
| Code | Meaning | Usual cause | First step |
| E-12 | Evaporator probe | plug or probe faulty | measure: 10 kOhm at 25 degrees |
| E-33 | High pressure | no heat taken off, valves shut | open the heating circuit valves |
| E-47 | Flow too low | blocked strainer, low pressure | clean, fill to 1.6 bar |
| E-61 | No contact to outdoor unit | damp in the plug | dry the plug, change the seal |
## Reference values
- Flow: 15 to 22 l/min
- System pressure, cold: 1.4 to 1.8 bar
- Difference between flow and return: 5 to 8 kelvin
- Defrost: every 40 to 60 minutes in fog around freezing
## Emergency mode
The immersion heater keeps the house at about 18 degrees and uses three to four times the energy. Tell the customer that it is meant for a few days only. If E-33 comes twice in one day stop resetting and drive out, or the compressor will be damaged.
== strainer | Gebäudetechnik | Building technology | heizung,wartung
--- de Schmutzfänger reinigen, füllen, entlüften
Dauer: rund 40 Minuten, eine Person. Werkzeug: zwei Gabelschlüssel, Eimer, Lappen, Füllschlauch mit Rückflussverhinderer, neue Dichtung. Heizungswasser kann heiß sein, also vorher auf unter 40 Grad abkühlen lassen.
## Schritte
1. Anlage am Bedienteil ausschalten, nicht nur die Sicherung ziehen.
2. Absperrungen vor und nach dem Sieb schließen.
3. Eimer unterstellen, Kappe langsam öffnen, Druck ablassen.
4. Sieb herausnehmen, unter Wasser ausbürsten, gegen das Licht prüfen.
5. Neue Dichtung einlegen, Kappe handfest und eine Viertelumdrehung.
6. Absperrungen öffnen, auf 1,6 bar füllen.
7. Am höchsten Punkt entlüften, nachfüllen, wiederholen, bis keine Luft mehr kommt.
8. Einschalten und den Durchfluss nach zehn Minuten ablesen.
## Was das Sieb verrät
| Fund | Deutung |
| schwarzer Schlamm | Magnetit, Magnetabscheider anbieten |
| weiße Krümel | Kalk, Füllwasser nicht aufbereitet |
| Hanf, Späne | Reste vom Einbau, nach 4 Wochen noch einmal |
Fällt der Druck innerhalb einer Woche unter 1,2 bar, ist meist das Ausdehnungsgefäß schuld.
--- en Cleaning the strainer, filling and venting
Takes about 40 minutes for one person. Tools: two spanners, bucket, rags, filling hose with check valve, new gasket. Heating water can be hot, so let it cool below 40 degrees.
## Steps
1. Switch the system off at its controls, not just at the breaker.
2. Close the valves before and after the strainer.
3. Put the bucket under it, open the cap slowly and let the pressure go.
4. Take the mesh out, brush it under water, hold it against the light.
5. Insert a new gasket, cap hand-tight plus a quarter turn.
6. Open the valves and fill to 1.6 bar.
7. Vent at the highest point, top up, repeat until no air comes.
8. Switch on and read the flow after ten minutes.
## What the mesh tells you
| Find | Meaning |
| black sludge | magnetite, offer a magnetic separator |
| white crumbs | lime, fill water was not treated |
| hemp, chips | left from installation, come back in 4 weeks |
If the pressure falls below 1.2 bar within a week the expansion vessel is the usual culprit.
== filter-change | Gebäudetechnik | Building technology | lüftung,filter
--- de Lüftungsfilter wechseln ({ventilation})
Volle Filter sind der häufigste Grund für pfeifende Geräte und kalte Räume. Das Gerät {ventilation} misst den Druckabfall selbst; ab 250 Pa wird gewechselt, spätestens aber nach zwölf Monaten.
## Material
- Zuluft: ein Filter F7, Pfeil in Luftrichtung
- Abluft: ein Filter M5
- Staubsauger, Handschuhe, Maske FFP2
## Ablauf
1. Gerät am Hauptschalter ausschalten und zwei Minuten warten, bis der Ventilator steht.
2. Revisionsklappe öffnen, Zustand fotografieren.
3. Alte Filter in einen Sack geben und gleich verschließen.
4. Kammer aussaugen, Kondensatablauf mit einem Liter Wasser prüfen.
5. Neue Filter einsetzen und auf den Pfeil achten.
6. Datum auf den Aufkleber schreiben, Zähler im Menü zurücksetzen.
## Nachher
| Stufe | Druckabfall neu |
| 1 | 30 bis 45 Pa |
| 2 | 50 bis 70 Pa |
| 3 | 75 bis 95 Pa |
Liegt der Wert nach dem Wechsel höher, sitzt ein Filter schief oder das Außengitter ist zu. Bleibt ein Brummen, die Lager prüfen und den Riemen nachspannen.
--- en Changing ventilation filters ({ventilation})
Full filters are the most common reason for whistling units and cold rooms. The {ventilation} measures the pressure drop itself; change at 250 Pa, and after twelve months at the latest.
## Material
- Supply air: one F7 filter, arrow with the air flow
- Extract air: one M5 filter
- Vacuum cleaner, gloves, FFP2 mask
## Procedure
1. Switch off at the main switch and wait two minutes for the fan to stop.
2. Open the access panel and take a photo of what you see.
3. Put the old filters into a bag and close it at once.
4. Vacuum the chamber, test the condensate drain with a litre of water.
5. Insert the new filters, mind the arrow.
6. Write the date on the sticker and reset the counter in the menu.
## Afterwards
| Speed | Pressure drop, new |
| 1 | 30 to 45 Pa |
| 2 | 50 to 70 Pa |
| 3 | 75 to 95 Pa |
If it reads higher than that, a filter sits askew or the outdoor grille is blocked. If a hum remains, check the bearings and tighten the belt.
== reader-beeps | Gebäudetechnik | Building technology | zutritt,leser
--- de Zutrittsleser: Töne, Lichter und was zu tun ist
Der Leser {reader} sagt mit Ton und Licht ziemlich genau, was ihn stört. Bitte den Kunden immer zuerst fragen, was er hört, bevor jemand losfährt. In acht von zehn Fällen fehlt nur ein Recht.
## Signale
| Signal | Bedeutung | Wer hilft |
| 1 x lang, grün | Zutritt erteilt | niemand nötig |
| 2 x kurz, rot | Karte bekannt, kein Recht | Service Desk, Gruppe prüfen |
| 3 x kurz, rot | Karte unbekannt | Karte neu anlernen |
| kein Ton, dunkel | kein Strom | Technik, Port und Netzteil |
| gelb blinkend | keine Verbindung zur Zentrale | Netzwerk |
## Recht prüfen
1. Person in der Verwaltung öffnen, Gültigkeit der Karte ansehen.
2. Gruppen der Person mit den Gruppen des Lesers vergleichen.
3. Nach einer Änderung bis zu zehn Minuten warten, der Leser holt die Liste in Abständen.
## Wenn die Tür offen bleiben muss
Nur mit Freigabe der Ansprechperson beim Kunden, schriftlich im Ticket, und mit einer Uhrzeit, zu der wieder geschlossen wird. Brandschutztüren nie verkeilen. Nachts übernimmt der Wachdienst, Nummer in der Anlagenakte.
--- en Access readers: sounds, lights and what to do
The {reader} tells you with sound and light fairly precisely what is wrong. Always ask the customer what they hear before anyone drives. In eight cases out of ten it is just a missing right.
## Signals
| Signal | Meaning | Who helps |
| 1 long, green | access granted | nobody needed |
| 2 short, red | card known, no right | service desk, check the group |
| 3 short, red | card unknown | enrol the card again |
| silent, dark | no power | engineer, port and supply |
| blinking yellow | no link to the controller | network team |
## Check the right
1. Open the person in the admin tool and look at the card's validity.
2. Compare the person's groups with those of the reader.
3. Allow up to ten minutes after a change, the reader fetches its list at intervals.
## If the door has to stay open
Only with the approval of the customer's contact, in writing in the ticket, and with a time when it will be shut again. Never wedge a fire door. At night the guard service takes over, the number is in the plant records.
== cold-room-emergency | Gebäudetechnik | Building technology | kälte,notfall
--- de Notfall Kühlraum: die ersten 30 Minuten
Bei Lebensmitteln zählt jede Minute. Ab 7 Grad im Kern muss Ware oft entsorgt werden. Wer den Anruf annimmt, arbeitet diese Liste ab und bleibt dran, bis jemand unterwegs ist.
## Am Telefon
1. Temperatur, Uhrzeit des Alarms und Wert der Ware notieren.
2. Tür schließen lassen und geschlossen halten.
3. Fragen: Drehen die Ventilatoren? Ist der Verdampfer weiß?
4. Bei Vereisung die Abtauung von Hand starten: Taste „Defrost“ fünf Sekunden halten.
5. Einsatz auslösen und dem Kunden die Ankunftszeit nennen.
## Was ins Fahrzeug gehört
- Heizstab für die Abtauung, 1,2 kW
- Ventilator 300 mm, zwei Fühler, Regler
- Thermometer mit Kalibrierschein
## Entscheidung
| Raum | Aktion |
| unter 5 Grad | beobachten, Einsatz am selben Tag |
| 5 bis 8 Grad | sofort losfahren |
| über 8 Grad | sofort losfahren, Kunde lagert um |
Das Temperaturprotokoll gehört ins Ticket, der Kunde braucht es für seine Versicherung. Ursache und getauschte Teile werden noch am selben Tag nachgetragen.
--- en Cold room emergency: the first 30 minutes
With food every minute counts. Above 7 degrees in the core stock often has to be thrown away. Whoever takes the call works through this list and stays on it until somebody is driving.
## On the phone
1. Note the temperature, the time of the alarm and the value of the stock.
2. Have the door shut, and kept shut.
3. Ask: are the fans turning? Is the evaporator white?
4. If iced up, start a manual defrost: hold the Defrost key for five seconds.
5. Dispatch somebody and tell the customer when they will arrive.
## What belongs on the van
- Defrost heater, 1.2 kW
- 300 mm fan, two probes, controller
- Thermometer with certificate
## Decision
| Room | Action |
| below 5 degrees | watch, visit the same day |
| 5 to 8 degrees | drive at once |
| above 8 degrees | drive at once, customer moves stock |
The temperature log goes into the ticket because the customer needs it for the insurer. Cause and replaced parts are added the same day.
== ups-battery | Gebäudetechnik | Building technology | usv,batterie
--- de USV-Batterien im laufenden Betrieb tauschen ({ups})
Batterien halten drei bis fünf Jahre, in warmen Räumen weniger. Der Tausch an der {ups} ist im Betrieb möglich, die Last ist in dieser Zeit aber ungeschützt. Deshalb nur nach Absprache und nie bei Gewitterwarnung.
## Vorbereitung
1. Typenschild fotografieren und den Batteriesatz danach bestellen, nicht nach der Frontblende.
2. Last ablesen: über 80 Prozent wird nicht im Betrieb getauscht.
3. Dem Kunden ein Zeitfenster von einer Stunde nennen.
## Tausch
1. Auf Bypass schalten, Anzeige „BYP“ abwarten.
2. Batteriefach öffnen, Stecker ziehen, zuerst Minus.
3. Neuen Satz einschieben, Plus und danach Minus stecken.
4. Bypass aufheben, Selbsttest starten.
5. Kalibrierung in der Nacht einplanen.
## Richtwerte
| Last | Laufzeit mit neuem Satz |
| 30 % | 38 Minuten |
| 50 % | 21 Minuten |
| 80 % | 9 Minuten |
Alte Batterien sind Gefahrgut: Pole abkleben, stehend transportieren, im Lager in die rote Kiste. Das Tauschdatum gehört auf den Aufkleber und in die Anlagenakte.
--- en Swapping UPS batteries live ({ups})
Batteries last three to five years, less in warm rooms. On the {ups} they can be swapped live, but the load is not protected meanwhile. So only by agreement, and never with a thunderstorm warning.
## Preparation
1. Photograph the rating plate and order the set by it, not by the front panel.
2. Read the load: above 80 per cent we do not swap live.
3. Give the customer a window of one hour.
## The swap
1. Switch to bypass and wait for "BYP" on the display.
2. Open the battery bay and unplug, negative first.
3. Slide the new set in, plug positive, then negative.
4. End the bypass, start the self-test.
5. Schedule the calibration overnight.
## Reference values
| Load | Runtime with a new set |
| 30 % | 38 minutes |
| 50 % | 21 minutes |
| 80 % | 9 minutes |
Old batteries are dangerous goods: tape the poles, carry them upright, red box in the store. The date goes on the sticker and into the plant records.
`
