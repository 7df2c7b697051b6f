/** What articles need to be written: versions, feedback, links. */
export const articleSchema = `
`
