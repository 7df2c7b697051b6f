/** The emojis that are used most, with short names and words for them. All others come with emoji-names/names.tsv. */
import type { Language } from '#shared/locales/index.ts'

export interface Emoji {
  readonly char: string
  /** The short name that completes it, and words in English and German; empty for those that nobody gave any. */
  readonly names: readonly string[]
  /** What it is called; left out while that is not loaded. */
  readonly label?: Readonly<Record<Language, string>>
}

/** One line each: the emoji, its name, more words. */
const list = `
👍 thumbsup +1 yes ok daumen gut ja
👎 thumbsdown -1 no nein schlecht
✅ check done fertig erledigt haken
👀 eyes look augen schaue
❤️ heart love herz
😄 smile happy lachen froh
🎉 tada party feier hurra
🙏 pray thanks please danke bitte
🚀 rocket ship rakete los
👏 clap bravo applaus
😕 confused verwirrt hm
🔥 fire feuer
😂 joy laugh lol tränen
🙂 slight_smile lächeln
😉 wink zwinkern
😅 sweat_smile puh
😊 blush freude
😎 cool sunglasses
🤔 thinking denken überlegen
😢 cry sad traurig weinen
😡 angry rage wütend
😱 scream schreck
😴 sleeping müde schlafen
🤯 exploding_head mindblown
🤷 shrug schulterzucken
🤦 facepalm
🙌 raised_hands hurra
👋 wave hello hallo tschüss winken
💪 muscle strong stark
🤝 handshake deal abgemacht
👌 ok_hand perfekt
✌️ victory peace
☕ coffee kaffee pause
🍕 pizza essen
🍰 cake kuchen
🎂 birthday geburtstag
🍺 beer bier feierabend
🌧️ rain regen
☀️ sun sonne
❄️ snow schnee
⚡ zap lightning strom blitz
💡 bulb idea idee licht
🔧 wrench tool werkzeug schlüssel
🔨 hammer
🔩 bolt schraube
🪛 screwdriver schraubendreher
🧰 toolbox werkzeugkasten
🔌 plug stecker
🔋 battery akku batterie
📞 phone call telefon anruf
📱 mobile handy
💻 laptop computer rechner
🖨️ printer drucker
📷 camera foto kamera
📎 paperclip anhang
📌 pin wichtig
📅 calendar kalender termin
📈 chart_up steigt
📉 chart_down fällt
📦 package paket
🚚 truck lieferung laster
🚐 van bus transporter
🏠 house haus
🏭 factory fabrik werk
🔑 key schlüssel
🔒 lock schloss gesperrt
🔔 bell glocke
🐛 bug fehler
⚠️ warning warnung achtung
🚨 alarm siren notfall
🛑 stop halt
❌ x cross falsch
❓ question frage
❗ exclamation ausrufezeichen
➕ plus
➡️ arrow_right pfeil
⏳ hourglass warten sanduhr
⏰ alarm_clock wecker zeit
💬 speech message nachricht
📝 memo note notiz
🔍 search lupe suchen
🗑️ trash müll papierkorb
♻️ recycle
💯 hundred hundert
⭐ star stern
🌱 seedling pflanze
🐢 turtle slow langsam
🏁 finish ziel
🥳 partying feiern
🫡 salute jawohl
`

export const emojis: readonly Emoji[] = list
  .trim()
  .split('\n')
  .map((line) => {
    const [char = '', ...names] = line.split(' ')
    return { char, names }
  })

/** The dozen that the reaction picker offers. */
export const quickReactions: readonly Emoji[] = emojis.slice(0, 12)
