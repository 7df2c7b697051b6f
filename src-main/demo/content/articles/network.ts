/** Knowledge articles on network subjects. The format is described in `../../article-text.ts`. */
export const networkArticles = String.raw`
== router-leds | Netzwerk | Network | router,led,störung
--- de Router-LEDs: was die Farben und Blinkfolgen bedeuten
Gilt für {router} und baugleiche Geräte. Die Status-LED sitzt vorn links, die Leitungs-LED direkt daneben. Zuerst immer das Muster notieren: nach dem Aus- und Einschalten ist es oft weg, und damit auch der Hinweis auf die Ursache.
## Bedeutung
| Anzeige | Bedeutung | Erster Schritt |
| grün, dauernd | alles in Ordnung | nichts tun |
| orange, blinkend | Firmware wird geladen | 5 Minuten warten, Strom nicht trennen |
| rot, 3 x kurz, Pause | Firmware beim Start beschädigt | Recovery, siehe unten |
| rot, gleichmäßig | keine Leitung | Kabel am WAN-Port prüfen |
| rot, dauernd | Hardwarefehler | Gerät tauschen |
## Recovery nach Stromausfall
1. Gerät eingeschaltet lassen und alle Kabel außer Strom abziehen.
2. Reset-Knopf mit einer Büroklammer 12 Sekunden halten, bis die LED orange wird.
3. Fünf Minuten warten. Grün heißt: Grundfirmware läuft.
4. Sicherung aus der Verwaltung einspielen, danach die Kabel wieder stecken.
## Wann wir hinfahren
Wenn die LED nach zwei Versuchen wieder rot blinkt oder wenn am Standort niemand den Knopf erreicht. Ein Ersatzgerät gehört dann ins Fahrzeug, ebenso eine kleine USV: an Standorten ohne USV sehen wir denselben Fehler im Schnitt alle acht Monate wieder.
--- en Router lights: what colours and patterns mean
Applies to the {router} and its siblings. The status light is at the front left with the line light next to it. Always write the pattern down first: after a power cycle it is often gone, and with it the only clue to the cause.
## Meaning
| Light | Meaning | First step |
| green, steady | all is well | nothing |
| amber, blinking | firmware is loading | wait 5 minutes, do not cut the power |
| red, 3 short, pause | firmware damaged at start | recovery, see below |
| red, even blinking | no line | check the cable in the WAN port |
| red, steady | hardware fault | replace the device |
## Recovery after a power cut
1. Leave the device switched on and unplug everything but power.
2. Hold the reset button with a paper clip for 12 seconds until the light turns amber.
3. Wait five minutes. Green means the base firmware is running.
4. Load the backup from the management portal, then plug the cables back in.
## When we drive out
If the light blinks red again after two attempts, or if nobody on site can reach the button. Take a replacement and a small UPS: at sites without a UPS the same fault returns about every eight months.
== vpn-setup | Netzwerk | Network | vpn,zertifikat
--- de VPN auf einem neuen Laptop einrichten
Das VPN arbeitet mit einem Gerätezertifikat. Es gilt ein Jahr und erneuert sich von selbst, sobald das Gerät in den letzten 45 Tagen vor dem Ablauf einmal online ist. Wer länger unterwegs ist, meldet sich bitte vorher beim Service Desk.
## Einrichten
1. Mit dem Firmenkonto unter https://enroll.nordhang.example anmelden.
2. „Gerät hinzufügen“ wählen und die Gerätenummer vom Aufkleber eingeben.
3. Den VPN-Client aus dem Softwarecenter installieren, mindestens Version {version}.
4. Einmal verbinden, noch bevor du das Büro verlässt.
## Häufige Meldungen
| Meldung | Ursache | Abhilfe |
| Zertifikat abgelaufen | Gerät war zu lange offline | neu anmelden wie in Schritt 1 |
| Zeit weicht ab | Uhr des Geräts falsch | Uhrzeit automatisch beziehen |
| Gegenstelle antwortet nicht | Hotel oder Zug sperrt den Port | im Client „Port 443“ wählen |
| Kein Gerät gefunden | Nummer vertippt | Aufkleber prüfen, O und 0 beachten |
## Prüfen, ob es läuft
~ ping intern.nordhang.example
~ nslookup akten.nordhang.example
Antwortet der erste Befehl und der zweite nicht, stimmt die Namensauflösung nicht: Client beenden, WLAN einmal aus- und einschalten, neu verbinden.
--- en Setting up the VPN on a new laptop
The VPN uses a certificate for each device. It is valid for one year and renews itself if the device is online at least once during the last 45 days. If you travel for longer than that, talk to the service desk beforehand.
## Set it up
1. Sign in at https://enroll.nordhang.example with your company account.
2. Choose "Add device" and type the number from the sticker.
3. Install the VPN client from the software centre, version {version} or later.
4. Connect once before you leave the office.
## Common messages
| Message | Cause | Remedy |
| Certificate expired | device was offline for too long | sign in again as in step 1 |
| Time differs | clock of the device is wrong | set the time automatically |
| Peer does not respond | hotel or train blocks the port | choose "port 443" in the client |
| No device found | typing error | check the sticker, mind O and 0 |
## Check that it works
~ ping intern.nordhang.example
~ nslookup files.nordhang.example
If the first command answers and the second does not, name resolution is at fault: quit the client, switch Wi-Fi off and on, connect again.
== wifi-survey | Netzwerk | Network | wlan,messung
--- de WLAN in Hallen ausmessen
Metallregale, Kühlzellen und volle Paletten verändern das Funkfeld stärker als jede Wand. Eine Messung in der leeren Halle ist deshalb wertlos. Gemessen wird im Betrieb, mit dem Gerät, das dort wirklich benutzt wird.
## Vorgehen
1. Grundriss besorgen und alle {ap} mit Kanal und Sendeleistung eintragen.
2. Alle zehn Meter messen, in Gassen an beiden Enden und in der Mitte, auf Höhe des Scanners.
3. Zu jedem Punkt Signal, Rauschen und den verbundenen Access Point notieren.
4. Einen Wechsel zwischen zwei Access Points im Gehen prüfen: er darf höchstens eine Sekunde dauern.
## Zielwerte
| Anwendung | Signal mindestens | Abstand zum Rauschen |
| Handscanner | -67 dBm | 20 dB |
| Telefonie | -65 dBm | 25 dB |
| Kamera | -70 dBm | 18 dB |
## Typische Abhilfen
- Access Point über den Quergang statt über das Regal hängen.
- Sendeleistung senken: zu starke Punkte halten Scanner zu lange fest.
- Im 2,4-GHz-Band nur die Kanäle 1, 6 und 11.
- Richtantennen für lange Gassen.
Das Ergebnis kommt als Heatmap in die Anlagenakte, mit Datum und Belegungsgrad der Halle.
--- en Surveying Wi-Fi in halls and warehouses
Steel racking, cold cells and full pallets change the radio field more than any wall. A survey in an empty hall is worthless. Measure during operation, with the device that is really used there.
## How to go about it
1. Get a floor plan and mark every {ap} with channel and power.
2. Measure every ten metres, at both ends and the middle of each aisle, at the height of the scanner.
3. Note signal, noise and the connected access point at each spot.
4. Test roaming between two access points while walking: it may take one second at most.
## Target values
| Use | Signal at least | Above noise |
| Hand scanner | -67 dBm | 20 dB |
| Telephony | -65 dBm | 25 dB |
| Camera | -70 dBm | 18 dB |
## Typical remedies
- Hang the access point over the cross aisle instead of over the racking.
- Lower the power: strong cells hold on to scanners for too long.
- Use only channels 1, 6 and 11 in the 2.4 GHz band.
- Directional antennas for long aisles.
File the result as a heat map with the plant records, with the date and how full the hall was.
== poe-budget | Netzwerk | Network | switch,poe
--- de PoE-Budget planen und Überlast erkennen
Ein Switch wie der {switch} liefert nur eine begrenzte Gesamtleistung über alle Ports. Wird sie überschritten, schaltet er Geräte ab, und zwar nach Portnummer und nicht nach Wichtigkeit, solange niemand Prioritäten gesetzt hat.
## Bedarf schätzen
| Gerät | Leistung |
| Telefon | 6 W |
| Access Point | 18 W |
| Kamera ohne Heizung | 9 W |
| Kamera mit Heizung | 24 W |
| Zutrittsleser | 5 W |
Zur Summe kommen 20 Prozent Reserve. Kameras mit Heizung im Winter immer mit dem vollen Wert rechnen, auch wenn sie im Sommer kaum etwas brauchen.
## Überlast erkennen
- Mehrere Ports blinken gleichzeitig orange.
- Geräte starten im Kreis neu, vor allem morgens bei Kälte.
- Im Protokoll steht eine Zeile wie diese:
~ PWR-4-DENIED: port 17 power denied, budget 370 W, requested 402 W
## Abhilfe
1. Prioritäten setzen: Telefone und Zutritt hoch, Kameras mittel, Anzeigen niedrig.
2. Kurzfristig einzelne Geräte über Injektoren versorgen.
3. Dauerhaft zweites Netzteil oder zweiten Switch anbieten.
--- en Planning the PoE budget and spotting overload
A switch such as the {switch} can deliver only so much power over all of its ports. Beyond that it turns devices off, by port number rather than importance unless somebody has set priorities.
## Estimate the need
| Device | Power |
| Phone | 6 W |
| Access point | 18 W |
| Camera without heater | 9 W |
| Camera with heater | 24 W |
| Access reader | 5 W |
Add 20 per cent of headroom. Always count heated cameras in full, even though they use next to nothing in summer.
## Spot an overload
- Several ports blink amber at the same time.
- Devices restart in circles, above all on cold mornings.
- The log has a line like this one:
~ PWR-4-DENIED: port 17 power denied, budget 370 W, requested 402 W
## What to do
1. Set priorities: phones and access high, cameras medium, displays low.
2. For the moment, feed single devices through injectors.
3. For good, offer a second power supply or a second switch.
== lte-failover | Netzwerk | Network | lte,ausfall
--- de Ersatzleitung über LTE einrichten und testen
Fällt die Hauptleitung aus, übernimmt der {router} auf WAN2. Das klappt nur, wenn es vorher eingerichtet und mindestens zweimal im Jahr getestet wurde. Eine ungetestete Ersatzleitung gilt als nicht vorhanden.
## Einrichten
1. SIM mit Mehrnetz-Tarif einsetzen und die PIN abschalten.
2. Antenne nach außen führen, Kabel höchstens 10 Meter.
3. Prüfadressen eintragen: zwei verschiedene, nie nur die des Anbieters.
4. Umschalten nach 30 Sekunden, zurück erst nach 5 Minuten stabiler Hauptleitung.
## Was über LTE läuft
| Dienst | über LTE |
| Kasse, Telefon, Alarme | ja |
| E-Mail | ja |
| Kameras | nur Standbilder |
| Updates, Sicherung | nein |
## Test
Kunden ankündigen, WAN1 ziehen, Uhr stellen. Nach spätestens einer Minute müssen Kasse und Telefon gehen. Danach zehn Minuten laufen lassen, Verbrauch ablesen, WAN1 wieder stecken. Ergebnis mit Datum in die Anlagenakte eintragen. Ein Signal schlechter als -100 dBm reicht für Telefonie nicht aus.
--- en Setting up and testing LTE failover
When the main line fails the {router} moves to WAN2. That works only if it has been set up before and tested at least twice a year. An untested backup line counts as none.
## Set it up
1. Insert a SIM with a multi-network plan and switch its PIN off.
2. Lead the antenna outside, with 10 metres of cable at most.
3. Enter check addresses: two different ones, never just the carrier's.
4. Switch over after 30 seconds, and back only after 5 minutes of a stable main line.
## What runs over LTE
| Service | on LTE |
| Tills, phones, alarms | yes |
| E-mail | yes |
| Cameras | stills only |
| Updates, backup | no |
## The test
Tell the customer, pull WAN1, start the clock. Tills and phones have to work within a minute. Let it run for ten minutes, read the usage, plug WAN1 back in and file the result with its date. A signal below -100 dBm is not good enough for telephony.
== address-plan | Netzwerk | Network | dhcp,planung
--- de Adressplan für Kundenstandorte
Alle Standorte folgen demselben Schema. So weiß jeder am Telefon, wo er suchen muss, und zwei Geräte bekommen nicht dieselbe Adresse. Feste Adressen stehen außerhalb des Bereichs, den der Server vergibt.
## Schema
| Bereich | Verwendung |
| .1 bis .9 | Router, Switches |
| .10 bis .39 | Server, Speicher, USV |
| .40 bis .79 | Drucker, Waagen, Terminals |
| .80 bis .119 | Steuerungen und Zähler |
| .120 bis .239 | vergibt der Server |
| .240 bis .254 | Techniker vor Ort |
## Doppelte Adresse finden
1. Gerät mit der Meldung vom Netz nehmen.
2. Adresse anpingen: antwortet noch jemand, ist das der zweite.
3. Hardwareadresse nachschlagen und am Switch den Port suchen.
~ arp -a | grep 10.20.4.57
~ show mac address-table | include 3c:61
4. Eines der beiden Geräte nach Plan umstellen und die Liste in der Anlagenakte ergänzen.
Nie eine feste Adresse „auf gut Glück“ vergeben. Die Tabelle von 2021 gilt nicht mehr, maßgeblich ist der Netzplan im Wiki.
--- en Address plan for customer sites
All sites follow the same scheme, so everybody on the phone knows where to look and no two devices get the same address. Fixed addresses lie outside the range that the server hands out.
## Scheme
| Range | Use |
| .1 to .9 | routers, switches |
| .10 to .39 | servers, storage, UPS |
| .40 to .79 | printers, scales, terminals |
| .80 to .119 | controllers and meters |
| .120 to .239 | handed out by the server |
| .240 to .254 | engineers on site |
## Find a duplicate
1. Take the complaining device off the network.
2. Ping its address: if something still answers, that is the other one.
3. Look up the hardware address and find its port on the switch.
~ arp -a | grep 10.20.4.57
~ show mac address-table | include 3c:61
4. Move one of the two according to plan and update the list in the plant records.
Never pick a fixed address at random. The sheet from 2021 is void, the network plan in the wiki is what counts.
`
