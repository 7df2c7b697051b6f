/**
 * `npm run locales -- check|report|export|import`: the sentences of the program, for those who write and translate them.
 * docs/languages.md says how to work with it.
 */
import { runLocales } from './lib/locales/command.ts'
import { projectRoot } from './lib/project.mjs'

process.exitCode = runLocales(process.argv.slice(2), {
  root: projectRoot,
  print: (text) => console.log(text),
  complain: (text) => console.error(text),
})
