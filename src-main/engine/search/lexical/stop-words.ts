/** Words that say nothing of what a question is about, folded as the index folds them. */
import { foldWord } from '../fold.ts'

const german = `ab aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bereits bevor bin bis
bist bitte brauche brauchen braucht da dabei dadurch dafür daher damit danach dann daran darauf darf darum das dass davon dazu
dein deine dem den denn denen der deren des deshalb dessen die dies diese diesem diesen dieser dieses doch dort du durch eben
ein eine einem einen einer eines einfach einmal er es etwa etwas euch euer eure fürs für gar geben geht gehen gemacht genau gerade gern
gerne gibt habe haben hab hat hatte hatten hallo her hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in
ins irgendwas irgendwie ist ja jede jedem jeden jeder jedes jemand jetzt kann kannst kein keine keinem keinen keiner können könnte konnte kommt kommen
lässt lassen liegt mache machen macht mal man manche mehr mein meine meinem meinen meiner mich mir mit möchte möglich muss müssen musst
nach nachdem nämlich ne nein nicht nichts noch nun nur ob obwohl oder ohne schon sehr sein seine seinem seinen seiner seit selbst
sich sie sind so sobald sogar soll sollen sollte sollten solche sondern sonst soviel statt tun tut über überhaupt um und uns unser unsere
unserem unseren unserer unter vom von vor wann war waren warum was weil welche welchem welchen welcher welches wem wen wenn wer werde
werden wessen wie wieder wieso wieviel wieviele will wir wird wirklich wo wobei wodurch wofür woher wohin womit woran worauf wozu worum wurde wurden würde
würden weiß zu zum zur zwar zwischen bzw ca etc usw vielleicht eigentlich gleich denke richtig viel viele wenig weniger ganz ziemlich plötzlich dauernd ständig beiden wohl halt`

const english = `a about above after again all also although always am an and another any anyone anything are aren as at be because been
before being below between both but by can cannot can't could couldn did didn do does doesn doesn't doing don don't done down during each
either else ever every everything few for from further get gets getting give given go goes going gone got had hadn has hasn have haven having
he hello help hence her here hers him his how however i if in instead into is isn isn't it its itself just keep keeps kept know let like ll
make makes many may maybe me might mine more most much must my myself need needs neither never no nor not nothing now of off often on once one
only onto or other ought our ours out over own per please possible put quite rather re really s same say says see seem seems shall she should
shouldn since so some someone something somehow still such suddenly t take takes than that that's the their them then there these they thing things this those though through
to too try trying under until up upon us use used using very want wants was wasn way we well were weren what what's when where whether which
while who whom whose why will with within without won won't would wouldn yet you your yours does've ve d m`

const words: ReadonlySet<string> = new Set(`${german} ${english}`.split(/[\s']+/u).map(foldWord))

/** @param word folded */
export function isStopWord(word: string): boolean {
  return words.has(word)
}
