/** Assembles src-main/engine/search/retrieval/dots.wat and writes the bytes beside it. */
import fs from 'node:fs'
import path from 'node:path'
import wabt from 'wabt'

const folder = path.resolve(import.meta.dirname, '../src-main/engine/search/retrieval')

export async function assembleDots(): Promise<string> {
  const { parseWat } = await wabt()
  const module = parseWat('dots.wat', fs.readFileSync(path.join(folder, 'dots.wat'), 'utf8'), { simd: true })
  try {
    return Buffer.from(module.toBinary({}).buffer).toString('base64')
  } finally {
    module.destroy()
  }
}

if (process.argv[1] === import.meta.filename) {
  const source = `/** dots.wat, assembled by scripts/assemble-dots.ts. */
export const dotsWasm =
  '${await assembleDots()}'
`
  fs.writeFileSync(path.join(folder, 'dots-wasm.ts'), source)
}
