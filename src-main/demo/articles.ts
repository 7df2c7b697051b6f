import type { DemoArticle, DemoDirectory, DemoOptions } from './types.ts'
export function generateArticles(_o: DemoOptions, _d: DemoDirectory): DemoArticle[] { return [] }
