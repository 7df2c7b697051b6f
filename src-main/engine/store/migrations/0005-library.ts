/** Files and folders that a person added to be searched. */
export const librarySchema = `
`
