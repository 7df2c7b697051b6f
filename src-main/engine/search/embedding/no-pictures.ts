/**
 * Takes the place of `sharp` in the built program (electron.vite.config.ts): transformers.js loads it for pictures with its
 * first line, and we give it texts only. So no second native module is packed.
 */
export default {}
