/** Reads the tables of the content files: one row a line, columns parted by `|`. */
export function readRows(table: string): readonly (readonly string[])[] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split('|'))
}
