/**
 * How people talk about a case. {asks}, {answers}, {outcome}, {description}, {question}, {note} come from its scenario.
 * `tickets` names a ticket of the set, `cases` is about one that has no number here.
 */
export const ticketTalkDe = String.raw`
# tickets
A: {asks} Ticket ist #{ticket}.
B: {answers}
A: <Danke, probiere ich.|Guter Hinweis.|Mache ich so.>
A: {outcome}

A: #{ticket} ist gerade reingekommen: „{title}“. <Wer hat Luft?|Kann das jemand nehmen?>
B: <Ich nehme es.|Gib her.|Mache ich, habe {org} sowieso am Telefon.>

A: {@B} {org} fragt nach #{ticket}, gibt es was Neues?
B: <Ja: |Gerade fertig geworden. |>{outcome}
A: <Super, gebe ich weiter.|Danke, rufe zurück.|👍>

A: Zu #{ticket}: {asks}
B: {answers}
C: <Kann ich bestätigen, hatte ich in {town2} genauso.|Sehe ich auch so.|Bei {org2} war es letztes Jahr genauso.|Bitte auch im Ticket notieren.>
A: Alles klar, danke euch.

B: Hat jemand Kontext zu {org}? Ich übernehme #{ticket} nach dem Urlaub.
A: {asks} <Das war der Stand am {pastdate}.|Mehr weiß ich auch nicht.>
B: <Reicht mir.|Danke, dann lege ich los.|Ok, {customer} kenne ich noch vom letzten Jahr.|Gut, ich melde mich bei {org}.>

A: #{ticket} kann zu. {outcome}
B: <Sauber!|Danke fürs Kümmern.|Schön, wieder eins weniger.>

A: Ich hänge bei #{ticket} fest. {asks}
B: <Ruf mich an, geht schneller.|Ich rufe dich in {n} Minuten an.|Bin ab {time2} am Platz, komm vorbei.|Schick mir mal ein Foto. Oder ruf an, Durchwahl {nn}.>
A: <Telefoniert und verstanden|Danke fürs Gespräch>. {answers}

A: Ist #{ticket} wirklich dringend? „{title}“ klingt nach Prio {priority}.
B: Lass es bei {priority}, {customer} wartet auf Rückruf bis {time2}.
A: Ok, rufe gleich an.

A: {org} schreibt zu #{ticket}:¶¶> {description}¶¶<Klingt das für euch bekannt?|Was meint ihr?|Mein erster Gedanke steht im Ticket.>
B: {answers}

A: <Zwischenstand|Update|Stand der Dinge> #{ticket}: {note}
B: <Danke dir.|Gut zu wissen.|Ist im Ticket auch notiert?>

B: Welche Frage stelle ich {org} bei #{ticket} als Erstes?
A: Ich würde schreiben: „{question}“
B: <Übernehme ich so.|Besser als meine Version, danke.|Gut, und ich hänge die Frage nach der Seriennummer an.|Schicke ich {customer} gleich.>

A: {@B} kannst du #{ticket} übernehmen? Bin heute {weekday} außer Haus.
B: <Klar.|Mache ich.> <Was muss ich wissen?|Stolperfallen?|Wie ist der Stand bei {org}?|Gibt es Besonderheiten?>
A: {note}

A: Für alle, die #{ticket} verfolgen: {outcome}
C: 👏

A: Neu in der Liste: #{ticket} „{title}“ ({org}, {town}).
B: {asks}
C: {answers}

A: <Hat jemand etwas dagegen, wenn|Ist es ok, wenn> ich {org} zu #{ticket} heute noch anrufe? Bis {time2} Uhr ist dort jemand.
B: <Im Gegenteil|Mach ruhig|Gute Idee>, {customer} ist <sehr nett|gut erreichbar|dankbar für jeden Anruf>.

# cases
A: {asks}
B: {answers}
A: <Danke!|Alles klar.|Top, mache ich.|Hilft mir.>

A: {asks}
B: <Moment, schaue nach.|Sekunde.|Lass mich kurz überlegen.>
B: {answers}
A: {outcome}

A: <Gerade am Telefon|Eben gemeldet|Kommt gerade rein>, {org}:¶¶> {description}
B: {answers}
C: <Ticket legst du an?|Bitte als Ticket erfassen.>
A: <Schon dabei.|Ja, gleich.>

A: <Fürs Protokoll|Kleine Notiz> zu {org} in {town}: {note}
B: <Danke, wichtig für den nächsten Besuch.|Merke ich mir.|Hast du ein Foto?|Trage ich in die Akte von {org} ein.|Das erklärt einiges.>

A: {outcome} <({org}, {town})|War übrigens bei {org}.>
B: <Schön!|Stark.|Gut gemacht.|Das ging ja flott.>

A: Was fragt ihr bei so etwas zuerst?¶¶> {description}
B: „{question}“
C: {answers}
`

