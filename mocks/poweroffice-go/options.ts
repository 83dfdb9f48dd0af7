import type { TwinOptions } from '../twin.ts';
import type { Application } from './application.ts';
import type { BackendName } from './backend.ts';
import type { Rights } from './privileges.ts';

/** What one company at PowerOffice GO can differ in from another. */
export interface PowerOfficeGoOptions extends TwinOptions {
  /** Default `net8`. */
  readonly backend?: BackendName;
  /** Default: one of its own at the documented rate. Companies with the same one share its key and limit. */
  readonly application?: Application;
  /** What v1 allows an application of its own; an infinite rate lifts the limit. */
  readonly requestsPerSecond?: number;
  /** Where v1 answers, when several companies are there at once. */
  readonly baseUrl?: string;
  /** Where v2 answers. */
  readonly v2BaseUrl?: string;
  /** Requests a second for each subscription key of v2. */
  readonly v2RequestsPerSecond?: number;
  /** Default: all. */
  readonly rights?: Rights;
  /** Milliseconds that every read is behind; default none. */
  readonly replicaLag?: number;
  /** Rows that one answer holds at most, by entity; default as documented. */
  readonly ceilings?: Readonly<Record<string, number>>;
}

/** The published row ceilings (`apis.md 1.7`). */
export const documentedCeilings: Readonly<Record<string, number>> = {
  Customer: 50_000,
  Project: 50_000,
  Supplier: 50_000,
};
