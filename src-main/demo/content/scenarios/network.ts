/** Ticket scenarios of the network queue. The format is described in `../../scenarios.ts`. */
export const networkScenarios = String.raw`
== router-red | network | 2 | router,strom
de
T <Router|{router}> blinkt rot nach Stromausfall<| {inplace}|, {org}>
D Nach dem Stromausfall {since} blinkt die Status-LED am {router} durchgehend rot. <Aus- und Einschalten hat nichts gebracht.|Wir haben ihn zweimal vom Strom getrennt, ohne Erfolg.> Das Kassensystem und die Telefone {inplace} sind ohne Verbindung. Seriennummer {serial}.
D Seit heute {time} Uhr kein Internet mehr {inplace}. Am Router leuchtet eine rote Lampe, die sonst grün ist. Vorher war kurz der Strom weg. Wir arbeiten im Moment über das Handy.
A Blinkt die LED gleichmäßig oder in einer Folge (zum Beispiel 3 x kurz, Pause)? Und steckt am WAN-Port noch das gelbe Kabel?
C Drei Mal kurz, dann Pause. Das gelbe Kabel steckt, die kleine Lampe daneben ist aber aus.
A Drei Mal kurz heißt: Firmware beim Start beschädigt. Bitte den Reset-Knopf 12 Sekunden halten, bis die LED orange wird, dann 5 Minuten warten. Ihre Konfiguration spiele ich danach aus der Sicherung vom {pastdate} zurück.
C Orange war da, jetzt ist sie grün. Die Kasse geht wieder, die Telefone auch. <Vielen Dank!|Super, danke für die schnelle Hilfe.>
N Konfiguration {version} aus Sicherung zurückgespielt. {org} hat keine USV vor dem Router, Angebot für eine {ups} vorschlagen.
N Zweiter Ausfall dieser Art in {town}. Netzteil prüfen lassen, wenn wir das nächste Mal dort sind.
Q {org}: Router rot nach Stromausfall. Hat jemand den Blinkcode vom {router} im Kopf?
R Drei Mal kurz ist das Firmware-Image. Steht im Artikel „Router-LEDs“, Abschnitt 2.
F Recovery hat geklappt, Sicherung vom {pastdate} ist drauf. Läuft.
en
T <Router|{router}> blinking red after power cut<| {inplace}|, {org}>
D We had a short power cut and {since} the status light on the {router} blinks red. <Switching it off and on made no difference.|We have unplugged it twice, same result.> Tills and phones {inplace} are offline. Serial number is {serial}.
D No internet {inplace}. The light on the box that is normally green is flashing red. Lights flickered around {time}, so I suspect the power. We are on mobile hotspots for now.
A Is it a steady blink, or a pattern such as three short and a pause? And does the yellow cable still sit in the port marked WAN?
C Three short ones, then a pause. The yellow cable is in but the little light next to it is dark.
A That pattern means the firmware image did not survive the power cut. Please hold the reset button for 12 seconds until the light turns amber, then give it 5 minutes. I will push your configuration back from the backup of {pastdate}.
C Amber, then green. Tills are back and I can hear the phones ringing. <Thank you!|Brilliant, thanks.>
N Restored config from {pastdate}. There is no UPS in front of this router, quote for a {ups} would be welcome.
N Recovery image {version} worked first time. Add the pattern to the article, the customer could not find it.
Q Anyone near {town}? {org} has a {router} blinking red after a power cut.
R Three short and a pause? Then it is the recovery image, no need to drive.
F Walked them through the reset on the phone, config restored. All green.
== vpn-certificate | network | 2 | vpn,zertifikat
de
T VPN: Zertifikat abgelaufen<| auf {laptop}|, keine Anmeldung möglich>
D Beim Verbinden mit dem VPN kommt seit heute „Zertifikat ungültig oder abgelaufen“. Betroffen sind <mindestens {n} Kolleginnen und Kollegen|alle im Außendienst>. Im Büro funktioniert alles.
D Ich bin heute in {town} beim Kunden und komme nicht ins Firmennetz. Der VPN-Client meldet, dass das Zertifikat am {pastdate} abgelaufen ist. Ich brauche die Pläne bis {time} Uhr.
A Welche Version zeigt der Client unten rechts, und ist die Uhrzeit am Gerät richtig?
C Version {version}, Uhrzeit stimmt.
A Danke. Das Gerätezertifikat ist abgelaufen und konnte sich unterwegs nicht erneuern. Ich habe ein neues ausgestellt. Bitte einmal über https://enroll.nordhang.example anmelden und den Client neu starten.
C Anmeldung ging durch, VPN ist verbunden.
N Automatische Erneuerung lief nicht, weil das Gerät {nn} Tage nicht im Büro war. Frist von 14 auf 45 Tage angehoben.
Q VPN-Zertifikat abgelaufen bei {org}, {n} Leute betroffen. Liegt das an uns?
R Die Zwischenstelle ist noch gültig, ich sehe nur Gerätezertifikate, die nicht erneuert wurden.
F Neu ausgestellt. Die Erneuerung startet ab jetzt 45 Tage vorher.
en
T VPN certificate expired<| on {laptop}|, cannot sign in>
D Connecting to the VPN fails with "certificate invalid or expired". <At least {n} of us are affected.|All field staff seem to be affected.> It works fine inside the office.
D I am on site in {town} and cannot reach the company network. The client says my certificate ran out on {pastdate}. I need the drawings by {time} please.
A Which version does the client show in the bottom right corner, and is the clock on the device correct?
C Version {version}. Clock is right to the minute.
A Thanks. The device certificate ran out while the laptop was away from the office, so it could not renew itself. I have issued a new one: sign in once at https://enroll.nordhang.example and restart the client.
C Signed in, restarted, connected. Got the drawings.
N Device had not been on the office network for {nn} days. Renewal window raised from 14 to 45 days.
Q {org} reports expired VPN certificates for {n} people. Is the intermediate OK?
R Intermediate is good for another two years. It is just devices that never came home to renew.
F Reissued all {n}. Renewal now starts 45 days ahead.
== wifi-dead-zone | network | 3 | wlan,funk
de
T Kein WLAN <{inplace}|hinten in Halle 3>, Scanner verlieren Verbindung<, {org}| ({town})|, {org}>
D {inplaceCap} ist der Empfang so schwach, dass die Handscanner ({scanner}) ständig abmelden. Der nächste Access Point ({ap}) hängt rund {nn} Meter entfernt. Es fing an, als die neuen Regale kamen.
D Unsere Staplerfahrer müssen zum Buchen immer aus der hinteren Gasse herausfahren, weil das WLAN dort weg ist. Früher ging es. Können Sie das ausmessen?
A Sind in letzter Zeit Regale, Blechwände oder Maschinen dazugekommen? Ein Foto vom Standort des Access Points würde helfen.
C Ja, seit dem {pastdate} stehen zwei neue Metallregale genau davor. Foto habe ich im Portal hochgeladen.
A Das erklärt es: die Regale schirmen ab. Wir versetzen den {ap} über den Quergang und stellen Kanal {channelno} fest ein. Termin: {weekday}, {date}, {time} Uhr.
A Access Point ist versetzt, Messung an 14 Punkten: überall besser als -65 dBm. Bitte beobachten Sie es ein paar Schichten lang.
C Drei Schichten ohne Abbruch. Von uns aus erledigt.
N Heatmap liegt in der Akte. Langfristig braucht die Halle einen zweiten AP, Kabelweg über Trasse B ist frei.
Q Funkloch bei {org} {inplace}. Hat noch jemand das Messgerät?
R Liegt bei Yusuf in der Werkstatt, Akku ist geladen.
F AP versetzt, überall besser als -65 dBm.
en
T Wi-Fi dead zone <{inplace}|in hall 3>, scanners keep dropping<, {org}| ({town})|, {org}>
D Coverage {inplace} is so weak that the hand scanners ({scanner}) log out all the time. The nearest access point ({ap}) is about {nn} metres away. It started when the new racking went in.
D Our drivers have to come out of the back aisle to book a pallet because the Wi-Fi disappears there. It used to work. Could someone survey it?
A Has any racking, metal cladding or machinery been added lately? A photo of where the access point hangs would help.
C Yes, two new steel racks right in front of it, since {pastdate}. Photo is in the portal.
A That explains it, the racks shield the signal. We will move the {ap} over the cross aisle and fix it to channel {channelno}. Booked for {weekday} {date} at {time}.
A Moved and measured at 14 points, everything is better than -65 dBm. Please keep an eye on it for a few shifts.
C No drop-outs for three shifts. Happy to close this.
N Heat map is filed. The hall needs a second AP in the long run, tray B has room for the cable.
Q Dead zone at {org} {inplace}. Who has the survey kit?
R It is in van 7, I can hand it over {weekday}.
F AP moved, better than -65 everywhere. Customer happy.
== switch-poe | network | 2 | switch,poe
de
T Switch {switch}: Kameras und Telefone ohne Strom
D Am {switch} {inplace} sind {n} Geräte gleichzeitig ausgefallen, alle hängen an PoE. Die Ports blinken orange. Seriennummer {serial}.
D Mehrere Telefone im {floor} sind dunkel. Der Hausmeister sagt, der Netzwerkschrank piept.
A Ich sehe im Monitoring, dass das PoE-Budget überschritten ist. Wurde etwas Neues angeschlossen?
C Ja, gestern kamen {n2} neue Kameras dazu. Wusste nicht, dass das Grenzen hat.
A Kein Problem. Ich habe die Ports nach Priorität sortiert, Telefone zuerst. Für die Kameras bringen wir am {date} einen zweiten Injektor mit.
A Injektor ist eingebaut, Auslastung jetzt bei 61 %. Alles am Netz.
C Bestätigt, alle Telefone und Kameras gehen.
N Budget 370 W, angefordert waren 402 W. In der Planung künftig 20 % Reserve vorsehen.
Q PoE-Budget bei {org} überschritten, {n} Geräte dunkel. Darf ich die Kameras kurz abschalten?
R Ja, Telefone haben Vorrang. Injektor habe ich noch einen da.
F Zweiter Injektor ist drin, 61 % Auslastung.
en
T {switch}: cameras and phones lost power
D {n} devices went down together on the {switch} {inplace}, all of them powered over Ethernet. Port lights blink amber. Serial {serial}.
D Several phones on the {floor} are dark, and the caretaker says the network cabinet is beeping.
A Monitoring shows the power budget of the switch is exceeded. Has anything new been plugged in?
C {n2} new cameras yesterday. I did not know there was a limit.
A No harm done. I have put the phones first in the port priorities. We will bring a second injector for the cameras on {date}.
A Injector fitted, load is down to 61 %. Everything is powered.
C Confirmed, phones and cameras all up.
N Budget is 370 W, requested load was 402 W. Plan for 20 % headroom next time.
Q {org} ran over the PoE budget, {n} devices dark. OK to drop the cameras for an hour?
R Yes, phones first. I have a spare injector in the van.
F Second injector is in, 61 % load now.
== sim-card | network | 3 | sim,mobilfunk
de
T SIM-Karte im {router} <gesperrt|ohne Datenvolumen> ({town})
D Die Fernwartung der Anlage in {town} ist {since} offline. Im Router steht „SIM nicht registriert“. Karte endet auf {digits}.
D Unser Messwagen sendet keine Daten mehr. Laut Anzeige ist das Datenvolumen verbraucht, obwohl der Monat erst angefangen hat.
A Können Sie bitte die komplette Kartennummer (ICCID, 19 Stellen) von der Karte ablesen?
C 8949 0200 0012 34{digits}, letzte Stelle 7.
A Der Anbieter hat die Karte wegen ungewöhnlichem Verbrauch gesperrt. Ursache war ein Kamerastrom, der über Mobilfunk lief. Ich habe ihn auf 1 Bild/min gestellt und die Sperre aufheben lassen.
C Anlage meldet sich wieder. Danke!
N Verbrauch 41 GB in drei Tagen. Warnschwelle bei 5 GB eingerichtet.
Q SIM in {town} gesperrt, {org} sieht die Anlage nicht. Wer hat den Zugang zum Mobilfunkportal?
R Ich. Schick mir die letzten vier Stellen.
F {digits} ist entsperrt, Warnschwelle steht auf 5 GB.
en
T SIM card in {router} <blocked|out of data> ({town})
D Remote access to the plant in {town} has been down {since}. The router page says "SIM not registered". Card ends in {digits}.
D Our monitoring trailer stopped sending. Display says the data allowance is used up although the month has only just started.
A Could you read me the full card number (ICCID, 19 digits)?
C 8944 1100 0056 78{digits}, last digit is 3.
A The carrier blocked the card because of unusual traffic. A camera stream had fallen back to mobile data. I have limited it to one frame a minute and had the block lifted.
C It is back on the map. Thanks for sorting it.
N 41 GB in three days. Alert set at 5 GB.
Q SIM in {town} is blocked and {org} cannot see the plant. Who has the carrier portal?
R Me. Last four digits?
F {digits} is unblocked, alert set at 5 GB.
== phone-one-way | network | 3 | telefon,voip
de
T Telefon {phone}: Gesprächspartner hört mich nicht
D Bei eingehenden Anrufen höre ich die andere Seite, aber man hört mich nicht. Raus telefonieren geht. Gerät {phone}, Nebenstelle {nn}.
D Seit der Umstellung am {pastdate} sind Gespräche nach etwa 30 Sekunden einseitig stumm. Betroffen ist das ganze {floor}.
A Passiert das auch, wenn Sie intern angerufen werden, oder nur von außen?
C Nur von außen. Intern ist alles gut.
A Dann blockiert die Firewall den Rückweg. Ich habe die Zeitgrenze für SIP angepasst und den Portbereich freigegeben. Bitte jetzt testen.
C Drei Testanrufe, alle in Ordnung.
N SIP-Helper am {router} war nach dem Update wieder aktiv. Abgeschaltet.
Q Einseitige Gespräche bei {org}. War da nicht was mit dem SIP-Helper?
R Ja, das Update auf {version} schaltet ihn wieder ein.
F Helper aus, Testanrufe sauber.
en
T {phone}: callers cannot hear me
D On incoming calls I can hear the other side, but they cannot hear me. Outgoing is fine. Handset {phone}, extension {nn}.
D Since the change on {pastdate} calls go silent one way after roughly 30 seconds. The whole {floor} is affected.
A Does it also happen on internal calls, or only from outside?
C Only from outside. Internal is perfect.
A Then the firewall is closing the return path. I have raised the SIP timeout and opened the port range. Please try now.
C Three test calls, all good.
N SIP helper on the {router} was back on after the update. Disabled.
Q One-way audio at {org}. Did we not have that with the SIP helper?
R Yes, update {version} turns it back on.
F Helper off, test calls are clean.
== ip-conflict | network | 3 | netzwerk,dhcp
de
T IP-Adresskonflikt mit {ip}
D Windows meldet <mehrmals am Tag|bei jedem Start> einen Adresskonflikt. Der Rechner hat {ip}. Danach ist das Netz für ein paar Minuten weg.
D Die Waage {inplace} fällt immer dann aus, wenn im Büro jemand den Plotter einschaltet. Beide zeigen {ip} an.
A Ist die Adresse an der Waage fest eingetragen? Im Menü unter Netzwerk, Modus „Statisch“ oder „Auto“.
C Steht auf statisch.
A Die Adresse liegt mitten im Bereich, den der Server vergibt. Ich habe {ip} reserviert und den Bereich verschoben. Der Plotter holt sich beim nächsten Start eine neue.
C Seitdem laufen beide gleichzeitig.
N DHCP-Bereich jetzt ab .120. Liste der festen Adressen in der Akte ergänzt.
Q Doppelte {ip} bei {org}. Gibt es eine Liste der festen Adressen?
R Nur eine Tabelle von 2021. Ich gleiche sie heute ab.
F Bereich verschoben, Liste ist aktuell.
en
T Address conflict on {ip}
D Windows reports an address conflict <several times a day|at every start>. The machine has {ip}. The network is gone for a few minutes afterwards.
D The scale {inplace} drops off whenever somebody switches on the plotter upstairs. Both show {ip}.
A Is the address on the scale set by hand? Menu, Network, mode "Static" or "Auto".
C It says static.
A That address sits in the middle of the range our server hands out. I have reserved {ip} and moved the range, so the plotter will pick up another one at its next start.
C Both have been running together all day.
N DHCP range now starts at .120. Static list updated.
Q Duplicate {ip} at {org}. Do we have a list of fixed addresses?
R Only a sheet from 2021. I will reconcile it today.
F Range moved, list is current.
== fibre-cut | network | 1 | leitung,notfall
de
T Glasfaser bei Bauarbeiten durchtrennt, {town} offline
D Ein Bagger hat vor unserem Gelände in {town} um {time} Uhr das Kabel erwischt. Alles steht: Telefon, Leitstand, Kasse.
D Kompletter Netzausfall am Standort {town}. Draußen wird gegraben, und seit genau dann geht nichts mehr.
A Wir schalten Sie jetzt auf die LTE-Ersatzleitung um. Bitte am {router} prüfen, ob die Anzeige „WAN2“ grün wird.
C WAN2 ist grün. Mails kommen wieder, sehr langsam.
A Der Netzbetreiber hat den Auftrag angenommen, Entstörung voraussichtlich {weekday} bis {time2} Uhr. Ich habe Kameras und Updates gedrosselt, damit Kasse und Telefon genug Bandbreite haben.
A Die Faser ist gespleißt, Dämpfung in Ordnung, Sie sind wieder auf der Hauptleitung.
C Alles wieder schnell. Danke für die Begleitung am Abend!
N Umschaltung auf LTE war von Hand nötig. Automatik nachrüsten, {org} hat Interesse.
Q Bagger 1, Glasfaser 0 in {town}. {org} ist auf LTE. Wer hat den Draht zum Netzbetreiber?
R Ich hänge in der Warteschleife, Auftrag ist drin.
F Gespleißt, Dämpfung gut, zurück auf der Hauptleitung.
en
T Fibre cut by road works, {town} offline
D An excavator caught the cable outside our gate in {town} at {time}. Everything is down: phones, control room, tills.
D Complete outage at our {town} site. They are digging outside, and it went at exactly that moment.
A We are moving you to the LTE backup line. Please check whether the light marked WAN2 on the {router} turns green.
C WAN2 is green. Mail is trickling in, very slowly.
A The carrier has accepted the fault, repair expected {weekday} by {time2}. I have throttled cameras and updates so that tills and phones have enough bandwidth.
A Fibre is spliced, loss is within limits, you are back on the main line.
C Everything is quick again. Thanks for staying with us through the evening!
N Failover to LTE was by hand. Offer automatic failover, they are interested.
Q Excavator 1, fibre 0 in {town}. {org} is on LTE. Who has a direct line to the carrier?
R On hold with them now, fault is logged.
F Spliced, loss fine, back on the main line.
`
