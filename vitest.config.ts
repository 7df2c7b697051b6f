/**
 * One project for each kind of proof. `npm run test:unit` and `npm run test:e2e` pick from these; `npm test` runs all.
 *
 * No project retries: a test that fails now and then is a bug.
 */
import os from 'node:os'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

/** A project that holds the tests in tests/<name>. */
function project(
  name: string,
  test: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration {
  return {
    test: {
      name,
      environment: 'node',
      include: [`tests/${name}/**/*.test.{ts,tsx}`],
      retry: 0,
      ...test,
    },
  }
}

export default defineConfig({
  test: {
    passWithNoTests: true,
    // Vitest would leave one processor free: on a small machine that is half of it, and the one that waits for the workers.
    maxWorkers: os.availableParallelism(),
    projects: [
      project('unit', {
        include: ['tests/unit/**/*.test.{ts,tsx}', 'src-*/**/*.test.{ts,tsx}'],
        testTimeout: 30_000,
      }),
      project('contract', { testTimeout: 60_000 }),
      project('migrations', { testTimeout: 60_000 }),
      project('simulation', { testTimeout: 600_000, hookTimeout: 60_000 }),
      // Real windows on one screen: one file after the other, with time for a cold start on a small machine.
      project('e2e', { testTimeout: 180_000, hookTimeout: 180_000, fileParallelism: false }),
    ],
  },
})
