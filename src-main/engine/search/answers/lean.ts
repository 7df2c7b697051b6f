/** Which of the two languages a few words lean to: enough to prefer an article to its translation. */
const german =
  /(?<!\p{L})(?:der|die|das|und|ist|nicht|ein|eine|einen|den|dem|mit|auf|für|wird|sie|bei|im|am|zu|von|oder|wenn|wie|was|wo|warum|wann|ich|wir|nach|kein|keine|muss|kann|man)(?!\p{L})|[äöüß]/giu
const english =
  /(?<!\p{L})(?:the|and|is|not|a|an|with|on|for|will|you|at|to|of|or|if|are|be|it|this|how|what|where|why|when|do|does|i|we|my|can|after|no)(?!\p{L})/giu

/** Above 0 for German, below for English, 0 where nothing tells. */
export function leanOf(text: string): number {
  return (text.match(german)?.length ?? 0) - (text.match(english)?.length ?? 0)
}
