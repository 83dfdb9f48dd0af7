import type { EngineConfig } from './engine.ts';

/** An engine that is the reference engine but for what is replaced in it. */
export interface EngineUnderTest {
  readonly name: string;
  /** Replaces parts of what an engine is started with; called again at every restart. */
  readonly change: (config: EngineConfig) => EngineConfig;
  /** Stands between its clients and the wire; left out, nothing does. */
  readonly wire?: (fetch: typeof globalThis.fetch) => typeof globalThis.fetch;
}

/** The engine with nothing replaced. */
export const referenceEngine: EngineUnderTest = {
  name: 'reference engine',
  change: (config) => config,
};
