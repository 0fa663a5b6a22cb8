import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: [
            'packages/*/src/**/*.test.ts',
            'catalogue/**/*.test.ts',
            'tools/**/*.test.ts',
            'cli/**/*.test.ts',
            'web/src/**/*.test.ts',
          ],
          // A busy machine is slow, not wrong.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'database',
          include: ['server/**/*.test.ts'],
          globalSetup: ['server/src/db/template.testing.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['journeys/src/**/*.journey.ts'],
          globalSetup: ['journeys/src/house.testing.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
