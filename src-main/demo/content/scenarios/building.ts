/** Ticket scenarios of the building technology queue. The format is described in `../../scenarios.ts`. */
export const buildingScenarios = String.raw`
== heatpump-e47 | building | 2 | wärmepumpe,heizung
de
T Wärmepumpe {heatpump} zeigt {hpcode}<|, Heizung kalt|: Vorlauf nur noch {nn} Grad>
D Die {heatpump} im Technikraum steht {since} mit {hpcode} auf Störung. Quittieren hilft für etwa eine Stunde, dann kommt der Fehler wieder. Im {floor} sind es noch 17 Grad.
D Heizung kalt, im Display steht {hpcode}. Der Außenlüfter läuft, aber es wird nichts warm. Seriennummer {serial}. Bitte um Rückruf.
A Bitte lesen Sie im Menü „Diagnose“ den Wert „Durchfluss“ ab, und schauen Sie, ob die Anzeige am Manometer zwischen 1,2 und 2 bar steht.
C Durchfluss 4 l/min, Manometer 0,8 bar.
A Zu wenig Wasser im Kreis, deshalb schaltet die Pumpe ab. {techfirst} kommt am {weekday} um {time} Uhr, füllt nach und reinigt den Schmutzfänger. Bis dahin läuft der Heizstab als Notbetrieb.
A Schmutzfänger war zugesetzt, gereinigt, auf 1,6 bar gefüllt und entlüftet. Durchfluss jetzt 19 l/min, Fehler quittiert.
C Es wird warm. Besten Dank an {techfirst}.
N Ausdehnungsgefäß hält den Druck nicht sauber, beim nächsten Service tauschen ({part}).
Q {hpcode} an der {heatpump} bei {org}, 4 l/min Durchfluss. Ich tippe auf den Schmutzfänger, Einwände?
R Keine. Nimm trotzdem einen {partname} mit, falls die Pumpe hin ist.
F War der Schmutzfänger. 19 l/min, 1,6 bar, läuft.
en
T Heat pump {heatpump} shows {hpcode}<|, no heating|: flow temperature stuck at {nn}>
D The {heatpump} in the plant room has been locked out with {hpcode} {since}. Resetting it helps for an hour, then it is back. It is 17 degrees on the {floor}.
D Heating is cold and the display says {hpcode}. The outside fan turns but nothing gets warm. Serial {serial}. Please call back.
A Could you open the Diagnosis menu and read me the flow rate, and check that the gauge is between 1.2 and 2 bar?
C Flow is 4 l/min, gauge says 0.8 bar.
A There is too little water in the circuit, so the unit protects itself. {techfirst} will be with you {weekday} at {time} to top up and clean the strainer. The immersion heater covers you until then.
A Strainer was blocked solid. Cleaned, filled to 1.6 bar and vented. Flow is 19 l/min and the fault is cleared.
C It is getting warm. Thanks to {techfirst}.
N Expansion vessel does not hold pressure properly, swap at next service ({part}).
Q {hpcode} on a {heatpump} at {org}, flow 4 l/min. My money is on the strainer, anyone disagree?
R No. Take a {partname} anyway in case the pump is gone.
F It was the strainer. 19 l/min, 1.6 bar, running.
== ventilation-noise | building | 3 | lüftung
de
T Lüftung {ventilation} <pfeift|brummt laut> {inplace}
D Das Lüftungsgerät {ventilation} macht {since} ein <hohes Pfeifen|tiefes Brummen>, besonders auf Stufe 3. Im Besprechungsraum kann man kaum reden.
D Ein Kollege meint, das Lager vom Ventilator sei am Ende. Das Geräusch kommt und geht mit der Drehzahl. Letzter Filterwechsel: unbekannt.
A Was zeigt das Display bei „Differenzdruck Filter“? Und wird das Geräusch leiser, wenn die Revisionsklappe offen ist?
C 310 Pa, und ja, mit offener Klappe ist fast Ruhe.
A Dann sind die Filter dicht, das Gerät saugt gegen eine Wand. Wir schicken zwei Filter F7 und kommen am {date} zum Wechsel vorbei.
A Filter getauscht, Differenzdruck 85 Pa, Geräusch weg. Wechselintervall im Vertrag auf 6 Monate gestellt.
C Himmlisch leise. Danke.
N Lager geprüft, keine Auffälligkeit. Filter waren laut Aufkleber 19 Monate alt.
Q Pfeifende {ventilation} bei {org}. 310 Pa am Filter, das reicht wohl als Diagnose?
R Ja. F7 liegen im Regal 4, nimm gleich einen Satz für {town} mit.
F Getauscht, 85 Pa, Ruhe.
en
T {ventilation} <whistling|humming loudly> {inplace}
D The air handling unit {ventilation} has made a <high whistle|deep hum> {since}, worst on speed 3. You can hardly hold a meeting.
D One of our people thinks the fan bearing is gone. The noise follows the speed. Nobody knows when the filters were last changed.
A What does the display show for filter pressure? And does the noise drop with the access panel open?
C 310 Pa. And yes, with the panel open it is nearly silent.
A Then the filters are blocked and the fan pulls against a wall. We will send two F7 filters and come on {date} to fit them.
A Filters changed, 85 Pa, noise gone. I have set the interval in your contract to six months.
C Blissfully quiet. Thank you.
N Bearing checked, fine. Sticker says the filters were 19 months old.
Q Whistling {ventilation} at {org}, 310 Pa across the filter. Enough of a diagnosis?
R Plenty. F7s are on shelf 4, take a set for {town} too.
F Changed, 85 Pa, quiet.
== badge-reader | building | 2 | zutritt,leser
de
T Ausweisleser {reader} {inplace} reagiert nicht
D Der Kartenleser {inplace} nimmt {since} keine Ausweise mehr an, <die LED bleibt dunkel|die LED blinkt gelb>. Wir lassen die Tür gerade mit einem Keil offen, das geht nachts nicht.
D Neue Mitarbeiterin, Ausweis {digits}: Haupteingang geht, {inplace} nicht. Bei allen anderen funktioniert es.
A Piept der Leser beim Vorhalten gar nicht, oder piept er und die Tür bleibt zu?
C Er piept zweimal kurz, Tür bleibt zu.
A Zweimal kurz heißt: Karte erkannt, kein Recht. Die Gruppe für {floor} war dem Leser nicht zugeordnet. Ist ergänzt, bitte in zehn Minuten noch einmal versuchen.
C Geht jetzt auf.
N Nach dem Import vom {pastdate} fehlten drei Gruppen. Alle nachgetragen, Protokoll liegt bei.
Q {org}: Leser {inplace} piept zweimal und öffnet nicht. Rechte oder Hardware?
R Zweimal ist immer Rechte. Schau, ob die Gruppe am Leser hängt.
F Gruppe fehlte nach dem Import. Erledigt.
en
T Badge reader {reader} {inplace} not responding
D The card reader {inplace} has ignored all badges {since}, <its light stays dark|its light blinks yellow>. We have wedged the door for now, which will not do overnight.
D New starter, badge {digits}: main entrance works, {inplace} does not. Everyone else is fine.
A Does the reader stay silent, or does it beep while the door stays shut?
C It beeps twice, door stays shut.
A Two beeps means card known, no right. The group for the {floor} was not attached to that reader. Added, please try again in ten minutes.
C Opens now.
N Three groups were lost in the import of {pastdate}. All restored, log attached.
Q {org}: reader {inplace} beeps twice and stays shut. Rights or hardware?
R Two beeps is always rights. Check the group on the reader.
F Group was missing after the import. Done.
== site-access | building | 3 | zutritt,fremdfirma
de
T Zutritt für Fremdfirma am {date} <in {town}|, {n} Personen>
D Am {date} kommen {n} Personen der Firma für die Brandschutzprüfung. Bitte Zutritt {inplace} von {time} bis 17 Uhr einrichten. Ansprechperson vor Ort bin ich.
D Für die Reinigung der Rotorblätter brauchen wir Gelände- und Turmzugang für {n} Externe. Unterweisung ist gemacht, Nachweise im Anhang.
A Bitte noch die Namen und Geburtsdaten für die Besucherausweise, und ob jemand in den Schaltraum muss.
C Liste ist im Portal. In den Schaltraum muss niemand.
A {n} Tagesausweise sind angelegt und am {date} von {time} bis 17 Uhr gültig. Abholung am Empfang gegen Ausweis.
C Hat alles funktioniert, Ausweise sind zurück.
N Unterweisungsnachweis einer Person läuft am {date2} ab. Beim nächsten Mal prüfen.
Q {n} Externe am {date} bei {org}. Hat jemand die Unterweisungsnachweise gesehen?
R Liegen im Ticket, einer läuft bald ab.
F Ausweise sind angelegt.
en
T Site access for contractors on {date} <in {town}|, {n} people>
D {n} people from the fire safety contractor arrive on {date}. Please set up access {inplace} from {time} to 17:00. I am the contact on site.
D For the blade cleaning we need site and tower access for {n} contractors. Induction is done, certificates attached.
A Could you add names and dates of birth for the visitor passes, and say whether anyone needs the switch room?
C List is in the portal. Nobody needs the switch room.
A {n} day passes are set up for {date}, {time} to 17:00. Collect them at reception against photo ID.
C All worked, passes returned.
N One induction certificate runs out on {date2}. Check next time.
Q {n} contractors at {org} on {date}. Has anyone seen the induction certificates?
R In the ticket, one is about to run out.
F Passes are set up.
== camera-offline | building | 3 | kamera,video
de
T Kamera <offline|ohne Bild> {inplace} ({camera})
D Die Kamera {camera} {inplace} liefert {since} kein Bild, im Rekorder steht „Signal verloren“. Die anderen {n} laufen.
D Bei der Kontrolle heute früh fiel auf, dass die Kamera an der Einfahrt schwarz ist. Laut Aufzeichnung war um {time} Uhr das letzte Bild da.
A Leuchtet am Gehäuse unten ein Lämpchen? Und hängt sie am selben Schrank wie die übrigen?
C Kein Lämpchen. Sie hängt am Außenkasten beim Tor.
A Dort ist in der Nacht der Fehlerstromschalter gefallen. Bitte FI Nr. {n2} im Außenkasten wieder einschalten. Fällt er erneut, lassen Sie ihn aus, dann kommen wir.
C Eingeschaltet, hält, Bild ist da.
N Feuchtigkeit im Außenkasten wahrscheinlich. Dichtung bei Gelegenheit erneuern, Foto liegt bei.
Q Kamera an der Einfahrt von {org} ist dunkel. Fahrt oder FI?
R Erst FI im Außenkasten. War letzten Herbst auch so.
F War der FI. Dichtung tauschen wir beim nächsten Besuch.
en
T Camera <offline|shows no picture> {inplace} ({camera})
D The {camera} {inplace} has shown no picture {since}, the recorder says "signal lost". The other {n} are fine.
D On this morning's round we noticed that the camera at the gate is black. The last frame in the recording is from {time}.
A Is there a small light on the underside? And is it wired to the same cabinet as the others?
C No light. It runs from the outdoor box by the gate.
A The residual current breaker in that box tripped overnight. Please switch breaker {n2} back on. If it trips again leave it off and we will come out.
C On, it holds, and we have a picture.
N Damp in the outdoor box most likely. Renew the seal when passing, photo attached.
Q Gate camera at {org} is dark. Drive or breaker?
R Breaker in the outdoor box first. Same thing last autumn.
F Breaker it was. Seal goes on the list for the next visit.
== ups-battery | building | 2 | usv,batterie
de
T USV {ups} meldet Batterietausch<|, Restlaufzeit 4 Minuten>
D Die {ups} im Serverraum piept alle 30 Sekunden und zeigt „Replace battery“. Batterien sind laut Aufkleber vom {pastdate} vor vier Jahren.
D Beim Selbsttest ist die USV umgefallen und hat {n} Geräte mitgenommen. Das darf uns bei einem echten Ausfall nicht passieren.
A Ich brauche die genaue Bezeichnung vom Typenschild hinten. Und lässt sich die Last für eine Stunde auf den Bypass legen?
C {ups}, Seriennummer {serial}. Bypass ist vorhanden, nach {time} Uhr passt es.
A Batteriesatz {part} ist bestellt und am {date} da. Wir tauschen im laufenden Betrieb, {techfirst} kommt um {time} Uhr.
A Satz getauscht, Kalibrierung gelaufen: {nn} Minuten bei aktueller Last. Alte Batterien haben wir zur Entsorgung mitgenommen.
C Kein Piepen mehr. Danke.
N Selbsttest auf monatlich gestellt, Mail geht jetzt an uns und an {org}.
Q Batteriesatz für {ups} noch auf Lager? {org} hat 4 Minuten Restlaufzeit.
R Einer noch, {part}. Ich lege ihn dir raus.
F Getauscht, {nn} Minuten bei aktueller Last.
en
T UPS {ups} asks for new batteries<|, 4 minutes of runtime left>
D The {ups} in the server room beeps every 30 seconds and shows "Replace battery". By the sticker they are four years old.
D During the self-test the UPS dropped and took {n} devices down with it. We cannot have that in a real outage.
A I need the exact type from the plate at the back. And can the load go on bypass for an hour?
C {ups}, serial {serial}. There is a bypass, any time after {time} suits.
A Battery set {part} is ordered and due on {date}. We swap it live, {techfirst} will be there at {time}.
A Set replaced and calibrated: {nn} minutes at the present load. We took the old ones for recycling.
C No more beeping. Thanks.
N Self-test is monthly now, mail goes to us and to {org}.
Q Any battery set for a {ups} left? {org} is down to 4 minutes.
R One, {part}. I will put it by the door for you.
F Swapped, {nn} minutes at present load.
== ev-charger | building | 3 | ladesäule
de
T Ladesäule {charger} bricht <nach wenigen Minuten|immer wieder> ab
D An der {charger} auf dem Hof brechen Ladevorgänge {since} ab, Anzeige „Kommunikation gestört“. Betroffen: unsere {n} Dienstwagen.
D Die linke Ladesäule gibt kein Kabel mehr frei. Ein Besucherfahrzeug hängt fest, bitte dringend.
A Lässt sich die Säule über den Schalter im Sockel (Klappe rechts) stromlos machen? Nach 30 Sekunden gibt sie das Kabel frei.
C Hat geklappt, Kabel ist frei. Laden bricht aber weiter ab.
A Im Protokoll sehe ich Zeitüberschreitungen zum Lastmanagement. Der {switch} im Verteiler war überhitzt. Wir setzen am {date} ein Modell für die Hutschiene ein.
A Getauscht. Vier Testladungen über je 20 Minuten ohne Abbruch.
C Zwei Tage ohne Probleme, danke.
N Verteiler hat 52 Grad erreicht. Lüftungsgitter nachgerüstet.
Q {charger} bei {org} verliert die Verbindung zum Lastmanagement. Kennt das jemand?
R Ja, der Switch im Verteiler wird zu heiß. Nimm ein Hutschienenmodell.
F Getauscht, vier Testladungen sauber.
en
T Charge point {charger} stops <after a few minutes|again and again>
D Charging stops {since} on the {charger} in our yard with "communication fault". It affects our {n} pool cars.
D The left-hand charge point will not release the cable. A visitor is stuck, this is urgent please.
A Can you cut its power with the switch in the plinth (flap on the right)? It releases the cable after 30 seconds.
C That worked, cable is free. Charging still stops though.
A The log shows time-outs to the load manager. The {switch} in the distribution box was overheating. We will fit a DIN rail model on {date}.
A Replaced. Four test sessions of 20 minutes each without a stop.
C Two days without trouble, thank you.
N Box reached 52 degrees. Vent grille added.
Q {charger} at {org} loses its load manager. Seen that before?
R Yes, the switch in the box cooks. Use the DIN rail one.
F Replaced, four clean test sessions.
== cold-room | building | 1 | kälte,alarm
de
T Kühlraum {inplace} <über 8 Grad|Temperaturalarm><, {org}| ({town})|, {org}>
D Temperaturalarm um {time} Uhr: Kühlraum bei 8,4 Grad und steigend. Ware im Wert von rund 30.000 Euro. Bitte sofort.
D Der Verdampfer ist komplett vereist, die Ventilatoren stehen. Wir haben angefangen umzulagern.
A {techfirst} ist unterwegs, Ankunft in etwa {nn} Minuten. Bitte Tür geschlossen halten und die Abtauung von Hand starten: Taste „Defrost“ 5 Sekunden halten.
C Abtauung läuft, Wasser fließt ab.
A Abtauheizung defekt, Ersatz {part} war im Fahrzeug. Eingebaut, Raum ist bei 3,9 Grad und fällt. Alarmgrenze getestet.
C 2,8 Grad, Ware ist gerettet. Danke für den schnellen Einsatz!
N Protokoll der Temperaturen für die Versicherung liegt bei.
Q Kühlraum bei {org} über 8 Grad. Wer ist am nächsten an {town}?
R Ich, {nn} Minuten. Heizung für die Abtauung habe ich im Wagen.
F 3,9 Grad und fallend. Protokoll kommt ins Ticket.
en
T Cold room {inplace} <above 8 degrees|temperature alarm><, {org}| ({town})|, {org}>
D Temperature alarm at {time}: cold room at 8.4 degrees and rising, about 25,000 pounds of stock in it. Please come straight away.
D The evaporator is a block of ice and the fans have stopped. We have started moving stock.
A {techfirst} is on the way, about {nn} minutes. Keep the door shut and start a manual defrost: hold the Defrost key for 5 seconds.
C Defrost is running, water is draining.
A Defrost heater had failed, the spare {part} was on the van. Fitted, room is at 3.9 degrees and falling. Alarm limit tested.
C 2.8 degrees, stock is safe. Thank you for coming so quickly!
N Temperature log attached for their insurer.
Q Cold room above 8 at {org}. Who is closest to {town}?
R Me, {nn} minutes. I have a defrost heater on board.
F 3.9 and falling. Log goes into the ticket.
`
