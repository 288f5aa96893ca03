import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { CountReporter } from '../../servers/count-reporter.ts';

/** A run of its own, in which tests leak on purpose, or do not: LEAK names the file. */
export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  test: {
    include: [`test/canaries/leak/${process.env['LEAK'] ?? 'none'}.leak.ts`],
    globalSetup: ['test/canaries/leak/setup.ts'],
    reporters: [new CountReporter()],
    pool: 'forks',
    passWithNoTests: false,
  },
});
