import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** A database that holds a store. */
export interface Backend {
  readonly db: Kysely<Tables>;
  /** Does what is asked of the database, again where only chance stood against it; says every failure with `store`. */
  readonly attempt: <T>(work: () => Promise<T>) => Promise<T>;
}
