/** English conversations. A line is `A: text`; a blank line ends a conversation; `# name` opens a category. */
export const conversationsEn = String.raw`
# tour
A: Morning all. <On the road to|Heading for> {town}, there by {time}. <M{nn} is slow.|Roads are clear.|Stopping for fuel first.>
B: <Great|Thanks|Noted>. Key is <with security|in the safe, usual code|with the caretaker>.
A: <Cheers, will report from site.|Ta. I will shout when I am done.>

A: {org} done: <{partname} swapped, 30 minute run clean.|{heatpump} service complete, record is in the ticket.|{ventilation} cleaned, new filters in.> Moving on to {town2}.
B: Nice one {A}. Could you pick up <the parcel for {org2}|the box with the {partname}|the loan meter> on the way?
A: <Sure, it is on my route.|If it is ready by {time2}, yes.>

A: I will not make {town} today, {org} is taking longer. <Everything is rusted solid.|Every bolt is seized.|Still waiting for the grid operator to release the line.>
B: No worries. {@C} are you around there {weekday}?
C: {weekday} after {time} works if someone brings the {partname}.
B: You are in the plan. {A}, leave a note on what is done so far please.
A: Will be in the ticket in five minutes.

A: Route for tomorrow:¶¶- **{time}** {org}, {town} ({heatpump} service)¶- **{time2}** {org2} (swap {partname})¶- slack for faults after that
B: Looks good. Ring {org2} first, their barrier is <new|broken|shut during the day>.

A: No signal in the basement at {org}. If anyone needs me, I am off the grid until about {time}.
B: Noted. Outpost shows {n} reports still waiting on your tablet by the way.
A: They will go as soon as I am back upstairs.

A: Does anyone know whether the access road in {town} is open again? Last week it was <dug up|closed|flooded>.
B: <Open since yesterday.|Single lane, allow ten more minutes.|Still shut, go round by {town2}.>

A: Finished at {org}. {n} units checked, one needed a {partname}. Photo is with the report.
B: Thanks. Serial number of the new part?
A: ´{serial}´
B: Filed 👍

# wind
A: {t} is down with ´{wtcode}´ again. Number {n} this month.
B: Got the trend? My guess is the {partname}.
A: Exporting. It always happens above 14 m/s.
B: Then rather the cable in the hub. Ring out the connector on the next climb.
A: Planned for {weekday}, wind should be under 8.

A: Weather window for {town}: {weekday} {time} to {time2}, <then {weather}|gusts 9 m/s at most>. Who is climbing with me?
B: Me. Harness is in date and I will bring the rescue kit.
C: From {time} on, I am at {org} before that.
A: Good. Meet at the foot of {t}.

A: Blade inspection on {t} finished. Blade B has leading edge erosion, about {nn} cm, category 3.
B: Pictures?
A: In the turbine's folder, {nn2} of them. The drone did the rest in {n} minutes, amazing.
B: Repair goes into the summer campaign.

A: Oil for {t} has arrived, {n} drums. Lab on the old sample: iron slightly up, no water.
B: Then we keep the planned date, no need to pull it forward.

A: Quick one: torque for tower bolts, flange 2. 2,800 or 3,200 Nm?
B: Article "Flange connections", second table. Please not from memory.
A: Found it, thanks. Glad I asked.

A: The trading desk wants {t} curtailed on {date}, {time} to {time2}. Any objection?
B: None, the transformer service in {town} is that day anyway.

# building
A: The {heatpump} at {org} defrosts every {n2}0 minutes. Normal?
B: In fog at {n} degrees it will, but not that often. Check the probe on the evaporator.
A: Probe reads {n} degrees low.
B: There you go. Costs 20 quid and takes ten minutes.

A: Does anyone have the pipework drawing for {org}? The one in the cabinet is from 2014.
B: On the share under ´plants/{town}´, last year's version.
A: Thanks, it even has the mixing valve.

A: Resident in {town} says the unit is too loud. I measured {nn} dB(A) at the window.
B: Menu "Quiet" limits the fan to 70 % at night, no loss of output down to minus 2.
A: Set, and she is happy.

A: {ventilation} at {org}: wheel motor runs but no heat recovery.
B: Belt snapped? The motor would not notice.
A: Bingo. Is the spare ´{part}´?
C: That one, yes. There is a shorter one that looks the same, ask me how I know 😅

A: Legionella flush at {org} is documented, {nn} outlets, all above 60 degrees.
B: Excellent, that is exactly what the council asks for.

A: Meter {meter} in the boiler room counts backwards. Never seen that.
B: Transformer the wrong way round. The arrow points to the load.
A: It was. Makes a lovely graph.

# parts
A: Need {n} x ´{part}´ ({partname}) by {weekday}. Stores?
B: {n2} here. The rest comes on {date}.
A: <That will do for now.|Send what you have, rest later.>

A: Stock check: {nn} unlabelled {partname} boxes on shelf {n}. Anybody's?
B: Returns from {town}, please do not book them in.
A: OK, marked as blocked.

A: Today's delivery: <{nn} parcels|two pallets>, among them ´{part}´ and the {switch} for {org}.
B: At last! I will collect the switch at {time}.

A: Heads up, ´{part}´ has a different plug from this batch on. There is an adapter in the box, **do not bin it**.
B: Good to know. Is that in the data sheet?
A: Not yet, I will add it to the article.

A: The maker discontinues the {partname}, last orders by {date2}. How many do we need?
B: About {nn} a year. I would stock three years.
C: At that price two, the successor fits.
A: Two years it is.

A: Who took torque wrench {n}? The loan sheet is empty.
B: It is in my van, sorry. Back {weekday}.

# network
A: Maintenance tonight {time2} to 22:00: {version} on the {switch} at {org}. Two minute interruption.
B: Their tills close at 20:00, please do it after.
A: Moved to 20:15.
A: Done, all ports up.

A: Seeing loops on the {switch} in {town}:¶¶´´´¶%STP-2-BLOCK: port 14 loop detected, vlan {nn}¶%STP-2-BLOCK: port 15 loop detected, vlan {nn}¶´´´
B: Somebody patched 14 into 15. Cleaners?
A: It really was. Port guard is on now.

A: Which range is meant for the cameras at {org}?
B: ´{ip}/26´, VLAN {nn}. It is on the [network plan](https://wiki.nordhang.example/network-plan).

A: LTE is poor in {town}, <-98|-101|-104|-107> dBm. Directional antenna?
B: Yes, up the mast, facing {direction}. Cable under 10 m.
A: -78 with the antenna 🎉

A: Can anyone ping ´{ip}´? Nothing from here.
B: Nor here. The port on the {switch} is down.
A: Driving out then.
B: Wait, {org} has a planned power cut until {time2}.
A: You just saved me two hours.

A: Certificates that end within 30 days:¶¶1. ´vpn.nordhang.example´¶2. ´scada-{town}.nordhang.example´¶3. ´print.nordhang.example´
B: 1 and 3 renew by themselves. I will do 2 on {weekday}.

# oncall
A: On-call handover:¶¶- {org}: watch the {heatpump}, running on the heater¶- {t}: reset only after a call¶- otherwise quiet
B: Got it. Phone is loud.

A: Alarm {town}, {time3}: cold room at 7.9. Setting off.
B: Do you want someone on the phone?
A: Stay reachable. {nn} minutes to go.
A: On site. Fan iced up, defrosting.
A: 4.1 and falling. Report in the morning. Good night.

A: Night summary: {n} calls, one false alarm. {org} needs a follow-up today.
B: Thanks, get some sleep. I will book it.

A: Could anyone swap <{weekday} night|the weekend of {date}> with me? School play.
B: I will, if you take {date2}.
A: Deal, putting it in the rota.

A: UPS at {org} is on battery. Grid operator says the whole village is out until {time3}.
B: Runtime?
A: {nn} minutes. Shutting the servers down cleanly.
B: Right call. Does the customer know?
A: On the phone with them now.

A: Forecast for tonight: {weather}. If you are on duty around {town}, take chains and a head torch.
B: Both in the van. Thanks.

# workshop
A: {n} {tablet} with cracked glass on the bench. Swapping today, glue needs until {time2}.
B: One belongs to {town}, that one first please.

A: Tool check: a {n}.5 mm drill and the good crimper are missing.
B: Crimper is in {vehicle}.
C: I replaced the drill, drawer {nn}.

A: The {partname} for {org} has been on the bench for {n} hours, {nn} degrees, no noise.
B: One more night, then we release it.

A: {vehicle} is due for inspection on {date}. Who takes it?
B: Me, if somebody picks me up at {time}.
A: Will do.

A: {ups} from {town} is on the bench. Batteries swollen, board looks fine.
B: Worth it?
A: Yes, new set and back it goes. Ready {weekday}.

A: Lift is taken until {time2}, <brakes on {vehicle}|changing tyres on {vehicle}>.
B: I will bring mine at {time3} then.

A: Bench shows {n}.{n2} A on the {partname} instead of 3. Ideas?
B: Stiff bearing or a winding fault. Turn it by hand.
A: Rough. Bearing then.
B: Drawer {nn}, the small ones.

A: Please switch off the soldering station when you leave. It was still hot this morning.
B: My fault, sorry.
C: I will put a timer on it and we can all forget about it.

A: Three {scanner} repaired, one is for spares. Serials attached.
B: Brilliant, {org} has been asking.

A: Can anyone help me line up a coupling? Four hands would be good.
B: Down in ten.

# office
A: The printer on the {floor} is hungry: out of paper, more is {inplace}.
B: Going down anyway, I will bring {n} packs.

A: Window cleaner tomorrow at {time}. Please clear the sills.
B: The cacti too?
A: The cacti above all.

A: New code for the yard door from {date}. Collect it in person at reception.
B: Thanks, picking it up {weekday}.

A: Whose bike is in front of the fire exit? Please move it.
B: Mine, sorry, two minutes.

A: The fruit basket is back! Bananas are nearly gone.
B: So I heard. I am guarding the pears.

A: The coffee machine <wants descaling|says "no beans"|only makes hot water>. Any volunteers?
B: On it, give me {n} minutes.
C: Hero.

A: {food} for lunch, anyone coming at {lunch}?
B: Me!
C: Follow you in a bit, still on a call.

A: Car park is closed for cleaning on {date}. Please use the yard.
B: Pool cars as well?
A: All of them, out by {time}.

A: Found at reception: <a set of keys with a green tag|glasses in a blue case|a pair of work gloves, size 10>.
B: Mine! I will come down.

A: Courier downstairs with {n} boxes for the workshop, anyone there?
B: On my way.

A: Who booked the meeting room at {time} and is not in it?
B: Oops, that got moved. Releasing it.

# social
A: Any tips for {town}? I am there privately at the weekend.
B: Saturday market, then {food} near the station.
C: Take a jacket, they forecast {weather}.

A: We finished {nn}th in the charity run, {n} places up on last year!
B: Hats off to everyone with short legs.
C: I will join next year. Please do not tell anyone.

A: Picture of the day: a cat asleep on the warm {ups} at {org}.
B: Best temperature monitoring there is.

A: Board games on {date}, anyone?
B: I will bring the games.
C: I will bring {food}.
A: Then I will sort out the room.

A: My old bike needs a new home, 28 inch, freshly oiled. In exchange for {food}.
B: I will take it, my daughter is growing out of everything.

A: Radio says {weather} for {town}. I think I will swap with the office today.
B: Dream on 😄

A: <Five-a-side|Evening run|Bike ride> on {weekday} at six, meet in the car park. Who is in?
B: In, if my knee allows.
C: Me too. Barbecue after?
A: Obviously.

A: Sunrise from {t} today. Moments like this are why I do the job. 🌅
B: Jealous. Nothing but {weather} here.

A: Ten years today for {B}! 🎉 Cake is <in the kitchen|in the break room>.
B: Thank you everyone! The cherry one is my mum's recipe.
C: Congratulations, here is to the next ten.

A: What do you all listen to on long drives?
B: Audiobooks. Right now a thriller set in {town}.
C: Engine noise. And traffic news.

A: My son asks whether we switch the turbines on to make it windy.
B: Tell him yes. Good for business.
C: 😂

A: Looking for a hand with moving house on {weekday}. Payment in {food}.
B: I can bring the van after {time}.
A: Legend.

# announce
A: **Service app {version} is out**¶¶- photos are made smaller before sending¶- test records can be copied¶- maps stay offline for 60 days¶¶Please update by {date}.
B: Running on my {tablet}, thanks.

A: **Town hall on {date} at {time}.** Topics: order book, vehicles, holiday planning. Dial in if you are on the road.

A: We won **{org}**: {nn} units, starting {date2}. Thanks to everyone who worked on the bid!
B: <Superb! Who runs the project?|Great, {town} is almost next door.|{nn} units, we will need a second van.>
A: Announcement on {weekday}.

A: From {date} we have reinforcement in <scheduling|the workshop|the network team>. Please make her welcome and show her the ropes.

A: Weather warning for {town} and around: {weather}. **No climbing today.** Agree routes with scheduling.
B: {t} is cancelled and the customer knows.

A: Customer satisfaction last quarter: {nn2} out of 100, our best so far. That is your doing, thank you. 👏

# tools
A: Can I search Outpost for a serial number such as ´{serial}´?
B: Yes, parts of it as well. Umlauts do not matter either.

A: Looking for the shortcut that assigns a ticket to me.
B: Press ´?´ and you see them all.
A: So many! Thanks.

A: How do I paste a log so that it does not run together?
B: Three backticks before and after:¶¶´´´¶{ip}  timeout¶{ip}  reply {nn} ms¶´´´

A: How do I get just my open tickets in Outpost?
B: "Assigned to me", then filter by state. ´Ctrl+K´ is quicker.
A: Did not know Ctrl+K, thanks!

A: Tip: you can create tickets with no signal at all. The short code is there at once, the number follows.
B: And if two people change the same field?
A: It shows both and someone decides.

A: Is there a template for quotes of {n} units or more?
B: ´templates/quote_{n}plus.odt´, the one with the new logo.

A: My {laptop} wants to install an update since this morning, {nn} minutes. Does it have to be now?
B: You can put it off until {time2}, after that it insists.

A: Who has the utilisation formula for the "Routes" sheet? Mine says ´#REF!´.
B: Column F was deleted, I am fetching it from the backup.
B: Back. Please leave the sheet protection on.

# safety
A: After {weather} please watch for loose parts on the roof in {town}, a sheet is hanging.
B: It is fenced off, the roofer comes {weekday}.

A: First aid box {inplace} is incomplete: {n} plasters and the scissors.
B: Refilled. Next check is {date2}.

A: Good spot by {B}: earth cable on {t} was loose. If you see anything like it report it at once.
B: Pure luck, I put my tools down there.
A: The best finds are luck.

A: Reminder: harness inspection runs out on {date} for {n} of you. List is in the workshop.
B: Surely mine was only just done?
A: Eleven months ago. Time flies.

A: Near miss in {town}: ladder slipped on a wet grating, nobody hurt. Use the rubber mat under the feet please.
B: Thanks for reporting. Mats are behind the seat in every van.

A: Toolbox talk {weekday} {time}: live working, the five rules. Please confirm here.
B: ✅ in
C: ✅ from the road

A: {org} now wants hard hats {inplace} as well.
B: OK. They keep visitor hats at reception.

A: Who took the extinguisher out of {vehicle}? Please replace it before it goes out.
B: It is away for testing, the spare is on the passenger seat.

# people
A: Can anyone take the early phone shift on {weekday}? {C} is ill.
B: I can, from {morning}.
A: You are saving me.

A: Congratulations to Selina on her interim exam, {nn2} points!
B: Incredible, we have to celebrate.
C: I never scored that much.

A: Course "{router} basics" on {date}, {n} seats left.
B: I will take one.
C: Me too, if the trip to {town} can move.

A: I am <at the dentist|on a course|on leave> on {date}, who takes my tickets?
B: Me. Anything delicate?
A: Only {org}, always ring them rather than mail.

A: Apprentices are with us for two weeks from {weekday}. Who can take one out?
B: I can, ideally {weekday}, there is a service in {town}.
C: And I will show them how to strip a cable properly.

A: Timesheets by {weekday} {lunch} please.
B: Mine are in.
A: Still missing {n}, you know who you are 😉

A: Holiday planning for next quarter is open. At least two people per trade have to be in.
B: I would like the week from {date2}.
C: Works for me, I am around.

# customer
A: {customer} at {org} says thanks for the patience on the phone, who was that on {weekday}?
B: Priya, I believe.
A: Then the praise goes there. 👏

A: {org} asks whether we could train {n} people on site on {date}.
B: Half a day, can do. Do they have a projector?
A: Yes, just no network in that room.
B: I will bring everything offline.

A: {org} shuts down from {date}. No visits in that time please.
B: In the calendar. Emergencies through on-call.

A: {org} is moving to {town2}. Who surveys the kit?
B: I am going on {weekday} and will make a list.

A: Feedback from {org}: "Quick, friendly, left everything tidy." That is for {@B}!
B: Made my day. Their coffee is good too.

A: {org} has called {n} times today. Who knows where we are?
B: Part arrives {weekday}, I did write to them.
A: I will ring back and go through it calmly.

A: A customer in {town} asks whether we look after the {charger}. Do we?
B: Since last year. Price sheet is in Knowledge under charging.

A: New contact at {org}: {customer}. Please update your records.
B: Done, old contact archived.

A: {org} would like to move the service on {date} by a week, stocktaking.
B: Fine, I will pull {org2} forward.
A: Will you tell them?
B: Already have.

# direct
A: Got a minute? I am stuck at {org}.
B: Sure. Phone or here?
A: Here is fine. The {router} will not take the configuration.
B: Did you reset it to defaults first? From {version} on you have to.
A: Ah. That was it, thank you!

A: Thanks again for {weekday}, I would not have made that deadline without you.
B: Any time. You would have done the same.

A: When you have a moment, could you read my article on the {heatpump}?
B: This afternoon. I am not sure about ´{hpcode}´ in the error table, I marked it.
A: The manual says flow rate.
B: Then it is right.

A: When are you in tomorrow?
B: About {morning}. Why?
A: I want to show you the new meter.
B: Now I am curious 😀

A: {org} rang me directly. I asked them to use the portal. OK?
B: Absolutely. Put a line about the call in the ticket all the same.
A: Already there.

A: Do you have the credentials for the {nas} in {town}?
B: In the vault under "{town}". I would rather not send them here.
A: Understood, I will find them.

A: I am off from {lunch}, <school run|plumber is coming>. Could you take the phones?
B: No problem, just divert them.

A: How was the course?
B: Good, the part on bus cabling above all. I will upload the handouts.
A: Bring them to the team on {weekday}.

A: {techfirst} asks where we are with {org}. Any idea?
B: Quote is with the customer, answer due {date}.
A: I will pass it on.

A: Quick question: is {town} zone 2 or zone 3 for travel?
B: Zone 3 since the new price list.
`
