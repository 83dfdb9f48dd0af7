import { defineConfig } from 'vitest/config';

/** What must kill mutants: the units, the checks on the engine that is right, and every alarm. */
export default defineConfig({
  test: {
    provide: { seed: 1, document: '', only: '', shard: { index: 1, total: 1 } },
    testTimeout: 60_000,
    include: [
      'src/{dataflow,checklist,sync,harness}/**/*.test.ts',
      'specs/crmoffice-poweroffice-go/*.spec.ts',
      'specs/faulty-engines/caught.spec.ts',
    ],
  },
});
