/** German conversations. A line is `A: text`; a blank line ends a conversation; `# name` opens a category. */
export const conversationsDe = String.raw`
# tour
A: <Moin|Guten Morgen|Servus>, bin <unterwegs nach|auf dem Weg nach> {town}, Ankunft gegen {time}. <Stau auf der A{nn}.|Straße ist frei.|Muss vorher noch tanken.>
B: <Alles klar|Gut|Passt>. Der Schlüssel liegt <beim Pförtner|im Tresor, Code wie immer|bei der Haustechnik>.
A: <Danke, melde mich von vor Ort.|Perfekt. Melde mich, wenn ich fertig bin.>

A: {org} erledigt: <{partname} getauscht, Probelauf 30 Minuten ohne Befund.|Wartung {heatpump} komplett, Protokoll ist im Ticket.|{ventilation} gereinigt, Filter neu.> Fahre jetzt weiter nach {town2}.
B: Super, {A}. Nimmst du auf dem Weg noch <das Paket für {org2}|die {partname}-Kiste|den Leihzähler> mit?
A: <Klar, liegt auf der Strecke.|Wenn es bis {time2} Uhr bereitliegt, ja.>

A: Heute schaffe ich {town} nicht mehr, die Sache bei {org} dauert länger. <Rost überall.|Die Schrauben sind alle fest.|Wir warten noch auf die Freigabe vom Netzbetreiber.>
B: Kein Stress. {@C} bist du {weekday} in der Gegend?
C: {weekday} ab {time} könnte ich, wenn jemand den {partname} mitbringt.
B: Dann trage ich dich ein. {A}, schreib {C} bitte kurz, was schon gemacht ist.
A: Mache ich, steht in fünf Minuten im Ticket.

A: Tourenplan für morgen:¶¶- **{time}** {org}, {town} (Wartung {heatpump})¶- **{time2}** {org2} ({partname} tauschen)¶- danach Puffer für Störungen
B: Passt. Bei {org2} bitte vorher anrufen, die Schranke ist <neu|defekt|tagsüber zu>.

A: Kein Empfang im Keller von {org}. Falls jemand mich sucht: bin bis etwa {time} nicht erreichbar.
B: Ist notiert. Outpost zeigt mir bei dir übrigens noch {n} Berichte im Ausgang.
A: Die gehen raus, sobald ich wieder oben bin.

A: Weiß jemand, ob die Zufahrt in {town} wieder offen ist? Letzte Woche war da <Baustelle|Vollsperrung|Hochwasser>.
B: <Seit gestern wieder frei.|Nur einspurig, plan zehn Minuten mehr ein.|Immer noch zu, Umleitung über {town2}.>

A: Bin mit {org} durch. {n} Geräte geprüft, bei einem war der {partname} hin. Foto hängt am Bericht.
B: Danke! Hast du die Seriennummer vom neuen Teil?
A: ´{serial}´
B: Eingetragen 👍

# wind
A: {turbine} steht wieder mit ´{wtcode}´. Das ist das {n}. Mal diesen Monat.
B: Hast du die Trenddaten? Ich vermute den {partname}.
A: Exportiere ich. Auffällig ist, dass es immer bei Wind über 14 m/s passiert.
B: Dann eher Kabel in der Nabe. Beim nächsten Aufstieg Stecker durchmessen.
A: Plane ich für {weekday} ein, Wind soll unter 8 sein.

A: Wetterfenster für {town}: {weekday} {time} bis {time2} Uhr, <danach {weather}|Böen maximal 9 m/s>. Wer steigt mit auf?
B: Ich. PSA ist geprüft, Rettungsgerät bringe ich mit.
C: Ich kann ab {time}, vorher bin ich bei {org}.
A: Gut, Treffpunkt am Turmfuß, {turbine}.

A: Rotorblatt-Inspektion {turbine} ist durch. Blatt B hat eine Erosion an der Vorderkante, rund {nn} cm, Kategorie 3.
B: Bilder?
A: Liegen im Ordner zur Anlage, {nn2} Stück. Die Drohne hat den Rest in {n} Minuten abgeflogen, unglaublich.
B: Reparatur nehmen wir in die Sommerkampagne.

A: Öl für {turbine} ist angekommen, {n} Fässer. Labor sagt zur alten Probe: Eisen leicht erhöht, kein Wasser.
B: Dann bleibt es beim Wechsel im Plan, nicht früher.

A: Frage in die Runde: Drehmoment der Turmschrauben Flansch 2, war das 2.800 oder 3.200 Nm?
B: Steht im Artikel „Flanschverbindungen“, Tabelle. Bitte nicht aus dem Kopf.
A: Gefunden, danke. Gut, dass ich gefragt habe.

A: Der Direktvermarkter möchte {turbine} am {date} von {time} bis {time2} drosseln. Spricht etwas dagegen?
B: Nein, da ist sowieso Trafowartung in {town}.

# building
A: {heatpump} bei {org} taut alle {n2}0 Minuten ab. Normal?
B: Bei {n} Grad und Nebel ja, aber nicht so oft. Schau mal nach dem Fühler am Verdampfer.
A: Fühler zeigt {n} Grad zu wenig an.
B: Da haben wir's. Der kostet 20 Euro und ist in zehn Minuten getauscht.

A: Hat jemand den hydraulischen Plan von {org}? Im Schrank hängt nur Stand 2014.
B: Im Laufwerk unter ´Anlagen/{town}´, Datei von letztem Jahr.
A: Danke. Der Mischer ist da auch schon drin.

A: Kundin in {town} sagt, es sei zu laut. Schallmessung ergab {nn} dB(A) am Fenster.
B: Nachtabsenkung des Lüfters auf 70 % ist im Menü „Leise“ möglich, ohne Leistungsverlust bis minus 2 Grad.
A: Eingestellt, sie ist zufrieden.

A: Lüftung {ventilation} bei {org}: Rotor dreht, aber keine Wärmerückgewinnung.
B: Riemen gerissen? Der Motor dreht ja trotzdem.
A: Volltreffer. Ersatzriemen hat die Nummer, die außen draufsteht?
C: Nein, ´{part}´. Der andere ist zwei Zentimeter kürzer, den hatte ich auch schon in der Hand 😅

A: Legionellenspülung bei {org} ist dokumentiert, {nn} Zapfstellen, alle über 60 Grad.
B: Sehr gut. Das Gesundheitsamt fragt genau danach.

A: Zähler {meter} im Heizraum zählt rückwärts. Gibt's doch nicht.
B: Wandler falsch herum. Pfeil muss zum Verbraucher zeigen.
A: War so. Sieht lustig aus in der Kurve.

# parts
A: Brauche {n} x ´{part}´ ({partname}) bis {weekday}. Lager?
B: {n2} da. Rest kommt am {date}.
A: <Reicht erst mal.|Dann bitte alle, den Rest nachliefern.>

A: Inventur-Frage: im Regal {n} liegen {nn} Stück {partname} ohne Etikett. Gehören die jemandem?
B: Das sind die Rückläufer aus {town}, bitte nicht einlagern.
A: Ok, ich klebe „gesperrt“ drauf.

A: Lieferung von heute: <{nn} Pakete|zwei Paletten>, unter anderem ´{part}´ und der {switch} für {org}.
B: Endlich! Den Switch hole ich um {time} ab.

A: Achtung, ´{part}´ hat ab dieser Charge einen anderen Stecker. Adapter liegt bei, **nicht wegwerfen**.
B: Gut zu wissen. Steht das im Datenblatt?
A: Noch nicht, ich schreibe es in den Artikel.

A: {partname} wird vom Hersteller abgekündigt, letzte Bestellung bis {date2}. Wie viele brauchen wir noch?
B: Pro Jahr gehen etwa {nn} raus. Ich würde für drei Jahre bevorraten.
C: Bei dem Preis lieber zwei, der Nachfolger ist kompatibel.
A: Dann zwei Jahre.

A: Wer hat den Drehmomentschlüssel Nr. {n} mitgenommen? Ausleihliste ist leer.
B: Der ist bei mir im Wagen, Asche auf mein Haupt.

# network
A: Wartungsfenster heute {time2} bis 22 Uhr: Update auf den {switch} bei {org} (Version {version}). Kurze Unterbrechung von 2 Minuten.
B: Kasse dort schließt um 20 Uhr, bitte erst danach.
A: Verschoben auf 20:15.
A: Fertig, alle Ports oben.

A: Sehe Schleifen am {switch} in {town}:¶¶´´´¶%STP-2-BLOCK: port 14 loop detected, vlan {nn}¶%STP-2-BLOCK: port 15 loop detected, vlan {nn}¶´´´
B: Da hat jemand ein Kabel von 14 auf 15 gesteckt. Putzdienst?
A: War wirklich so. Port-Schutz ist jetzt an.

A: Welcher Adressbereich ist für die Kameras bei {org} vorgesehen?
B: ´{ip}/26´, VLAN {nn}. Steht auch im [Netzplan](https://wiki.nordhang.example/netzplan).

A: LTE-Signal in {town} ist mau, <-98|-101|-104|-107> dBm. Richtantenne?
B: Ja, auf den Mast mit Blick nach {direction}. Kabel nicht länger als 10 m.
A: Mit Antenne jetzt -78. 🎉

A: Kann jemand ´{ip}´ anpingen? Von mir aus keine Antwort.
B: Hier auch nichts. Der Port am {switch} ist down.
A: Dann fahre ich hin.
B: Warte, {org} hat heute Stromabschaltung bis {time2}.
A: Kaffee gerettet.

A: Zertifikate, die in den nächsten 30 Tagen ablaufen:¶¶1. ´vpn.nordhang.example´¶2. ´scada-{town}.nordhang.example´¶3. ´druck.nordhang.example´
B: Nummer 1 und 3 laufen automatisch. Um 2 kümmere ich mich {weekday}.

# oncall
A: Übergabe Bereitschaft:¶¶- {org}: {heatpump} beobachten, läuft auf Heizstab¶- {turbine}: Reset nur nach Rücksprache¶- sonst ruhig
B: Übernommen. Handy ist laut.

A: Alarm {town}, {time3} Uhr: Kühlraum 7,9 Grad. Fahre los.
B: Brauchst du jemanden am Telefon?
A: Bleib erreichbar. {nn} Minuten Fahrt.
A: Vor Ort. Ventilator vereist, taue ab.
A: 4,1 Grad, fallend. Bericht schreibe ich morgen. Gute Nacht.

A: Nachtbilanz: {n} Anrufe, davon einer ein Fehlalarm. {org} braucht heute einen Folgetermin.
B: Danke, leg dich hin. Den Termin mache ich.

A: Kann jemand mit mir <{weekday}nacht|das Wochenende um den {date}> tauschen? Elternabend.
B: Ich nehme es, wenn du dafür den {date2} übernimmst.
A: Deal, trage ich in den Plan ein.

A: USV bei {org} meldet Batteriebetrieb. Stromausfall im ganzen Ort laut Netzbetreiber bis {time3}.
B: Laufzeit?
A: {nn} Minuten. Ich fahre die Server kontrolliert herunter.
B: Richtig. Kunde weiß Bescheid?
A: Ja, mit ihm am Telefon.

A: Heute Nacht {weather} angesagt. Wer in {town} Dienst hat, bitte Ketten und Stirnlampe.
B: Beides im Wagen. Danke für die Erinnerung.

# workshop
A: {n} {tablet} mit gesprungenem Glas auf dem Tisch. Tausche ich heute, Klebung braucht bis {time2}.
B: Eins davon gehört nach {town}, bitte zuerst.

A: Werkstattinventar: es fehlen ein {n},5 mm Bohrer und die gute Crimpzange.
B: Crimpzange liegt im {vehicle}.
C: Den Bohrer habe ich ersetzt, Schublade {nn}.

A: Der {partname} für {org} läuft auf dem Prüfstand seit {n} Stunden, {nn} Grad, kein Geräusch.
B: Noch eine Nacht, dann geben wir ihn frei.

A: {vehicle} muss am {date} zum TÜV. Wer bringt ihn hin?
B: Ich, wenn mich jemand um {time} abholt.
A: Mache ich.

A: {ups} aus {town} ist auf der Werkbank. Batterien aufgebläht, Platine sieht gut aus.
B: Lohnt sich?
A: Ja, neuer Satz und ab zurück. Fertig {weekday}.

A: Hebebühne ist bis {time2} belegt, <{vehicle} bekommt Bremsen|ich wechsle Reifen am {vehicle}>.
B: Dann bringe ich meinen um {time3}.

A: Prüfstand zeigt beim {partname} {n},{n2} A statt 3. Jemand eine Idee?
B: Lager schwergängig oder Wicklungsschluss. Dreh mal von Hand.
A: Dreht rau. Lager also.
B: Sind im Schubfach {nn}, die kleinen.

A: Bitte Lötstation ausschalten, wenn man geht. Die war heute früh noch heiß.
B: Sorry, das war ich. Kommt nicht wieder vor.
C: Ich hänge eine Zeitschaltuhr davor, dann ist Ruhe.

A: Drei {scanner} repariert, einer ist Ersatzteilspender. Seriennummern im Anhang.
B: Stark! {org} wartet schon drauf.

A: Wer kann mir beim Ausrichten der Kupplung helfen? Vier Hände wären gut.
B: In zehn Minuten bin ich unten.

# office
A: Der Drucker im {floor} hat Hunger: Papier ist alle, Nachschub liegt {inplace}.
B: Ich gehe sowieso runter und bringe {n} Packen mit.

A: Morgen {time} kommt der Fensterputzer. Bitte Fensterbretter freiräumen.
B: Auch die Kakteen?
A: Gerade die Kakteen.

A: Neuer Code für die Tür zum Hof gilt ab {date}. Den Code gibt es persönlich am Empfang.
B: Danke, hole ich mir {weekday}.

A: Wem gehört das Fahrrad vor dem Notausgang? Bitte umstellen.
B: Mir, sorry, bin in zwei Minuten da.

A: Es gibt wieder Obstkorb! Die Bananen sind schon fast weg.
B: Habe ich gehört. Ich nehme die Birnen in Schutz.

A: Der Kaffeeautomat <will entkalkt werden|zeigt „Bohnen leer“|macht nur noch heißes Wasser>. Kümmert sich wer?
B: Bin dran, {n} Minuten Geduld.
C: Held des Tages.

A: Heute {food} in der Kantine, wer geht um {lunch} mit?
B: Ich!
C: Komme nach, muss noch ein Telefonat fertig machen.

A: Am {date} ist die Tiefgarage wegen Reinigung gesperrt. Bitte auf dem Hof parken.
B: Auch die Poolfahrzeuge?
A: Ja, alle bis {time} Uhr raus.

A: Fundstück am Empfang: <ein Schlüsselbund mit grünem Anhänger|eine Brille im blauen Etui|ein Paar Arbeitshandschuhe, Größe 10>.
B: Meins! Hole ich gleich ab.

A: Paketdienst steht unten mit {n} Paketen für die Werkstatt, keiner da?
B: Bin auf dem Weg.

A: Wer hat den Besprechungsraum um {time} gebucht und nutzt ihn nicht?
B: Ups, Termin wurde verschoben. Gebe ihn frei.

# social
A: Hat jemand Tipps für {town}? Bin am Wochenende privat dort.
B: Der Markt am Samstag, und danach {food} beim Bahnhof.
C: Und nimm eine Jacke mit, angesagt sind {weather}.

A: Unser Team ist beim Firmenlauf auf Platz {nn} gelandet, {n} Plätze besser als letztes Jahr!
B: Respekt an alle mit den kurzen Beinen.
C: Nächstes Jahr laufe ich mit. Sagt das bitte niemandem weiter.

A: Bild des Tages: Katze schläft auf der warmen {ups} bei {org}.
B: Beste Temperaturüberwachung der Welt.

A: Wer hat Lust auf einen Spieleabend am {date}?
B: Ich bringe Brettspiele mit.
C: Ich bringe {food} mit.
A: Dann sorge ich für den Raum.

A: Mein altes Fahrrad sucht ein neues Zuhause, 28 Zoll, frisch geölt. Gegen {food} abzugeben.
B: Nehme ich, meine Tochter wächst gerade aus allem heraus.

A: Radio sagt {weather} für {town}. Ich glaube, ich tausche heute mit dem Innendienst.
B: Vergiss es 😄

A: <Laufgruppe|Radrunde|Fußball> am {weekday} um 18 Uhr, Treffpunkt Parkplatz. Wer ist dabei?
B: Dabei, wenn das Knie hält.
C: Ich auch. Danach Grillen?
A: Unbedingt.

A: Sonnenaufgang heute von {turbine} aus. Für solche Momente mache ich den Job. 🌅
B: Neidisch. Hier nur {weather}.

A: {B} hat heute Zehnjähriges! 🎉 Kuchen steht <in der Küche|im Aufenthaltsraum>.
B: Danke euch allen! Der mit den Kirschen ist von meiner Mutter.
C: Glückwunsch! Auf die nächsten zehn.

A: Was hört ihr so auf langen Fahrten?
B: Hörbücher, gerade einen Krimi, der in {town} spielt.
C: Nur Motorgeräusche. Und die Staumeldungen.

A: Mein Sohn fragt, ob wir die Windräder anmachen, damit Wind kommt.
B: Sag ihm ja. Hält das Geschäft am Laufen.
C: 😂

A: Suche jemanden, der {weekday} beim Umzug hilft. Bezahlt wird in {food}.
B: Ab {time} kann ich mit dem Transporter.
A: Du bist der Beste.

# announce
A: **Neue Version der Service-App {version}**¶¶- Fotos werden jetzt vor dem Senden verkleinert¶- Prüfprotokolle lassen sich kopieren¶- Karten bleiben 60 Tage offline¶¶Bitte bis {date} aktualisieren.
B: Läuft auf meinem {tablet}, danke.

A: **Betriebsversammlung am {date}, {time} Uhr.** Themen: Auftragslage, Fuhrpark, Urlaubsplanung. Wer unterwegs ist, wählt sich ein.

A: Wir haben den Auftrag von **{org}** gewonnen: {nn} Anlagen, Start am {date2}. Danke an alle, die am Angebot gesessen haben!
B: <Stark! Wer übernimmt die Projektleitung?|Großartig, {town} ist ja quasi um die Ecke.|{nn} Anlagen, da brauchen wir ein zweites Fahrzeug.>
A: Wird {weekday} bekannt gegeben.

A: Zum {date} begrüßen wir Verstärkung in <der Disposition|der Werkstatt|der Netzwerktechnik>. Bitte nehmt sie gut auf und zeigt ihr alles.

A: Unwetterwarnung für {town} und Umgebung: {weather}. **Keine Aufstiege heute.** Touren bitte mit der Disposition abstimmen.
B: {turbine} ist abgesagt, Kunde informiert.

A: Der Kundenservice hat im letzten Quartal {nn2} von 100 Punkten bekommen, so viel wie noch nie. Danke, das ist euer Verdienst. 👏

# tools
A: Kann ich in Outpost nach einer Seriennummer suchen, zum Beispiel ´{serial}´?
B: Ja, auch nach Teilen davon. Umlaute sind egal, „Waermepumpe“ findet auch Wärmepumpe.

A: Suche ein Tastenkürzel, um ein Ticket mir selbst zuzuweisen.
B: ´?´ drücken, dann siehst du alle.
A: So viele! Danke.

A: Wie füge ich ein Protokoll sauber ein, ohne dass alles zusammenläuft?
B: Drei Backticks davor und danach:¶¶´´´¶{ip}  timeout¶{ip}  reply {nn} ms¶´´´

A: Wie bekomme ich in Outpost nur meine offenen Tickets angezeigt?
B: Liste „Mir zugewiesen“, dann Filter Status. Mit ´Strg+K´ geht es schneller.
A: Das mit Strg+K wusste ich nicht, danke!

A: Kleiner Tipp: Tickets lassen sich auch ganz ohne Netz anlegen. Der Kurzcode steht sofort, die Nummer kommt später.
B: Und wenn zwei dasselbe ändern?
A: Dann zeigt er beide Stände, und einer entscheidet.

A: Gibt es eine Vorlage für Angebote über {n} Geräte?
B: ´Vorlagen/Angebot_{n}plus.odt´, die mit dem neuen Logo.

A: Mein {laptop} will seit heute Morgen ein Update installieren, {nn} Minuten. Muss das jetzt?
B: Kannst du bis {time2} Uhr verschieben, dann kommt es zwangsweise.

A: Wer hat die Formel für die Auslastung in der Tabelle „Touren“? Bei mir steht nur ´#BEZUG!´.
B: Spalte F wurde gelöscht, ich hole sie aus der Sicherung.
B: Ist wieder da. Bitte Blattschutz anlassen.

# safety
A: Nach {weather} bitte in {town} auf lose Teile am Dach achten, ein Blech hängt.
B: Ist abgesperrt, der Dachdecker kommt {weekday}.

A: Verbandkasten {inplace} ist unvollständig, es fehlen {n} Pflaster und die Schere.
B: Aufgefüllt. Prüfdatum steht jetzt auf {date2}.

A: Gute Beobachtung von {B}: Erdungskabel an {turbine} war lose. Wer so etwas sieht, bitte sofort melden.
B: War Zufall, ich habe mein Werkzeug dort abgestellt.
A: Die besten Funde sind Zufall.

A: Erinnerung: PSA-Prüfung läuft für {n} von euch am {date} ab. Liste hängt in der Werkstatt.
B: Meine war doch erst?
A: Vor elf Monaten. Die Zeit rennt.

A: Beinaheunfall in {town}: Leiter auf nassem Gitterrost weggerutscht, niemand verletzt. Bitte Leiterfuß mit Gummiplatte nutzen.
B: Danke fürs Melden. Platten sind in jedem Fahrzeug hinter dem Sitz.

A: Sicherheitskurzunterweisung {weekday} {time} Uhr: Arbeiten unter Spannung, fünf Regeln. Teilnahme bitte hier bestätigen.
B: ✅ dabei
C: ✅ von unterwegs

A: Bei {org} gilt ab sofort Helmpflicht auch {inplace}.
B: Ok. Besucherhelme haben die am Empfang.

A: Wer hat den Feuerlöscher aus dem {vehicle} genommen? Bitte ersetzen, bevor er wieder rausfährt.
B: Ist zur Prüfung, Ersatz liegt auf dem Beifahrersitz.

# people
A: Wer kann {weekday} die Frühschicht am Telefon nehmen? {C} ist krank.
B: Ich, ab {morning}.
A: Danke, das rettet mich.

A: Glückwunsch an Selina zur bestandenen Zwischenprüfung! {nn2} Punkte!
B: Wahnsinn, das feiern wir.
C: Ich habe nie so viel geschafft.

A: Fortbildung „{router} Grundlagen“ am {date}, noch {n} Plätze frei.
B: Nehme einen.
C: Ich auch, wenn die Tour nach {town} verschoben werden kann.

A: Bin am {date} <beim Zahnarzt|auf Schulung|im Urlaub>, wer übernimmt meine Tickets?
B: Ich. Gibt es etwas Heikles?
A: Nur {org}, da bitte immer anrufen statt mailen.

A: Die Auszubildenden sind ab {weekday} für zwei Wochen bei uns. Wer nimmt jemanden mit raus?
B: Ich, am liebsten {weekday}, da ist Wartung in {town}.
C: Und ich zeige, wie man Kabel richtig absetzt.

A: Bitte denkt an die Stundenzettel bis {weekday} {lunch}.
B: Meine sind drin.
A: Ich vermisse noch {n}, ihr wisst, wer ihr seid. 😉

A: Urlaubsplanung fürs nächste Quartal ist offen. Mindestens zwei Leute je Gewerk müssen da sein.
B: Ich hätte gern die Woche ab {date2}.
C: Geht bei mir klar, ich bin da.

# customer
A: {customer} von {org} hat sich für die Geduld am Telefon bedankt, wer war das {weekday}?
B: Das muss Regula gewesen sein.
A: Dann geht das Lob dorthin. 👏

A: {org} fragt, ob wir am {date} eine Schulung für {n} Leute vor Ort machen können.
B: Machbar, halber Tag. Beamer haben die selbst?
A: Ja, nur kein Netz im Raum.
B: Dann nehme ich alles offline mit.

A: Bei {org} ist ab {date} Betriebsruhe. Bitte keine Termine in der Zeit.
B: Ist im Kalender. Notfälle über die Bereitschaft.

A: {org} zieht nach {town2} um. Wer nimmt die Technik auf?
B: Ich fahre {weekday} hin und mache eine Liste.

A: Rückmeldung von {org}: „Schnell, freundlich, sauber hinterlassen.“ Geht an {@B}!
B: Freut mich. Die hatten auch guten Kaffee.

A: {org} ruft zum {n}. Mal heute an. Wer kennt den Stand?
B: Ersatzteil kommt {weekday}, hatte ich ihnen geschrieben.
A: Ich rufe zurück und erkläre es noch mal in Ruhe.

A: Kunde in {town} fragt, ob wir auch {charger} betreuen. Tun wir?
B: Ja, seit letztem Jahr. Preisblatt ist im Wissen unter „Ladetechnik“.

A: Neuer Ansprechpartner bei {org}: {customer}. Bitte in den Unterlagen ändern.
B: Erledigt, alter Kontakt ist archiviert.

A: {org} möchte die Wartung vom {date} um eine Woche schieben, Inventur.
B: Passt, dann ziehe ich {org2} vor.
A: Schreibst du denen?
B: Schon passiert.

# direct
A: Hast du kurz Zeit? Ich komme bei {org} nicht weiter.
B: Klar. Telefon oder hier?
A: Hier reicht. Der {router} nimmt die Konfiguration nicht an.
B: Hast du vorher auf Werkseinstellung gesetzt? Ab {version} muss man das.
A: Ah. Das war's. Danke dir!

A: Danke noch mal für {weekday}, ohne dich hätte ich den Termin nicht geschafft.
B: Gern. Du hättest dasselbe gemacht.

A: Kannst du bei Gelegenheit über meinen Artikel zu {heatpump} schauen?
B: Mache ich heute Nachmittag. Bei den Fehlercodes bin ich mir mit ´{hpcode}´ unsicher, habe ich im Text markiert.
A: Hm, laut Handbuch ist das der Durchfluss.
B: Dann passt es ja.

A: Wann bist du morgen im Büro?
B: Gegen {morning}. Warum?
A: Würde dir gern das neue Messgerät zeigen.
B: Da bin ich neugierig 😀

A: {org} hat mich direkt angerufen. Ich habe gesagt, sie sollen übers Portal gehen. War das ok?
B: Ja, völlig. Trag das Gespräch bitte trotzdem kurz im Ticket nach.
A: Schon drin.

A: Hast du die Zugangsdaten für das {nas} in {town}?
B: Die liegen im Tresor unter „{town}“. Schicken möchte ich sie hier nicht.
A: Verstehe, finde ich.

A: Ich bin heute ab {lunch} weg, <Kind abholen|Handwerker kommt>. Kannst du die Telefone nehmen?
B: Kein Problem, stell einfach um.

A: Wie war die Schulung?
B: Gut, vor allem der Teil zu Busleitungen. Unterlagen lade ich hoch.
A: Bring sie {weekday} mit ins Team.

A: {techfirst} fragt nach dem Stand bei {org}. Weißt du was?
B: Angebot liegt beim Kunden, Antwort bis {date}.
A: Gebe ich weiter.

A: Kurze Frage: rechnen wir Anfahrt nach {town} als Zone 2 oder 3 ab?
B: Zone 3, seit die neue Preisliste gilt.
`
