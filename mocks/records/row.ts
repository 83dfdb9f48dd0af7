import type { Author } from '../ledger.ts';
import type { Properties } from './value.ts';

/** One version of a record. A change makes a new row; rows themselves never change. */
export interface Row {
  readonly id: number;
  /** From 1; moves with every change, silent ones too. */
  readonly version: number;
  readonly createdAt: number;
  readonly modifiedAt: number;
  /** By dotted path; empty properties are left out. */
  readonly fields: Properties;
}

/** Who writes, and by which request where it came over the API. */
export interface By {
  readonly author: Author;
  readonly request?: number;
}

/** The system itself, as a writer. */
export const byServer: By = { author: 'server' };
