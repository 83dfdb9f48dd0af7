import { defineConfig } from 'vitest/config';

/** The checklist: the sections of our own document, and whatever document it is given. */
const checklist = ['specs/crmoffice-poweroffice-go/*.spec.ts', 'specs/any-document.spec.ts'];

export default defineConfig({
  test: {
    // What `syncproof check` sets; see specs/checklist.ts.
    provide: { seed: 1, document: '', only: '', shard: { index: 1, total: 1 } },
    testTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['{src,mocks,fixtures}/**/*.test.ts'] } },
      {
        extends: true,
        test: { name: 'specs', include: ['specs/**/*.spec.ts'], exclude: checklist },
      },
      { extends: true, test: { name: 'checklist', include: checklist } },
    ],
  },
});