export const ticketTalkEn = String.raw`
# tickets
A: {asks} It is #{ticket}.
B: {answers}
A: <Thanks, trying that.|Good shout.|Will do.>
A: {outcome}

A: #{ticket} just came in: "{title}". <Who has capacity?|Can someone take it?>
B: <Mine.|I will take it.|Me, I have {org} on the phone anyway.>

A: {@B} {org} is asking about #{ticket}, any news?
B: <Yes: |Just finished. |>{outcome}
A: <Great, passing it on.|Thanks, ringing them back.|👍>

A: On #{ticket}: {asks}
B: {answers}
C: <Same here in {town2} last month.|Agreed.|Exactly what we saw at {org2}.|Please put that in the ticket.>
A: Will do, thanks both.

B: Does anyone have context on {org}? I am taking over #{ticket} after leave.
A: {asks} <That was where we stood on {pastdate}.|That is all I know.>
B: <Enough for me.|Thanks, I will get going.|OK, I know {customer} from last year.|Good, I will get in touch with {org}.>

A: #{ticket} can be closed. {outcome}
B: <Tidy!|Thanks for seeing to it.|One fewer, lovely.>

A: I am stuck on #{ticket}. {asks}
B: <Ring me, that is quicker.|Calling you in {n} minutes.|At my desk from {time2}, come over.|Send me a photo. Or ring, extension {nn}.>
A: <Spoke and understood|Thanks for the call>. {answers}

A: Is #{ticket} really urgent? "{title}" sounds like priority {priority}.
B: Keep it at {priority}, {customer} expects a call by {time2}.
A: OK, calling now.

A: {org} writes on #{ticket}:¶¶> {description}¶¶<Ring a bell?|Thoughts?|My first guess is in the ticket.>
B: {answers}

A: <Progress|Update|Where we are> on #{ticket}: {note}
B: <Thanks.|Good to know.|Is that in the ticket as well?>

B: What would you ask {org} first on #{ticket}?
A: I would write: "{question}"
B: <Using that.|Better than my version, thanks.|Good, and I will ask for the serial number as well.|Sending that to {customer} now.>

A: {@B} could you take #{ticket}? I am out on {weekday}.
B: <Sure.|Will do.> <What do I need to know?|Any traps?|Where are we with {org}?|Anything special?>
A: {note}

A: For everyone following #{ticket}: {outcome}
C: 👏

A: New on the list: #{ticket} "{title}" ({org}, {town}).
B: {asks}
C: {answers}

A: <Any objection if|Is it OK if> I ring {org} about #{ticket} today? Someone is there until {time2}.
B: <On the contrary|Go ahead|Good idea>, {customer} is <very kind|easy to reach|grateful for any call>.

# cases
A: {asks}
B: {answers}
A: <Thanks!|Got it.|Great, will do.|That helps.>

A: {asks}
B: <Hang on, looking.|One second.|Let me think.>
B: {answers}
A: {outcome}

A: <On the phone just now|Just reported|Coming in right now>, {org}:¶¶> {description}
B: {answers}
C: <Are you raising a ticket?|Make it a ticket please.>
A: <Already typing.|Yes, in a moment.>

A: <For the record|Small note> on {org} in {town}: {note}
B: <Thanks, useful for the next visit.|Will remember that.|Got a photo?|Adding it to the file on {org}.|That explains a lot.>

A: {outcome} <({org}, {town})|That was {org}, by the way.>
B: <Lovely!|Nice work.|Well done.|That was quick.>

A: What do you ask first with something like this?¶¶> {description}
B: "{question}"
C: {answers}
`
