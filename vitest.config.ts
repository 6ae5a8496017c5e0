import { defineConfig } from 'vitest/config'

const results = process.env.TEST_RESULTS

/**
 * One runner, one true total: `house` is types, lint and boundaries; `unit` is pure code; `api` runs on a
 * real PostgreSQL; `web` renders components; `browser` walks the built product in Chromium.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    // Where the totals go for whoever counts them; people read the default reporter.
    reporters: results ? ['default', ['json', { outputFile: results }]] : ['default'],
    projects: [
      {
        test: {
          name: 'house',
          include: ['packages/house/**/*.test.ts'],
          testTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'unit',
          include: [
            'packages/shared/src/**/*.test.ts',
            'apps/api/src/**/*.{rules,policy,unit}.test.ts',
          ],
          // Some read thousands of made-up files; a busy machine takes its time.
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'api',
          include: ['apps/api/src/**/*.test.ts', 'apps/api/test/**/*.test.ts'],
          exclude: ['**/*.{rules,policy,unit}.test.ts'],
          globalSetup: ['apps/api/test/global-setup.ts'],
          setupFiles: ['apps/api/test/one-at-a-time.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: 'apps/web/vite.config.ts',
        root: 'apps/web',
        test: {
          name: 'web',
          environment: 'jsdom',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
          setupFiles: ['test/setup.ts'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: [
            'apps/web/e2e/**/*.test.ts',
            // Figures, not tests: pnpm measure:journeys.
            ...(process.env.MEASURE ? ['apps/web/e2e/**/*.measure.ts'] : []),
          ],
          globalSetup: ['apps/api/test/global-setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
