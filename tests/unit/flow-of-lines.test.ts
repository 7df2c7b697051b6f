/** Nothing is laid out by left and right: what is written from the right would stand on the wrong side. */
import fs from 'node:fs'
import { expect, it } from 'vitest'

const physical =
  /(?<![\w-])((margin|padding|border|scroll-margin|scroll-padding)-(left|right)(-(width|color|style))?|border-(top|bottom)-(left|right)-radius|left|right)\s*:|(?<![\w-])(text-align|float|clear)\s*:\s*(left|right)\b|translateX\((?![^;]*var\(--flow\))/g

/** In the middle, which is the same on both sides. */
const isMiddle = (line: string, block: string): boolean =>
  /^\s*left:\s*50%;/.test(line) || (/translateX\(-50%\)/.test(line) && /left:\s*50%/.test(block))

function physicalLines(css: string): string[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
  return plain
    .split('\n')
    .map((line, index) => ({ line, index }))
    .filter(({ line }) => line.match(physical) !== null && !isMiddle(line, plain))
    .map(({ line, index }) => `${index + 1}: ${line.trim()}`)
}

it('in no style sheet', () => {
  const found = fs
    .globSync('src-renderer/**/*.css')
    .flatMap((file) => physicalLines(fs.readFileSync(file, 'utf8')).map((line) => `${file}:${line}`))
  expect(found).toEqual([])
})

it.each([
  ['a { margin-left: 4px; }', 1],
  ['a { border-right-color: red; }', 1],
  ['a { text-align: left; }', 1],
  ['a {\n  right: 0;\n}', 1],
  ['a { transform: translateX(4px); }', 1],
  ['a { transform: translateX(calc(4px * var(--flow))); }', 0],
  ['a {\n  left: 50%;\n  transform: translateX(-50%);\n}', 0],
  ['a { margin-inline-start: 4px; /* left: 3px; */ }', 0],
])('which would see %j', (css, count) => {
  expect(physicalLines(css)).toHaveLength(count)
})
