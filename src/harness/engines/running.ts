/** An engine that runs beside this process: a program, or a container. */
export interface Running {
  /** Resolves when it is no more, however that came about: says how, in words. */
  readonly ended: Promise<string>;
  /** The last that it said on its outputs, a few lines at the most. */
  lastWords(): string;
  /** Ends it at once and without warning, as `kill -9` does; resolves when it is no more. */
  kill(): Promise<void>;
}

/** What an engine is started with, as environment variables. */
export type Environment = Readonly<Record<string, string>>;

/** Starts an engine. Refuses (`usage`) one that cannot be started at all. */
export type Launch = (environment: Environment) => Promise<Running>;
