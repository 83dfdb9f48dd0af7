/** The rooms of `src` that are mutated, and the tests that answer for the code of each, as globs. */
export const rooms = {
  dataflow: ['src/dataflow/**/*.test.ts'],
  checklist: ['src/checklist/**/*.test.ts', 'specs/crmoffice-poweroffice-go/document.spec.ts'],
  sync: [
    'src/sync/**/*.test.ts',
    'specs/stores.spec.ts',
    'specs/stores/damage.spec.ts',
    'specs/crmoffice-poweroffice-go/*.spec.ts',
    'specs/faulty-engines/reference.spec.ts',
    'specs/simulation/mended.spec.ts',
  ],
  harness: [
    'src/harness/**/*.test.ts',
    'specs/crmoffice-poweroffice-go/*.spec.ts',
    'specs/fault-lever.spec.ts',
    'specs/faults-strike.spec.ts',
    'specs/metamorphic/*.spec.ts',
    'specs/simulation/mended.spec.ts',
    'specs/simulation/troubles.spec.ts',
    'specs/faulty-engines/caught.spec.ts',
    'specs/faulty-engines/coverage.spec.ts',
  ],
} as const;

/** A folder of `src` whose code is mutated. */
export type Room = keyof typeof rooms;
