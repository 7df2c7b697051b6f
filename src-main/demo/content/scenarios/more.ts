/** Ticket scenarios that cross the trades. The format is described in `../../scenarios.ts`. */
export const moreScenarios = String.raw`
== lift-phone | building | 1 | aufzug,notruf
de
T Notruftelefon im Aufzug <ohne Verbindung|Testanruf fehlgeschlagen><, {org}| ({town})|, {org}>
D Der monatliche Testanruf aus dem Aufzug im {floor} ist fehlgeschlagen. Der Prüfer kommt am {date}.
D Aufzugsnotruf tot, Anzeige „keine Leitung“. Der Aufzug ist bis auf Weiteres abgestellt.
A Ist der Anschluss im letzten Jahr von Analog auf IP umgestellt worden? Dann fehlt wahrscheinlich die Notstromversorgung am Wandler.
C Ja, im Frühjahr.
A Wandler mit Akku ist eingebaut, drei Testanrufe bei der Leitstelle angekommen. Protokoll für den Prüfer hängt an.
C Prüfung bestanden, danke.
N Akku hält laut Messung {n} Stunden, gefordert ist eine.
Q Aufzugsnotruf bei {org} tot, Prüfung am {date}. Wer hat einen Wandler mit Akku?
R Einer liegt im Lager, nicht auf der Liste.
F Drei Testanrufe angekommen.
en
T Emergency phone in lift <has no line|failed its test call><, {org}| ({town})|, {org}>
D The monthly test call from the lift on the {floor} failed. The inspector comes on {date}.
D Lift alarm is dead, "no line". The lift is out of service until this works.
A Was the line moved from analogue to IP within the last year? Then the adapter probably has no backup power.
C Yes, in spring.
A Adapter with battery fitted, three test calls reached the control centre. Record for the inspector attached.
C Passed, thank you.
N Battery measured at {n} hours, one is required.
Q Lift alarm dead at {org}, inspection on {date}. Who has an adapter with battery?
R One in the store, not on the list.
F Three test calls went through.
== leak-sensor | building | 2 | sensor,wasser
de
T Leckagesensor im {floor} löst <nachts|grundlos> aus<, {org}| ({town})|, {org}>
D Der Wassersensor im Technikraum meldet jede Nacht gegen {n} Uhr Leckage, der Boden ist trocken.
D Dritter Fehlalarm diese Woche, die Feuerwehr war auch schon da. Bitte dringend abstellen.
A Läuft um diese Zeit die Bodenreinigung oder die Abtauung der {heatpump}? Tauwasser reicht dem Sensor.
C Die Wärmepumpe taut tatsächlich um diese Zeit ab.
A Ablauf der {heatpump} war verstopft, Tauwasser lief unter den Sensor. Ablauf gereinigt, Sensor um 30 cm versetzt.
C Eine Woche Ruhe. Danke!
N Sensor nicht unempfindlicher gestellt, das wäre die falsche Lösung.
Q Leckagesensor bei {org} löst jede Nacht aus, alles trocken. Ideen?
R Abtauzeit der {heatpump} vergleichen!
F Genau das. Ablauf war zu.
en
T Leak sensor on the {floor} triggers <at night|for no reason><, {org}| ({town})|, {org}>
D The water sensor in the plant room reports a leak at about {n} every night, and the floor is dry.
D Third false alarm this week, the fire brigade has been as well. Please stop it.
A Does floor cleaning or the defrost of the {heatpump} run at that time? Condensate is enough for the sensor.
C The heat pump does defrost at that hour.
A The drain of the {heatpump} was blocked and condensate ran under the sensor. Drain cleaned, sensor moved by 30 cm.
C A week of peace. Thanks!
N Did not lower the sensitivity, that would be the wrong fix.
Q Leak sensor at {org} triggers nightly, all dry. Ideas?
R Compare the defrost time of the {heatpump}.
F That was it. Drain was blocked.
== meeting-room | desk | 3 | konferenz,video
de
T Besprechungsraum {floor}: <kein Ton|Kamera schwarz> in Videokonferenzen<, {org}| ({town})|, {org}>
D In Konferenzen hören uns die anderen nicht, wir sie schon. Um {time} Uhr ist Termin mit einem Kunden.
D Die Raumkamera bleibt schwarz, seit jemand den {laptop} direkt angesteckt hat.
A Leuchtet das Tischmikrofon rot oder weiß? Und ist am Tischanschluss der obere oder untere USB-Port belegt?
C Rot. Und der untere.
A Rot ist stumm am Gerät selbst, Taste 2 Sekunden halten. Der untere Port ist nur zum Laden, bitte den oberen nehmen.
C Beides erledigt, Termin gerettet.
N Aufkleber für die Ports gedruckt, wird am {date} angebracht.
Q Besprechungsraum {floor} stumm, Termin um {time}. Kann jemand hochgehen?
R Bin schon auf der Treppe.
F Mikro war am Tisch stummgeschaltet.
en
T Meeting room {floor}: <no sound|black camera> in calls<, {org}| ({town})|, {org}>
D Others cannot hear us in calls, while we hear them. We have a customer on at {time}.
D The room camera has been black since someone plugged a {laptop} in directly.
A Is the table microphone lit red or white? And is the upper or the lower USB port in use?
C Red. And the lower one.
A Red means muted on the device, hold the key for 2 seconds. The lower port only charges, please use the upper one.
C Both done, meeting saved.
N Printed stickers for the ports, to be fitted on {date}.
Q Meeting room {floor} is mute, call at {time}. Can anyone pop up?
R Already on the stairs.
F The mic was muted on the table.
== time-clock | desk | 3 | zeiterfassung
de
T Stempeluhr {inplace} <geht {n} Minuten nach|nimmt Chips nicht an>
D Die Zeiterfassung {inplace} geht {n} Minuten nach, die Frühschicht beschwert sich über Abzüge.
D Seit der Zeitumstellung zeigt die Stempeluhr eine Stunde falsch an.
A Wann war die letzte Synchronisation? Steht unter „Info“ ganz unten.
C Am {pastdate}.
A Der Zeitserver war auf der Firewall gesperrt. Freigegeben, Uhr stimmt. Die Buchungen seit {pastdate} kann die Personalabteilung gesammelt verschieben, Anleitung hängt an.
C Erledigt, alle zufrieden.
N {n2} weitere Terminals mit gleichem Stand, alle geprüft.
Q Stempeluhr bei {org} geht {n} Minuten nach. Wer hat die Firewall zuletzt angefasst?
R Ich, am {pastdate}. Zeitserver vergessen, gebe ich frei.
F Freigegeben, Uhr stimmt.
en
T Time clock {inplace} <is {n} minutes slow|rejects tags>
D The time clock {inplace} is {n} minutes slow and the early shift complains about deductions.
D Since the clocks changed the terminal is an hour off.
A When did it last synchronise? It says so under Info, at the very bottom.
C On {pastdate}.
A The time server was blocked on the firewall. Opened, the clock is right. HR can shift the bookings since {pastdate} in one go, guide attached.
C Done, everyone is happy.
N {n2} more terminals with the same firmware, all checked.
Q Time clock at {org} is {n} minutes slow. Who touched the firewall last?
R Me, on {pastdate}. Forgot the time server, opening it.
F Opened, clock is right.
`
