/** npm run licences: may all that is in the product be passed on? */
import fs from 'node:fs'
import path from 'node:path'
import { DATA, licenceProblems } from './lib/licences.mjs'
import { projectRoot } from './lib/project.mjs'

const lock = JSON.parse(fs.readFileSync(path.join(projectRoot, 'package-lock.json'), 'utf8'))
const problems = licenceProblems(lock.packages)
for (const { folder, licence } of DATA) {
  const file = path.join(projectRoot, folder, 'LICENSE.md')
  const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''
  if (!text.includes(licence)) problems.push(`${folder}: its LICENSE.md does not name ${licence}`)
}
const models = fs.readdirSync(path.join(projectRoot, 'assets', 'models'))
for (const name of models.filter((each) => !DATA.some(({ folder }) => folder.endsWith(`/${each}`))))
  problems.push(`assets/models/${name}: nobody said its licence (scripts/lib/licences.mjs)`)

for (const problem of problems) console.log(problem)
if (problems.length > 0)
  console.log('These may not be passed on with the program. What may: scripts/lib/licences.mjs, ALLOWED.')
process.exitCode = problems.length > 0 ? 1 : 0
