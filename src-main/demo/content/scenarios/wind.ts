/** Ticket scenarios of the wind and control queue. The format is described in `../../scenarios.ts`. */
export const windScenarios = String.raw`
== plc-fault | wind | 2 | sps,steuerung
de
T SPS {plc} <auf Störung|im STOP>: {plccode}
D Die {plc} in {town} ist {since} im STOP. Diagnosepuffer: {plccode}. Nach Neustart läuft sie einige Minuten und fällt wieder aus.
D Am Schaltschrank leuchtet die rote SF-Lampe. Der Leitstand zeigt keine Werte der Anlage {turbine}. Fehlernummer {plccode}.
A Bitte laden Sie den Diagnosepuffer herunter (letzte 50 Einträge) und hängen Sie ihn an. Ist an der Peripherie etwas getauscht worden?
C Puffer ist angehängt. Am {pastdate} wurde ein Eingangsmodul gewechselt.
A Das neue Modul hat einen anderen Firmwarestand als projektiert, daher {plccode}. Ich spiele {version} auf das Modul und vergleiche online.
A Firmware ist angeglichen, Anlage läuft seit 24 Stunden ohne Eintrag.
C Können wir bestätigen, alle Werte sind da.
N Projekt im Archiv auf den neuen Stand gebracht, Prüfsumme stimmt.
Q {plccode} an der {plc} bei {org}, nach Modultausch. Firmware?
R Fast sicher. Vergleich mal den Stand, projektiert ist {version}.
F Stand angeglichen, 24 Stunden sauber.
en
T PLC {plc} <in fault|gone to STOP>: {plccode}
D The {plc} in {town} has been in STOP {since}. Diagnostic buffer says {plccode}. After a restart it runs for some minutes and drops again.
D The red SF light on the panel is on and the control room gets no values from {t}. Fault number {plccode}.
A Could you download the diagnostic buffer (last 50 entries) and attach it? Has any I/O been replaced?
C Buffer attached. An input module was changed on {pastdate}.
A The new module has a different firmware from the one in the project, hence {plccode}. I will load {version} onto it and compare online.
A Firmware matched, 24 hours without an entry.
C Confirmed, all values are there.
N Archive brought up to date, checksum matches.
Q {plccode} on a {plc} at {org} after a module swap. Firmware?
R Almost certainly. Compare, the project wants {version}.
F Matched, clean for 24 hours.
== pitch-fault | wind | 1 | wea,pitch
de
T {turbine}: Pitch-Störung {wtcode}, Anlage steht
D {turbine} im Park {town} steht seit {time} Uhr mit Störung {wtcode} (Pitch Achse 2, Sollwertabweichung). Wind 11 m/s, Ertragsausfall läuft.
D Nach der Böenfront sind {turbine} und die Nachbaranlage ausgefallen. Reset aus der Ferne wird abgewiesen, {wtcode} steht an.
A Reset ist gesperrt, weil die Akkuspannung der Achse 2 unter Grenze liegt. {techfirst} fährt los, Wind muss für den Aufstieg unter 12 m/s sein.
C Verstanden. Zufahrt ist frei, Schlüssel im Tresor, Code wie immer.
A Akkupack Achse 2 getauscht ({part}), Testfahrt 0 bis 90 Grad in Ordnung. {turbine} ist seit {time2} Uhr am Netz.
C Leistung passt zum Wind. Danke.
N Akkus der Achsen 1 und 3 haben dasselbe Alter. Sammeltausch für den Herbst vorschlagen.
Q {turbine} in {town} steht, {wtcode} Achse 2. Wer hat Akkus im Wagen?
R Ich, zwei Packs. Wind ist noch bei 13, warte das Fenster ab.
F Wieder am Netz. Achsen 1 und 3 bitte einplanen.
en
T {t}: pitch fault {wtcode}, turbine stopped
D {t} at {town} has been down since {time} with {wtcode} (pitch axis 2, set point deviation). Wind is 11 m/s, so we are losing yield.
D After the squall {t} and its neighbour tripped. Remote reset is refused, {wtcode} is active.
A Reset is locked because the battery voltage of axis 2 is below its limit. {techfirst} is setting off, we need under 12 m/s to climb.
C Understood. Track is clear, keys are in the safe, usual code.
A Battery pack on axis 2 replaced ({part}), test run 0 to 90 degrees fine. {t} has been on the grid since {time2}.
C Output matches the wind. Thanks.
N Batteries of axes 1 and 3 are the same age. Suggest replacing them together in autumn.
Q {t} at {town} is down, {wtcode} on axis 2. Who carries batteries?
R Me, two packs. Still 13 m/s up there, waiting for the window.
F Back on the grid. Please plan axes 1 and 3.
== icing | wind | 2 | wea,eis
de
T {turbine}: Abschaltung wegen Eiserkennung <trotz Plusgraden|seit gestern>
D {turbine} schaltet mit „Eisansatz erkannt“ ab, obwohl es {n} Grad plus hat. Die anderen Anlagen laufen.
D Eisabschaltung lässt sich nicht freigeben. Sichtkontrolle vom Boden: Blätter sind frei.
A Bitte bestätigen Sie schriftlich die Sichtkontrolle mit Uhrzeit und Name, dann gebe ich die Anlage frei.
C Sichtkontrolle {time} Uhr, alle drei Blätter frei, {customer}.
A Freigabe erteilt, {turbine} läuft an. Der Eissensor liefert feste 100 %, den tauschen wir am {date}.
A Sensor getauscht und abgeglichen, Vergleich mit Nachbaranlage passt.
C Seither keine Fehlabschaltung mehr.
N Sensor {part}, Kabelschuh war oxidiert. Fotos liegen bei.
Q {turbine} meldet Eis bei plus {n} Grad. Sensor?
R Ja, der hängt gern bei 100 %. Vor der Freigabe Sichtkontrolle schriftlich geben lassen.
F Sensor neu, Werte passen zur Nachbaranlage.
en
T {t}: ice detection stop <above freezing|since yesterday>
D {t} stops with "ice detected" although it is {n} degrees above zero. The other turbines run.
D The ice stop cannot be released. Visual check from the ground: blades are clear.
A Please confirm the visual check in writing with time and name, then I will release it.
C Visual check at {time}, all three blades clear, {customer}.
A Released, {t} is starting. The ice sensor is stuck at 100 %, we will replace it on {date}.
A Sensor replaced and calibrated, comparison with its neighbour is fine.
C No false stops since.
N Sensor {part}, lug was corroded. Photos attached.
Q {t} reports ice at plus {n}. Sensor?
R Yes, they like to stick at 100 %. Get the visual check in writing before you release.
F New sensor, values match the neighbour.
== gearbox-temperature | wind | 2 | wea,getriebe
de
T {turbine}: Getriebeöl über 75 Grad
D Die Öltemperatur an {turbine} steigt unter Volllast auf {nn2} Grad, die Anlage regelt ab. Auffällig {since}.
D Leistungsbegrenzung wegen Getriebetemperatur an {turbine}. Ölstand laut Sensor in Ordnung.
A Können Sie aus dem Leitsystem die Verläufe von Öldruck und Kühlerlüfter der letzten Woche exportieren?
C Export hängt an. Der Lüfter kommt nie über 40 %.
A Der Umrichter des Lüfters begrenzt. Wir nehmen einen {partname} mit und sind am {date} oben.
A Umrichter getauscht, Kühler gereinigt. Unter Volllast 62 Grad nach drei Stunden.
C Keine Abregelung mehr, Kurve sieht gut aus.
N Kühlerlamellen waren mit Insekten zugesetzt. Reinigung in den Wartungsplan.
Q Getriebeöl an {turbine} über 75, Lüfter nur 40 %. Umrichter oder Fühler?
R Umrichter. Kühler gleich mit reinigen, sind immer voll Insekten.
F 62 Grad unter Volllast, passt.
en
T {t}: gearbox oil above 75 degrees
D Oil temperature on {t} climbs to {nn2} degrees at full load and the turbine derates. Noticed {since}.
D Power limit on {t} because of gearbox temperature. Oil level is fine according to the sensor.
A Could you export oil pressure and cooler fan speed for the last week?
C Attached. The fan never gets above 40 %.
A The fan inverter is limiting. We will bring one and be up there on {date}.
A Inverter replaced and cooler cleaned. 62 degrees at full load after three hours.
C No derating since, curve looks good.
N Cooler fins were full of insects. Put cleaning into the service plan.
Q Gearbox oil on {t} above 75, fan at 40 %. Inverter or probe?
R Inverter. Clean the cooler while you are at it.
F 62 at full load, good.
== scada-gap | wind | 3 | scada,daten
de
T Lücken in den Messwerten <vom {pastdate}|seit dem Update>
D In den 10-Minuten-Werten von {turbine} fehlen am {pastdate} gut {n} Stunden. Der Direktvermarkter fragt nach.
D Seit dem Update auf {version} kommen die Werte des Zählers {meter} nur noch stündlich statt alle zehn Minuten.
A Die Anlage puffert 30 Tage. Dürfen wir die Werte heute Nacht nachholen? Das kostet etwa 200 MB auf der Mobilfunkstrecke.
C Ja, bitte. Wir brauchen sie bis {weekday}.
A Nachgeholt, {n} Stunden sind vollständig. Ursache war eine Zeitverschiebung um eine Stunde nach der Umstellung, ist korrigiert.
C Der Vermarkter hat alles erhalten.
N Zeitserver am {router} war auf einen alten Namen gestellt. In der Vorlage geändert.
Q Datenlücke {turbine}, {pastdate}. Kann ich den Puffer nachts ziehen?
R Ja, nach 23 Uhr, und bitte mit Drosselung.
F Nachgeholt und vollständig.
en
T Gaps in readings <of {pastdate}|since the update>
D About {n} hours of 10-minute values are missing from {t} on {pastdate}. The trading desk is asking.
D Since update {version} the meter {meter} reports hourly instead of every ten minutes.
A The turbine buffers 30 days. May we fetch the values tonight? That costs about 200 MB on the mobile link.
C Yes please. We need them by {weekday}.
A Fetched, all {n} hours are complete. Cause was a one-hour shift after the clock change, corrected.
C Trading has everything.
N Time server on the {router} pointed to an old name. Fixed in the template.
Q Data gap on {t}, {pastdate}. Can I pull the buffer overnight?
R Yes, after 23:00, and throttle it please.
F Fetched, complete.
== crane-booking | wind | 3 | planung,kran
de
T Kran für Bauteiltausch {turbine} <am {date}|verschieben>
D Für den Tausch am {date} an {turbine} brauchen wir den Kran einen Tag früher, die Wetterlage dreht.
D Können Sie bestätigen, dass die Zuwegung in {town} für den Kran reicht? Die Spedition fragt nach Achslasten.
A Ich frage beim Kranverleih an. Bleibt es bei 90 Tonnen, und ist die Kranstellfläche frei?
C 90 Tonnen, ja. Die Fläche ist frei, aber nass.
A Termin steht: {date}, Aufbau ab {time} Uhr. Platten für die Stellfläche kommen mit, Achslast 12 Tonnen ist freigegeben.
C Perfekt, wir sind vor Ort.
N Gemeinde hat die Straßensperre genehmigt, Bescheid im Anhang.
Q Kran für {turbine} einen Tag vorziehen, geht das?
R Verleih sagt ja, wenn wir Platten mitbestellen.
F Bestätigt, Aufbau ab {time}.
en
T Crane for component swap on {t} <on {date}|to be moved>
D For the swap at {t} on {date} we need the crane a day earlier, the weather is turning.
D Can you confirm that the track in {town} takes the crane? The haulier asks for axle loads.
A I will ask the hire firm. Still 90 tonnes, and is the hardstanding clear?
C 90 tonnes, yes. Clear but wet.
A Confirmed: {date}, rigging from {time}. Mats for the hardstanding come along, 12 tonne axle load is approved.
C Perfect, we will be there.
N Council approved the road closure, letter attached.
Q Crane for {t} a day earlier, possible?
R Hire firm says yes if we take mats as well.
F Confirmed, rigging from {time}.
`
