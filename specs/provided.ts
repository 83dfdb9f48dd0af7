/** What a run of the specs is given from outside, see `vitest.config.ts` and `syncproof check`. */
declare module 'vitest' {
  interface ProvidedContext {
    /** The seed of every world. */
    seed: number;
    /** The path of the document to check; `''` for our own. */
    document: string;
    /** A requirement's id, or `id#check`; `''` for everything. */
    only: string;
  }
}

export type Provided = import('vitest').ProvidedContext;
