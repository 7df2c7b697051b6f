/** Ticket scenarios of the spare parts and the accounts queue. The format is described in `../../scenarios.ts`. */
export const logisticsScenarios = String.raw`
== forklift-scanner | parts | 2 | scanner,stapler
de
T Staplerscanner {forklift} <lädt nicht|verliert Verbindung>
D Der {scanner} am Stapler {forklift} lädt in der Halterung nicht mehr, Kontakte sind sauber.
D Auf {forklift} startet die Lager-App mit „Lizenz belegt“. Der Fahrer bucht derzeit auf Papier.
A Passt der Scanner in der Halterung eines anderen Staplers? Dann wissen wir, ob es Gerät oder Halterung ist.
C Auf dem Nachbarstapler lädt er. Also Halterung.
A Halterung {part} geht heute raus, mit Sicherung 3 A. Einbau: vier Schrauben, Anleitung liegt bei.
C Eingebaut, lädt wieder.
N Sicherung war die falsche (1 A). Andere Stapler beim nächsten Termin prüfen.
Q Halterung am {forklift} lädt nicht. Sicherung schon geprüft?
R Ja, 1 A statt 3 A drin. Neue Halterung gleich mitgeschickt.
F Lädt wieder.
en
T Forklift scanner {forklift} <does not charge|keeps dropping out>
D The {scanner} on truck {forklift} no longer charges in its cradle, contacts are clean.
D On {forklift} the warehouse app starts with "licence in use". The driver is booking on paper.
A Does the scanner charge in another truck's cradle? Then we know whether it is the scanner or the cradle.
C It does on the next truck. So it is the cradle.
A Cradle {part} ships today with a 3 A fuse. Four screws, instructions are in the box.
C Fitted and charging.
N The fuse in there was wrong (1 A). Check the other trucks next time.
Q Cradle on {forklift} does not charge. Fuse checked?
R Yes, 1 A instead of 3. Sent a new cradle as well.
F Charging again.
== gps-tracker | parts | 3 | tracker,fahrzeug
de
T GPS-Tracker {tracker} <sendet nicht|zeigt falsche Position> (<{vehicle}|Anhänger {n}>)
D Der Tracker {tracker} am Anhänger steht auf der Karte {since} in {town}, der Anhänger ist aber bei uns auf dem Hof.
D Keine Positionsdaten vom {tracker}, letzte Meldung {pastdate}. Batterie wurde im Frühjahr getauscht.
A Blinkt die LED grün nach einem Schlag auf das Gehäuse? Das weckt den Bewegungssensor.
C Blinkt grün, dann zweimal rot.
A Zweimal rot: kein Netz. Die SIM unterstützt den dortigen Anbieter nicht. Ersatz mit Mehrnetz-SIM ({serial}) ist unterwegs.
C Neuer Tracker ist dran, Position stimmt auf fünf Meter.
N Alte Karten im Bestand: noch {nn} Stück. Nach und nach tauschen.
Q Tracker zeigt {town}, Anhänger steht auf dem Hof. Kalter Start?
R Eher die alte SIM ohne Mehrnetz. Tauschen.
F Getauscht, Position stimmt.
en
T GPS tracker {tracker} <not reporting|shows the wrong place> (<{vehicle}|trailer {n}>)
D The {tracker} on our trailer has been in {town} on the map {since}, but the trailer is standing in our yard.
D No position from the {tracker}, last report {pastdate}. The battery was changed in spring.
A Does the light blink green if you tap the case? That wakes the motion sensor.
C Green, then twice red.
A Twice red means no network. That SIM does not support the local carrier. A replacement with a roaming SIM ({serial}) is on its way.
C New tracker fitted, accurate to five metres.
N Old SIMs in stock: {nn} left. Replace as they come in.
Q Tracker says {town}, trailer is in the yard. Cold start?
R More likely the old single-carrier SIM. Swap it.
F Swapped, position is right.
== label-printer | parts | 3 | etiketten,drucker
de
T Etikettendrucker {labelprinter} <druckt versetzt|zieht Leeretiketten>
D Der {labelprinter} {inplace} druckt alle Etiketten rund {n} mm zu tief, der Barcode ist abgeschnitten.
D Nach dem Rollenwechsel schiebt der {labelprinter} nach jedem Druck zwei leere Etiketten hinterher.
A Sind die neuen Etiketten eine andere Sorte? Bitte Maß und Bestellnummer von der Rolle.
C 100 x 50 mm, vorher waren es 100 x 48.
A Das sind die zwei Millimeter. Vorlage ist angepasst. Bitte „Kalibrieren“ im Menü starten, dann misst er die Lücke neu.
C Sitzt perfekt.
N Einkauf informiert, künftig wieder {part} bestellen.
Q {labelprinter} druckt versetzt. Hat der Einkauf andere Rollen bestellt?
R 100 x 50 statt 100 x 48, ja.
F Vorlage angepasst und kalibriert.
en
T Label printer {labelprinter} <prints off centre|feeds blank labels>
D The {labelprinter} {inplace} prints every label about {n} mm too low and cuts off the barcode.
D Since the roll was changed the {labelprinter} pushes out two blank labels after each print.
A Are the new labels a different kind? Size and order number from the roll please.
C 100 x 50 mm, the old ones were 100 x 48.
A There are your two millimetres. I have adjusted the template. Start Calibrate from the menu so it measures the gap again.
C Spot on.
N Told purchasing to order {part} again in future.
Q {labelprinter} prints off centre. Did purchasing order different rolls?
R 100 x 50 instead of 100 x 48, yes.
F Template adjusted and calibrated.
== parts-order | parts | 3 | ersatzteil,bestellung
de
T Ersatzteilbestellung {part} ({partname}), <{n} Stück|eilig>
D Bitte {n} x {partname} ({part}) an {org}, {town}. Bestellnummer {order}, Lieferung bis {date}.
D Wir brauchen dringend einen {partname} für die {heatpump}, Seriennummer {serial}. Ist das Teil lagernd?
A Lagernd sind {n2} Stück, Versand heute vor 16 Uhr ist möglich. Lieferadresse wie letztes Mal, oder direkt auf die Baustelle?
C Direkt auf die Baustelle, bitte mit Avis eine Stunde vorher.
A Versendet, Sendungsnummer {order}-{digits}, Zustellung {weekday} vormittags mit Avis.
C Ist angekommen und passt.
N Mindestbestand unterschritten, Nachbestellung ausgelöst.
Q Ist {part} ({partname}) noch da? {org} braucht {n}.
R {n2} im Regal 7. Heute noch raus?
F Versendet, kommt {weekday}.
en
T Spare part order {part} ({partname}), <{n} pieces|urgent>
D Please send {n} x {partname} ({part}) to {org}, {town}. Our order {order}, needed by {date}.
D We urgently need a {partname} for our {heatpump}, serial {serial}. Is it in stock?
A {n2} in stock, and it can leave today before 16:00. Same address as last time, or straight to site?
C Straight to site, with a call an hour ahead please.
A Shipped, consignment {order}-{digits}, delivery {weekday} morning with a call ahead.
C Arrived and it fits.
N Below minimum stock, reorder triggered.
Q Is there any {part} ({partname}) left? {org} wants {n}.
R {n2} on shelf 7. Out today?
F Shipped, arrives {weekday}.
== wrong-part | parts | 3 | reklamation,rücksendung
de
T Falsches Teil geliefert (<{part}|Lieferung {order}>)
D Mit Lieferung {order} kam ein {partname}, bestellt war aber {part}. Unser Monteur steht vor offener Anlage.
D Der {partname} ist laut Aufdruck richtig, passt aber mechanisch nicht, die Bohrungen sind um {n} mm versetzt.
A Das tut uns leid. Bitte ein Foto vom Etikett und vom Typenschild der Anlage, dann schicke ich das richtige Teil per Kurier.
C Fotos sind hochgeladen.
A Ihre Anlage hat die Ausführung B ab Baujahr 2021. Richtiges Teil ist unterwegs, Ankunft heute gegen {time2} Uhr. Rücksendeschein liegt in Ihrem Postfach.
C Kurier war da, Anlage läuft. Gut gelöst.
N Stückliste in der Anlagenakte korrigiert, Ausführung B eingetragen.
Q {org} hat {part} in Ausführung A bekommen, brauchen B. Kurier möglich?
R Fährt in einer Stunde Richtung {town}.
F Zugestellt, Stückliste korrigiert.
en
T Wrong part delivered (<{part}|delivery {order}>)
D Delivery {order} contained a {partname}, but we ordered {part}. Our fitter is standing in front of an open unit.
D The {partname} has the right label but does not fit, the holes are {n} mm off.
A Sorry about that. A photo of the label and of the rating plate please, and I will send the right one by courier.
C Photos uploaded.
A Yours is version B, built 2021 or later. The right part is on its way, about {time2} today. The returns note is in your inbox.
C Courier came, unit runs. Well handled.
N Parts list corrected to version B.
Q {org} received version A of {part} and needs B. Courier possible?
R One leaves for {town} in an hour.
F Delivered, parts list corrected.
== customs | parts | 3 | zoll,versand
de
T Sendung {order} hängt beim Zoll
D Unsere Sendung {order} ({partname}) liegt laut Verfolgung seit {pastdate} beim Zoll. Was fehlt?
D Der Spediteur verlangt eine Warentarifnummer und den Ursprung für {part}. Können Sie das liefern?
A Bitte leiten Sie mir die Nachricht des Spediteurs weiter, ich brauche die Referenz.
C Weitergeleitet, Referenz {digits}-{n}.
A Handelsrechnung mit Tarifnummer und Ursprungserklärung ist nachgereicht, Freigabe erfolgt meist binnen 24 Stunden.
C Freigegeben, Zustellung morgen.
N Für {part} war im Stamm kein Ursprungsland hinterlegt. Ergänzt.
Q Zoll hält {order} fest. Wer kennt die Tarifnummer für {partname}?
R Steht im Artikel „Versand in die Schweiz und nach Großbritannien“, Tabelle unten.
F Freigegeben.
en
T Consignment {order} stuck in customs
D Tracking says our consignment {order} ({partname}) has been in customs since {pastdate}. What is missing?
D The carrier wants a commodity code and the country of origin for {part}. Can you supply them?
A Please forward me the carrier's message, I need the reference.
C Forwarded, reference {digits}-{n}.
A Commercial invoice with the code and the origin statement has been handed in, release usually takes 24 hours.
C Released, delivery tomorrow.
N Country of origin was not on file for {part}. Added.
Q Customs holds {order}. Who knows the code for a {partname}?
R It is in the article on shipping to Switzerland and the UK, table at the bottom.
F Released.
== calibration | parts | 4 | kalibrierung,messgerät
de
T Kalibrierung <Messgerät {meter}|von {n} Messgeräten> fällig
D Das Messgerät {meter}, Seriennummer {serial}, ist am {date} fällig. Wir haben kein Ersatzgerät.
D Unser Prüfer verlangt den Kalibrierschein für {n} Geräte, wir finden nur {n2}.
A Leihgerät können wir für zwei Wochen stellen. Passt die Abholung am {date}?
C Ja, {time} Uhr im Versand.
A Kalibriert, Abweichung unter 0,4 %, Schein im Anhang und in der Anlagenakte.
C Erhalten, Leihgerät ist zurück.
N Nächste Fälligkeit in zwölf Monaten eingetragen.
Q Leihgerät {meter} frei ab {date}?
R Ja, ist eins zurückgekommen.
F Reserviert für {org}.
en
T Calibration due <for meter {meter}|for {n} meters>
D Meter {meter}, serial {serial}, is due on {date}. We have no spare.
D Our auditor wants certificates for {n} instruments and we can only find {n2}.
A We can lend you one for two weeks. Would collection on {date} suit?
C Yes, {time} at dispatch.
A Calibrated, deviation below 0.4 %, certificate attached and filed.
C Received, the loan unit is on its way back.
N Next due date in twelve months is set.
Q Is a loan {meter} free from {date}?
R Yes, one just came back.
F Reserved for {org}.
== invoice-question | accounts | 4 | rechnung
de
T Frage zu Rechnung {invoice}: <Anfahrt doppelt|Stunden unklar>
D Auf Rechnung {invoice} ist die Anfahrt nach {town} zweimal berechnet. Der Techniker war nur einmal hier.
D In Rechnung {invoice} stehen {n},5 Stunden, unser Bericht sagt weniger. Bitte um Prüfung.
A Ich vergleiche mit dem Servicebericht. Haben Sie eine Kopie mit Unterschrift? Unsere ist vom {pastdate}.
C Ja, hängt an.
A Sie haben recht. Gutschrift {invoice}-G ist erstellt, die korrigierte Rechnung folgt per Mail.
C Eingegangen, danke für die Korrektur.
N Doppelte Anfahrt entstand durch geteilten Bericht. Disposition weiß Bescheid.
Q {org} reklamiert {invoice}, doppelte Anfahrt. War {techfirst} einmal oder zweimal dort?
R Einmal, der Bericht war geteilt.
F Gutschrift ist raus.
en
T Question on invoice {invoice}: <call-out charged twice|hours unclear>
D Invoice {invoice} charges the call-out to {town} twice. The engineer came once.
D Invoice {invoice} lists {n}.5 hours, our report says less. Please check.
A Let me compare it with the service report. Do you have a signed copy? Ours is dated {pastdate}.
C Yes, attached.
A You are right. Credit note {invoice}-C is issued, and the corrected invoice follows by mail.
C Received, thanks for putting it right.
N Double call-out came from a split report. Scheduling knows.
Q {org} disputes {invoice}, double call-out. Was {techfirst} there once or twice?
R Once, the report was split.
F Credit note sent.
== order-number | accounts | 4 | rechnung,bestellnummer
de
T Rechnung {invoice} ohne Bestellnummer
D Unsere Buchhaltung kann {invoice} nicht zahlen, weil die Bestellnummer {order} fehlt. Bitte neu ausstellen.
D Ab sofort müssen Rechnungen an {org} elektronisch mit Leitweg-ID kommen. Können Sie das?
A Können wir. Bitte die Leitweg-ID beziehungsweise Bestellnummer und die Rechnungsadresse bestätigen.
C Bestellnummer {order}, Adresse unverändert.
A Neu ausgestellt als E-Rechnung mit {order}, alte Rechnung ist storniert. Für künftige Aufträge ist das Feld Pflicht.
C Ist im Zahlungslauf.
N Kundenstamm ergänzt.
Q {org} will E-Rechnung mit {order}. Können wir das Feld im Stamm zur Pflicht machen?
R Habe ich gerade.
F Neu ausgestellt.
en
T Invoice {invoice} lacks our order number
D Our accounts team cannot pay {invoice} because order {order} is not on it. Please reissue.
D From now on invoices to {org} need a purchase order and go to a new mailbox. Can you change that?
A We can. Please confirm the order number and the invoice address.
C Order {order}, address unchanged.
A Reissued with {order}, the old one is cancelled. The field is now mandatory for your jobs.
C It is in the payment run.
N Customer record updated.
Q {org} wants {order} on every invoice. Can we make the field mandatory for them?
R Just did.
F Reissued.
== contract-renewal | accounts | 3 | vertrag
de
T Wartungsvertrag <verlängern|anpassen>, {org}
D Unser Wartungsvertrag läuft am {date2} aus. Bitte Angebot für weitere zwei Jahre, inklusive {n} zusätzlicher Geräte in {town}.
D Können wir die Reaktionszeit von 8 auf 4 Stunden ändern? Und was kostet Wochenendbereitschaft?
A Gerne. Ich brauche die Geräteliste mit Standorten. Soll die Preisgleitung wie bisher jährlich sein?
C Liste hängt an, Preisgleitung gern wie bisher.
A Angebot {order} ist verschickt, gültig bis {date2}. Die 4 Stunden gelten werktags von 6 bis 20 Uhr, Wochenende ist als Option ausgewiesen.
C Unterschrieben zurück, auf gute weitere Zusammenarbeit.
N Neue Reaktionszeit in der Disposition hinterlegt.
Q {org} fragt nach 4 Stunden Reaktionszeit in {town}. Schaffen wir das?
R Werktags ja. Am Wochenende nur mit der zweiten Bereitschaft.
F Angebot ist raus.
en
T Service contract <renewal|change>, {org}
D Our service contract ends on {date2}. Please quote for two more years, with {n} extra units in {town}.
D Can the response time go from 8 to 4 hours? And what would weekend cover cost?
A Gladly. I need the list of units with their sites. Shall the price adjustment stay yearly?
C List attached, yearly is fine.
A Quote {order} sent, valid until {date2}. The 4 hours apply on weekdays 6 to 20, the weekend is listed as an option.
C Signed and returned, here is to the next two years.
N New response time stored with scheduling.
Q {org} asks for 4 hours in {town}. Can we do that?
R On weekdays yes. Weekends only with the second on-call.
F Quote is out.
== report-signature | accounts | 4 | bericht
de
T Servicebericht <ohne Unterschrift|fehlt> vom {pastdate}
D Uns fehlt der Bericht vom Einsatz am {pastdate} in {town}. Ohne ihn gibt die Revision die Zahlung nicht frei.
D Der Bericht ist nicht unterschrieben, weil niemand vor Ort war. Können wir das nachholen?
A Der Bericht liegt vor. Ich schicke Ihnen einen Link zum Unterschreiben, der zwei Wochen gilt.
C Unterschrieben.
A Danke, das fertige PDF mit Prüfwerten liegt jetzt in Ihrer Akte.
C Passt, Zahlung ist freigegeben.
N Techniker erinnert: bei Abwesenheit Foto vom Zählerstand.
Q Bericht {pastdate} aus {town} ohne Unterschrift. Link nachschicken?
R Ja, zwei Wochen Gültigkeit.
F Ist unterschrieben zurück.
en
T Service report of {pastdate} <not signed|missing>
D We are missing the report for the visit to {town} on {pastdate}. Audit will not release payment without it.
D The report is unsigned because nobody was on site. Can that be done afterwards?
A The report is here. I am sending you a link for signing, good for two weeks.
C Signed.
A Thanks, the final PDF with test values is in your file now.
C Fine, payment is released.
N Reminded the engineer: photo of the meter if nobody is there.
Q Report of {pastdate} from {town} unsigned. Send the link?
R Yes, two weeks.
F Came back signed.
`
