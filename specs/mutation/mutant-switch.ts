import type { CoverageData, MutantCoverage } from '@stryker-mutator/api/core';

/** What instrumented code reads and writes in the global scope. */
interface Instrumented {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { static: CoverageData; perTest: Record<string, CoverageData> };
}

/** Says to instrumented code which of its mutants is on: one at most. */
export class MutantSwitch {
  readonly #code: Instrumented = {};

  constructor() {
    Object.assign(globalThis, { __stryker__: this.#code });
  }

  /** From here on each mutant that is passed is counted for this test; without one, for no test. */
  beginTest(id: string | undefined): void {
    this.#code.currentTestId = id;
  }

  /** Which mutants were passed by which tests, and which while files were loaded. */
  get coverage(): MutantCoverage {
    return this.#code.mutantCoverage ?? { static: {}, perTest: {} };
  }

  /** From here on the mutant is on; code that passes it more often than `hitLimit` throws. */
  turnOn(id: string, hitLimit: number | undefined): void {
    this.#code.activeMutant = id;
    this.#code.hitCount = hitLimit === undefined ? undefined : 0;
    this.#code.hitLimit = hitLimit;
  }

  turnOff(): void {
    this.#code.activeMutant = undefined;
    this.#code.hitCount = undefined;
  }

  /** Whether the mutant was passed too often, as in a loop that never ends. */
  get isEndless(): boolean {
    const { hitCount = 0, hitLimit = Number.POSITIVE_INFINITY } = this.#code;
    return hitCount > hitLimit;
  }
}
